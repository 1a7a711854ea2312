import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { violationsOf } from '../journey/accessibility.js';
import { openBrowser } from '../journey/browser.js';
import { PlatformClock } from '../journey/clock.js';
import { expectVisible } from '../journey/expect-visible.js';
import { ManagerPage } from '../journey/manager.js';
import { WizardPage } from '../journey/wizard-page.js';
import { ApiClient, DEMO_LOGIN } from '../platform/api-client.js';
import { OwnPlatform } from '../platform/platform.js';
import { BAD_SCREENS } from '../property/bad-input.js';
import { addCommercialQuarter, reviseCommercialRent } from '../property/desk-indices.js';
import { aName, DeskDrafts } from '../property/desk-drafts.js';
import { cutOnce, saidOf } from '../property/desk-page.js';
import { PAGES, WIZARD_SCREENS } from '../property/desk-screens.js';
import {
  makeMandateByKeys,
  makeTenantByKeys,
  makeUnitByKeys,
  meetOnOneDraft,
} from '../property/desk-keys.js';
import { meetOverlap, replaceSharer } from '../property/desk-tenancies.js';

const MINUTES = 60_000;
const WIDTHS = [390, 1280, 1440] as const;
const ADMINISTRATOR = { ...DEMO_LOGIN, mail: 'nathalie.roche@tilleuls.example' };

interface MandateRow {
  mandate: { id: string; number: string };
  ownerName: string;
}

describe('mandates and leases at a desk', () => {
  let platform: OwnPlatform;
  let browser: Browser;
  let api: ApiClient;
  let drafts: DeskDrafts;
  let page: Page;
  let wizard: WizardPage;
  let today: Date;

  beforeAll(async () => {
    [browser, platform] = await Promise.all([openBrowser(), OwnPlatform.start()]);
    const clock = await PlatformClock.of(platform.run);
    today = clock.now();
    await clock.close();
    api = await ApiClient.signIn(platform.run.gateway);
    drafts = await DeskDrafts.at(api, today);
    const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
    page = await context.newPage();
    wizard = new WizardPage(page, platform.run.gateway);
    await new ManagerPage(page, platform.run.gateway).signIn();
  }, 3 * MINUTES);

  afterAll(async () => {
    await platform?.stop();
    await browser?.close();
  }, MINUTES);

  it(
    'makes a mandate by the keyboard alone',
    async () => {
      const name = aName();
      await makeMandateByKeys(desk(), name);
      expect(await mandatesOf(name)).toHaveLength(1);
    },
    3 * MINUTES,
  );

  it('makes a tenant by the keyboard alone', () => makeTenantByKeys(desk()), 3 * MINUTES);

  it('makes a unit by the keyboard alone', () => makeUnitByKeys(desk()), 3 * MINUTES);

  it(
    'shows two people on one draft to each other at once, and takes an index that one of them read',
    async () => {
      const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
      const colleague = await context.newPage();
      await new ManagerPage(colleague, platform.run.gateway).signIn(ADMINISTRATOR);
      await meetOnOneDraft(desk(), colleague, ['Claire Moreau', 'Nathalie Roche']);
      await addCommercialQuarter(colleague, platform.run.gateway);
      await context.close();
    },
    2 * MINUTES,
  );

  it.each(['ILC', 'ILAT'] as const)(
    'revises a commercial rent by the %s, once an administrator typed its quarter',
    async (index) => {
      const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
      const administrator = await context.newPage();
      await new ManagerPage(administrator, platform.run.gateway).signIn(ADMINISTRATOR);
      await reviseCommercialRent(desk(), administrator, index);
      await context.close();
    },
    2 * MINUTES,
  );

  it(
    'keeps what two tabs typed into one draft, and asks where they meet',
    async () => {
      const id = await drafts.mandate(aName());
      const other = await page.context().newPage();
      for (const tab of [page, other]) {
        await tab.goto(draftAt(id, 'step=mandate'));
        await expectVisible(line(tab, 'Remarques'));
      }
      await line(page, 'Nature du mandat').fill('Gestion et location');
      await saved(page);
      await line(other, 'Remarques').fill('Clés chez la voisine');
      await expectVisible(other.getByText(/ses changements sont repris avec les vôtres/));
      await saved(other);
      expect(await line(other, 'Nature du mandat').inputValue()).toBe('Gestion et location');

      await line(page, 'Remarques').fill('Clés à l’agence');
      const conflict = page.getByRole('alert').filter({ hasText: 'Rien n’est perdu' });
      await expectVisible(conflict.getByText(/« Clés chez la voisine »/));
      expect(await line(page, 'Remarques').inputValue()).toBe('Clés à l’agence');
      await conflict.getByRole('button', { name: 'Enregistrer ce qui est affiché' }).click();
      await saved(page);
      await eventually(async () =>
        (await drafts.mandateForm(id)).remarks === 'Clés à l’agence' ? true : undefined,
      );
      expect((await drafts.mandateForm(id)).nature).toBe('Gestion et location');
      await other.close();
      await drafts.remove(id);
    },
    2 * MINUTES,
  );

  it('goes back and forth by the browser as by its own buttons, and loses nothing', async () => {
    const id = await drafts.mandate(aName());
    await page.goto(draftAt(id, 'step=owner'));
    await wizard.isAt('Le propriétaire', 'Propriétaire');
    await wizard.next();
    await wizard.isAt('Le compte propriétaire', 'Compte propriétaire');
    await line(page, 'Libellé du compte').fill('Compte de Jeanne');
    await page.goBack();
    await wizard.isAt('Le propriétaire', 'Propriétaire');
    await page.goForward();
    await wizard.isAt('Le compte propriétaire', 'Compte propriétaire');
    expect(await line(page, 'Libellé du compte').inputValue()).toBe('Compte de Jeanne');
    await drafts.remove(id);
  });

  it(
    'makes the files once when the network is cut in the middle of "Enregistrer"',
    async () => {
      const name = aName();
      const id = await drafts.mandate(name);
      await page.goto(draftAt(id, 'step=and-then'));
      await cutOnce(page, '/final-save', (route) => route.abort());
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      const retry = page.getByRole('button', { name: 'Réessayer' });
      await expectVisible(page.getByText(/Les fiches ne seront créées qu’une fois|ne seront créées qu’une/));
      expect(await mandatesOf(name)).toEqual([]);
      // This time it arrives, and its answer is lost.
      await cutOnce(page, '/final-save', async (route) => {
        await route.fetch();
        await route.abort();
      });
      await retry.click();
      await eventually(async () => ((await mandatesOf(name)).length > 0 ? true : undefined));
      await expectVisible(retry);
      await retry.click();
      await expectVisible(page.getByText(/^Mandat n° \d+ inscrit au registre\.$/));
      expect(await mandatesOf(name)).toHaveLength(1);
      // Back leads to a draft that is gone, and makes nothing again.
      await page.goBack();
      await expectVisible(page.getByText(/Ce brouillon n’existe plus/));
      expect(await mandatesOf(name)).toHaveLength(1);
    },
    2 * MINUTES,
  );

  it(
    'makes a tenant once when the answer of "Valider les nouveaux locataires" is lost',
    async () => {
      const name = aName();
      await drafts.tenant(await drafts.vacantUnit(), name);
      await page.goto(addressOf('/tenants/new'));
      const validate = page.getByRole('button', { name: 'Valider les nouveaux locataires' });
      await expectVisible(page.getByRole('row', { name: new RegExp(name, 'i') }));
      await cutOnce(page, '/final-save', async (route) => {
        await route.fetch();
        await route.abort();
      });
      await validate.click();
      await expectVisible(page.getByRole('link', { name: new RegExp(name, 'i') }).first());
      await expectVisible(page.getByText('1 locataire créé.').first());
      const { leases } = await api.get<{ leases: unknown[] }>(`/api/property/tenants?search=${name}&limit=5`);
      expect(leases).toHaveLength(1);
    },
    2 * MINUTES,
  );

  it(
    'says beside its field what is wrong, and keeps what was typed',
    async () => {
      const ids = {
        mandate: await drafts.mandate(aName()),
        tenant: await drafts.tenant(await drafts.vacantUnit(), aName()),
      };
      for (const { wizard: of, at, before = {}, pick, row, typed } of BAD_SCREENS) {
        await page.goto(draftAt(ids[of], at));
        await expectVisible(page.getByRole('heading', { level: 2 }).first());
        if (pick) await wizard.pick(pick);
        if (row) await wizard.addRow(...row);
        await wizard.type(before);
        for (const [label, [text]] of Object.entries(typed)) await field(label).fill(text);
        await wizard.next(
          (await page.getByRole('button', { name: 'Étape suivante' }).count()) > 0
            ? undefined
            : 'Valider et retourner à la liste des lots',
        );
        for (const [label, [text, said]] of Object.entries(typed)) {
          const input = field(label);
          // What only the server can tell comes a second after the last key.
          await eventually(async () => said.test(await saidOf(page, input)) || undefined, {
            what: `${at}, ${label}: ${String(said)}`,
          });
          // An amount that can be read is written as amounts are.
          expect([label, (await input.inputValue()).replace(/\s/g, ' ')]).toEqual([label, text]);
        }
      }
      for (const id of Object.values(ids)) await drafts.remove(id);
    },
    3 * MINUTES,
  );

  it(
    'says at its field that a lease overlaps another, and no more once it does not',
    () => meetOverlap(desk()),
    2 * MINUTES,
  );

  it(
    'lets a flat-sharer leave and another enter, once, whatever the network does',
    () => replaceSharer(desk()),
    2 * MINUTES,
  );

  it(
    'breaks no rule of WCAG 2.2 on any screen, on a phone and at a desk',
    async () => {
      const mandateId = (await anyMandate()).mandate.id;
      const unitId = await drafts.vacantUnit();
      const ids = {
        mandate: await drafts.mandate(aName()),
        tenant: await drafts.tenant(unitId, aName()),
        unit: await drafts.unit(mandateId, aName()),
      };
      const leaseId = (await tenants())[0]?.lease.id ?? '';
      const addresses = [
        ...PAGES.map(addressOf),
        addressOf(`/tenants/${leaseId}`),
        addressOf(`/units/${unitId}`),
        ...(['mandate', 'tenant', 'unit'] as const).flatMap((of) =>
          WIZARD_SCREENS[of].map((at) => draftAt(ids[of], at)),
        ),
      ];
      const found: string[] = [];
      for (const address of addresses) {
        await page.goto(address);
        await expectVisible(page.getByRole('heading').first());
        await page.waitForLoadState('networkidle');
        found.push(...(await faultsAtWidths(address)));
      }
      for (const id of Object.values(ids)) await drafts.remove(id);
      expect(found).toEqual([]);
    },
    5 * MINUTES,
  );

  it('writes into the log of security who took the register away', async () => {
    const { registers } = await api.get<{ registers: { cardId: string }[] }>('/api/property/registers');
    const file = `/api/property/registers/${registers[0]?.cardId ?? ''}/register.csv`;
    expect((await api.fetch(file)).status).toBe(200);
    const administrator = await ApiClient.signIn(platform.run.gateway, ADMINISTRATOR);
    await eventually(async () => {
      const { events } = await administrator.get<{ events: { about: string }[] }>('/api/security/events');
      return events.some(({ about }) => about.includes('register.csv')) || undefined;
    });
  });

  async function faultsAtWidths(address: string): Promise<string[]> {
    const found: string[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const where = `${address.replace(platform.run.gateway, '')} at ${String(width)}`;
      const scrollWidth = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (scrollWidth > width) found.push(`${where}: ${String(scrollWidth)} wide`);
      found.push(...(await violationsOf(page)).map((each) => `${where}: ${each}`));
    }
    return found;
  }

  const addressOf = (path: string): string => `${platform.run.gateway}/property${path}`;
  const draftAt = (id: string, at: string): string => addressOf(`/drafts/${id}?${at}`);
  const line = (tab: Page, label: string): Locator => tab.getByRole('textbox', { name: label, exact: true });
  const field = (label: string): Locator => line(page, label).first();
  const desk = () => ({ page, wizard, api, drafts, base: platform.run.gateway });
  const saved = (tab: Page): Promise<void> => expectVisible(tab.getByText(/^Brouillon enregistré/));

  async function mandatesOf(name: string): Promise<MandateRow[]> {
    const path = `/api/property/mandates?search=${name}&limit=10`;
    return (await api.get<{ mandates: MandateRow[] }>(path)).mandates;
  }

  async function anyMandate(): Promise<MandateRow> {
    return (await api.get<{ mandates: MandateRow[] }>('/api/property/mandates?limit=1')).mandates[0]!;
  }

  async function tenants(): Promise<{ lease: { id: string } }[]> {
    return (await api.get<{ leases: { lease: { id: string } }[] }>('/api/property/tenants?limit=5')).leases;
  }
});
