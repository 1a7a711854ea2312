import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PAID_MONTHS, demoStatement } from '../demo/caf/tenants.js';
import { addStationByKeys, exportByKeys, validateByKeys } from '../caf/caf-by-keys.js';
import { faultsAtWidths } from '../caf/caf-screens.js';
import { openBrowser } from '../journey/browser.js';
import { expectVisible } from '../journey/expect-visible.js';
import { ManagerPage } from '../journey/manager.js';
import { DEMO_LOGIN } from '../platform/api-client.js';
import { OwnPlatform } from '../platform/platform.js';

const MINUTES = 60_000;
const ADMINISTRATOR = { ...DEMO_LOGIN, mail: 'nathalie.roche@tilleuls.example' };
/** A tenant of the demo agency with an aid of the CAF of the Rhône. */
const TENANT = 'Durand';

/** One after the other, as the manual's chapter goes: settings, an export, a statement. */
describe('the exchanges with the CAF, on screen', () => {
  let platform: OwnPlatform;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [browser, platform] = await Promise.all([openBrowser(), OwnPlatform.start()]);
    const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
    const manager = new ManagerPage(await context.newPage(), platform.run.gateway);
    ({ page } = manager);
    await manager.signIn(ADMINISTRATOR);
  }, 3 * MINUTES);

  afterAll(async () => {
    await platform?.stop();
    await browser?.close();
  }, MINUTES);

  const open = (path: string) => page.goto(`${platform.run.gateway}/caf/${path}`);
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const field = (name: string | RegExp) => page.getByLabel(name).first();

  it('take the settings of a technical station and an entity, and say a fault beside its field', async () => {
    await open('settings');
    await field('Nom du poste').fill('Poste comptabilité');
    await field(/^Dossier d’émission/).fill('C:\\Neovacom\\CAF\\Emission');
    await button('Enregistrer').first().click();
    await expectVisible(page.getByText(/inscriptible/));
    await page.getByRole('group', { name: 'Organismes et codes bailleur' }).getByText('Ajouter').click();
    await field('Organisme (3 chiffres)').fill('691');
    await field(/^Code bailleur/).fill('54321');
    await field('Poste technique').selectOption({ label: 'Poste comptabilité' });
    await field('SIRET').fill('12345678901234');
    await button('Enregistrer').last().click();
    await expectVisible(page.getByText('Cette valeur n’est pas valable : vérifiez-la.'));
    await field('SIRET').fill('73282932000074');
    await button('Enregistrer').last().click();
    await expectVisible(page.getByText('Paramètres enregistrés.'));
  });

  it('show who is in an export and why, make the file and tell where it lies', async () => {
    await open('arrears');
    await expectVisible(page.getByText('À jour de ses loyers.').first());
    await open('rents');
    await button('Générer le fichier').click();
    await expectVisible(page.getByText(/Fichier généré : CAF12 -691_54321_\d{8}_000001\.txt/));
    await expectVisible(page.getByText(/Déposé pour le partenaire/));
    await open('journal');
    await expectVisible(page.getByRole('link', { name: /^CAF12 -691_54321_\d{8}_000001\.txt$/ }));
    await button('Générer à nouveau').click();
    await expectVisible(page.getByRole('link', { name: /^CAF12 -691_54321_\d{8}_000002\.txt$/ }));
  });

  const statement = () => ({
    name: 'bordereau.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      demoStatement(PAID_MONTHS[0], 1).replaceAll('CASTAGNIER', TENANT.toUpperCase().padEnd(10)),
      'latin1',
    ),
  });

  it('take in a statement, whose page can be opened again by its address', async () => {
    await open('statements');
    await page.locator('input[type=file]').setInputFiles(statement());
    await expectVisible(heading('bordereau.txt'));
    await page.reload();
    await expectVisible(heading('bordereau.txt'));
    await expectVisible(page.getByText('Sans locataire').first());
  });

  it('give an open line its tenant: a wrong account is told at its field, a suggestion is taken', async () => {
    await page
      .getByRole('row', { name: new RegExp(TENANT, 'i') })
      .getByRole('button', { name: 'Indiquer le compte' })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Compte du locataire/).fill('411PERSONNE');
    await dialog.getByRole('button', { name: 'Indiquer le compte' }).click();
    await expectVisible(
      dialog.getByText(/Aucun locataire rattaché à une caisse n’a le compte « 411PERSONNE »/),
    );
    await dialog
      .getByRole('button', { name: /^Choisir .*Durand/ })
      .first()
      .click();
    await expectVisible(page.getByText(/indiqué à la main/));
    await button('Valider et comptabiliser').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Valider et comptabiliser' }).click();
    await expectVisible(page.getByText(/Comptabilisé, solde/).first());
  });

  it('refuse the same statement dropped a second time, in a sentence', async () => {
    await open('statements');
    const { name, buffer } = statement();
    // In the browser's own words: this program knows no DOM.
    const file = JSON.stringify([[buffer.toString('latin1')], name]);
    const dropped = await page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File(...${file})); return data; })()`,
    );
    const zone = page.getByText('Déposez ici le fichier CAF');
    await zone.dispatchEvent('drop', { dataTransfer: dropped });
    await expectVisible(page.getByRole('alert').getByText(/Ce bordereau est déjà importé/));
    expect(page.url()).toMatch(/\/caf\/statements$/);
  });

  it(
    'are made without a mouse: a station, an export, a statement printed in each way and validated',
    async () => {
      const desk = { page, base: platform.run.gateway };
      await addStationByKeys(desk);
      await exportByKeys(desk);
      const buffer = Buffer.from(demoStatement(PAID_MONTHS[1], 2), 'latin1');
      const next = { ...statement(), name: 'bordereau-2.txt', buffer };
      await validateByKeys(desk, next, { lastName: 'DELORME', account: await accountOf(TENANT) });
    },
    3 * MINUTES,
  );

  it(
    'break no rule of WCAG 2.2 on any screen, on a phone and at a desk',
    async () => {
      const validated = page.url();
      expect(validated).toMatch(/\/caf\/statements\/./);
      expect(await faultsAtWidths(page, platform.run.gateway, validated)).toEqual([]);
    },
    5 * MINUTES,
  );

  /** Of a tenant who is attached to a caisse, as the agency's list has it. */
  async function accountOf(name: string): Promise<string> {
    const answer = await page.request.get(
      `${platform.run.gateway}/api/property/tenants?search=${name}&presentOnly=true&limit=50`,
    );
    const { leases } = (await answer.json()) as {
      leases: { accountNumber?: string; lease: { sharers: { aid?: object }[]; aid?: object } }[];
    };
    return leases.find(({ lease }) => lease.aid)?.accountNumber ?? '';
  }
});
