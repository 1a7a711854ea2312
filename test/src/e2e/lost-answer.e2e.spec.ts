import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../journey/browser.js';
import { expectVisible } from '../journey/expect-visible.js';
import { ManagerPage } from '../journey/manager.js';
import { ApiClient } from '../platform/api-client.js';
import { OwnPlatform } from '../platform/platform.js';

const MINUTES = 60_000;
const FIRST = 'Volet coincé';
const SECOND = 'Volet coincé et vitre fêlée';

/** The first sending arrives, its answer does not, and the text is changed before the second. */
describe('a manager whose ticket arrived unseen', () => {
  let platform: OwnPlatform;
  let browser: Browser;
  let claire: ApiClient;
  let page: Page;

  beforeAll(async () => {
    [browser, platform] = await Promise.all([openBrowser(), OwnPlatform.start()]);
    claire = await ApiClient.signIn(platform.run.gateway);
    const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
    const manager = new ManagerPage(await context.newPage(), platform.run.gateway);
    ({ page } = manager);
    await manager.signIn();
    await manager.startTicket();
    await manager.choosePlace('Garibaldi');
    await manager.describe(FIRST, 'Il ne descend plus.');
    await manager.addContractor({ name: 'Vitrerie Sud', mails: 'vitrerie@sud.example', mobiles: '' });
    await page.route(
      '**/api/tickets',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await send();
    await expectVisible(page.getByRole('button', { name: 'Réessayer' }));
    await subject().fill(SECOND);
    await send();
    await expectVisible(page.getByText('est déjà arrivé'));
  }, 3 * MINUTES);

  afterAll(async () => {
    await platform?.stop();
    await browser?.close();
  }, MINUTES);

  it('looks at that ticket, and finds the changed text where it was', async () => {
    expect(await subjects()).toEqual([FIRST]);
    await page.getByRole('button', { name: 'Voir ce ticket' }).click();
    await expectVisible(page.getByRole('heading', { name: FIRST }));
    expect(await subjects()).toEqual([FIRST]);
    await page.goBack();
    await expectVisible(subject());
    expect(await subject().inputValue()).toBe(SECOND);
  });

  it('or sends the text as another ticket', async () => {
    await send();
    await expectVisible(page.getByRole('heading', { name: SECOND }));
    expect((await subjects()).toSorted()).toEqual([FIRST, SECOND]);
  });

  const subject = () => page.getByRole('textbox', { name: 'Sujet' });

  function send(): Promise<void> {
    return page.getByRole('button', { name: 'Créer le ticket' }).click();
  }

  async function subjects(): Promise<string[]> {
    const query = `module=GERANCE&search=${encodeURIComponent('volet coincé')}`;
    const { tickets } = await claire.get<{ tickets: { subject: string }[] }>(`/api/tickets?${query}`);
    return tickets.map((ticket) => ticket.subject);
  }
});
