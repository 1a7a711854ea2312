import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../journey/browser.js';
import { deliveredAbout, settledJournal, type Delivered } from '../journey/journal.js';
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

describe('kill -9 in the middle of the main job', () => {
  let platform: OwnPlatform;
  let browser: Browser;
  let folder: string;
  let undisturbed: string[];

  /** @returns what the outside world got, without what names this one ticket */
  async function live(onStep: (name: string) => Promise<void> | void): Promise<string[]> {
    const result = await liveMainJob({
      platform: platform.run,
      dataDir: platform.dataDir,
      browser,
      folder,
      onStep,
    });
    const api = await ApiClient.signIn(platform.run.gateway);
    const journal = await settledJournal(api, result.ticketId);
    expect(journal.filter(({ delivery }) => delivery !== 'SENT')).toEqual([]);
    const { mail, sms } = platform.run;
    const delivered = await deliveredAbout(new Sent(mail, sms, platform.dataDir), result.number);
    expect(twice(delivered)).toEqual([]);
    return journal
      .map(({ channel, template, recipients }) => `${channel} ${template} ${recipients.join()}`)
      .toSorted();
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'intervia-kill-'));
    browser = await openBrowser();
    platform = await OwnPlatform.start('--split');
    undisturbed = await live(() => undefined);
  }, 5 * MINUTES);

  afterAll(async () => {
    await platform?.stop();
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  }, MINUTES);

  it.each(PROCESSES)(
    '%s: the job ends well, nothing lost, nobody written to twice',
    async (name) => {
      const told = await live((step) => (KILL_AFTER.test(step) ? platform.killProcess(name) : undefined));
      expect(told).toEqual(undisturbed);
    },
    4 * MINUTES,
  );
});

function twice(delivered: Delivered[]): Delivered[] {
  const seen = new Set<string>();
  return delivered.filter(({ identity, to }) => {
    const key = `${identity} ${to}`;
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
}
