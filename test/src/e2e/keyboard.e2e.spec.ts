import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@intervia/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../journey/browser.js';
import { expectVisible } from '../journey/expect-visible.js';
import { ManagerPage } from '../journey/manager.js';
import { Desk, type Ticket } from '../lives/desk.js';
import { aContractor, aDraft, findScene } from '../lives/people.js';
import { DEMO_LOGIN } from '../platform/api-client.js';
import { OwnPlatform } from '../platform/platform.js';

const MINUTES = 60_000;
const ADMINISTRATOR = { ...DEMO_LOGIN, mail: 'nathalie.roche@tilleuls.example' };
const REASON = 'Aucun technicien disponible cette semaine.';

describe('an administrator at her keyboard', () => {
  let platform: OwnPlatform;
  let browser: Browser;
  let desk: Desk;
  let page: Page;
  let older: Ticket;
  let newer: Ticket;

  beforeAll(async () => {
    [browser, platform] = await Promise.all([openBrowser(), OwnPlatform.start()]);
    desk = await Desk.at(platform, ADMINISTRATOR);
    older = await openTicket('first');
    newer = await openTicket('second');
    const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
    const manager = new ManagerPage(await context.newPage(), platform.run.gateway);
    ({ page } = manager);
    await manager.signIn(ADMINISTRATOR);
  }, 3 * MINUTES);

  afterAll(async () => {
    await desk?.close();
    await platform?.stop();
    await browser?.close();
  }, MINUTES);

  it('goes on in the list from the row that she left it by', async () => {
    await page.goto(addressOf('syndic'));
    await expectVisible(rowOf(newer));
    await page.keyboard.press('j');
    await expectFocus(rowOf(newer));
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Liste des tickets' }).click();
    await expectFocus(rowOf(newer));
    await page.keyboard.press('j');
    await expectFocus(rowOf(older));
  });

  it('keeps what she typed in a dialog from a slip on Escape', async () => {
    await page.goto(addressOf(`syndic/${newer.id}`));
    const opener = page.getByRole('button', { name: 'Saisir le refus' });
    await opener.click();
    await page.keyboard.press('Escape');
    await expectFocus(opener);
    await opener.click();
    await reason().fill(REASON);
    await page.keyboard.press('Escape');
    expect(await reason().inputValue()).toBe(REASON);
  });

  it('is given the keyboard back by the panel when the button of her action is gone', async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
    await expectFocus(page.getByRole('group', { name: 'Actions possibles' }));
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('loses nothing of what she typed when somebody else saves the settings first', async () => {
    await page.goto(addressOf('syndic/settings'));
    const description = page.getByRole('textbox', { name: 'Description par défaut' });
    await description.fill('Digicode à demander au gardien.');
    const { defaultAttachments: _, ...settings } =
      await desk.get<Record<string, unknown>>('/api/settings/syndic');
    const theirs = { ...settings, defaultDescription: 'Clés à la loge.' };
    expect((await desk.api.send('PUT', '/api/settings/syndic', theirs)).status).toBe(200);

    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expectVisible(page.getByText("Quelqu'un d'autre vient d'enregistrer ces données"));
    expect(await description.inputValue()).toBe('Digicode à demander au gardien.');
    await page.getByRole('button', { name: 'Reprendre ce qui est enregistré' }).click();
    await eventually(async () => ((await description.inputValue()) === 'Clés à la loge.' ? true : undefined));
  });

  it('finds the trace of a ticket that she deleted', async () => {
    await page.goto(addressOf('syndic'));
    await page.getByRole('button', { name: `Supprimer le ticket ${older.number}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Supprimer définitivement' }).click();
    await rowOf(older).waitFor({ state: 'detached' });
    await page.goto(addressOf('syndic/settings/deletions'));
    await expectVisible(page.getByRole('row', { name: new RegExp(`^${older.number} Nathalie Roche`) }));
  });

  async function openTicket(name: string): Promise<Ticket> {
    const scene = await findScene(desk, 'SYNDIC');
    return desk.open(aDraft('SYNDIC', scene, [aContractor('plombier', 'SYNDIC', name).person]));
  }

  function addressOf(path: string): string {
    return `${platform.run.gateway}/tickets/${path}`;
  }

  function rowOf({ id }: Ticket): Locator {
    return page.locator(`a[href$="/${id}"]`);
  }

  function reason(): Locator {
    return page.getByRole('textbox', { name: 'Motif du refus' });
  }

  function expectFocus(locator: Locator): Promise<void> {
    return expectVisible(locator.and(page.locator(':focus')));
  }
});
