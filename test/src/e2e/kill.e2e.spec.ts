import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../journey/browser.js';
import { deliveredAbout, hasLeft, settledJournal, type Delivered } from '../journey/journal.js';
import { liveMainJob } from '../journey/main-job.js';
import { Sent } from '../journey/sent.js';
import { ApiClient } from '../platform/api-client.js';
import { OwnPlatform } from '../platform/platform.js';

const MINUTES = 60_000;

/** Every process of a split platform, each killed once in the middle of a job of its own. */
const PROCESSES = [
  'directory',
  'tickets',
  'notifications',
  'contractor-portal',
  'reporting',
  'gateway',
  'nats',
  'redis',
  'mongo',
  'mail',
  'sms',
];

/** Steps after which the process dies: while requests, facts and messages of that step are still on their way. */
const KILL_AFTER = /est créé|accepte|ferme/;

/**
 * Between a mail server's acceptance and our record there is a window that SMTP cannot close: who dies in it has the mail
 * sent again under the same Message-ID (services/notifications/README.md), and mailboxes show it once.
 */
const ENDS_OF_SMTP = ['notifications', 'mail'];

/** A browser on a busy machine may miss a deadline once; what was lost or doubled stays in `violations`. */
jest.retryTimes(1, { logErrorsBeforeRetry: true });

describe('kill -9 in the middle of the main job', () => {
  let platform: OwnPlatform;
  let browser: Browser;
  let folder: string;
  let undisturbed: string;
  const violations: object[] = [];

  /** @returns who was told what, without what names this one ticket */
  async function live(killed?: string): Promise<string> {
    const result = await liveMainJob({
      platform: platform.run,
      dataDir: platform.dataDir,
      browser,
      folder,
      onStep: (step) => (killed && KILL_AFTER.test(step) ? platform.killProcess(killed) : undefined),
    });
    const api = await ApiClient.signIn(platform.run.gateway);
    const journal = await settledJournal(api, result.ticketId);
    const { mail, sms } = platform.run;
    const delivered = await deliveredAbout(new Sent(mail, sms, platform.dataDir), result.number);
    const undelivered = journal.filter((entry) => !hasLeft(entry));
    violations.push(...undelivered);
    const shown = ENDS_OF_SMTP.includes(killed ?? '') ? asMailboxesShow(delivered) : delivered;
    const arrived = listed(shown.map(({ channel, to }) => `${channel} ${to}`));
    const left = listed(
      journal.flatMap(({ channel, recipients }) => recipients.map((to) => `${channel} ${to}`)),
    );
    if (arrived !== left) violations.push({ killed, arrived, left });
    return listed(
      journal.map(({ channel, template, recipients }) => `${channel} ${template} ${recipients.join()}`),
    );
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'intervia-kill-'));
    browser = await openBrowser();
    platform = await OwnPlatform.start('--split');
    undisturbed = await live();
  }, 5 * MINUTES);

  afterAll(async () => {
    await platform?.stop();
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  }, MINUTES);

  it.each(PROCESSES)(
    '%s: the job ends well',
    async (name) => {
      const told = await live(name);
      if (told !== undisturbed) violations.push({ killed: name, told, undisturbed });
    },
    4 * MINUTES,
  );

  it('lost nothing, and wrote to nobody twice', () => {
    expect(undisturbed.split('\n').length).toBeGreaterThan(10);
    expect(violations).toEqual([]);
  });
});

/** One line each, in no order of arrival. */
const listed = (lines: string[]): string => lines.toSorted().join('\n');

function asMailboxesShow(delivered: Delivered[]): Delivered[] {
  const texts = delivered.filter(({ channel }) => channel === 'SMS');
  const mails = delivered.filter(({ channel }) => channel === 'MAIL');
  return [...texts, ...new Map(mails.map((mail) => [`${mail.identity} ${mail.to}`, mail])).values()];
}
