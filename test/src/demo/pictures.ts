import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../journey/browser.js';
import { expectVisible } from '../journey/expect-visible.js';
import { ManagerPage } from '../journey/manager.js';
import { Sent } from '../journey/sent.js';
import { ApiClient } from '../platform/api-client.js';
import { ROOT, type RunningPlatform } from '../platform/platform.js';
import { liveMorning } from './pictured.js';

const FOLDER = join(ROOT, 'docs', 'pictures');
const MAIL = 'contact@plomberie-berard.example';
const DESK = { width: 1440, height: 540 };
const PHONE = { width: 390, height: 844 };

/** The pictures of the README, from the running product: the list as an agency sees it, the page behind a contractor's link. */
export async function takePictures(
  platform: RunningPlatform,
  dataDir: string,
  say: (text: string) => void,
): Promise<void> {
  await liveMorning(await ApiClient.signIn(platform.gateway));
  const browser = await openBrowser();
  try {
    const manager = await open(browser, { viewport: DESK });
    const desk = new ManagerPage(manager, platform.gateway);
    await desk.signIn();
    const number = await askContractor(desk);
    await manager.goto(`${platform.gateway}/tickets/gerance`);
    await expectVisible(manager.getByText(`${number}`).first());
    say(await keep(manager, 'list.png'));

    const { text } = await new Sent(platform.mail, platform.sms, dataDir).waitForMail(
      MAIL,
      number,
      new Set(),
    );
    const phone = await open(browser, { viewport: PHONE, isMobile: true });
    await phone.goto(/https?:\/\/\S+\/i\/[\w-]+/.exec(text)?.[0] ?? '');
    await expectVisible(phone.getByRole('heading', { level: 1 }));
    say(await keep(phone, 'contractor.png'));
  } finally {
    await browser.close();
  }
}

async function open(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', ...options });
  return context.newPage();
}

async function askContractor(desk: ManagerPage): Promise<number> {
  await desk.startTicket();
  await desk.choosePlace('appartement');
  await desk.describe('Fuite sous évier', 'Le siphon de la cuisine goutte depuis ce matin.');
  await desk.addContractor({ name: 'Plomberie Bérard', mails: MAIL, mobiles: '' });
  const { number } = await desk.createTicket();
  return number;
}

async function keep(page: Page, name: string): Promise<string> {
  const path = join(FOLDER, name);
  const { length } = await page.screenshot({ path, animations: 'disabled' });
  return `${path} (${Math.ceil(length / 1024)} kB)`;
}
