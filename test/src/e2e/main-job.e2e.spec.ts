import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../journey/browser.js';
import { hasLeft, settledJournal } from '../journey/journal.js';
import { liveMainJob, type JobResult } from '../journey/main-job.js';
import { Sent } from '../journey/sent.js';
import { aTicketDraft } from '../load/tickets/ticket-draft.js';
import { ApiClient, FOREIGN_LOGIN } from '../platform/api-client.js';
import { OwnPlatform, ROOT } from '../platform/platform.js';

const MINUTES = 60_000;

/** What an operator runs beside the platform. */
const operate = (name: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [join(ROOT, `deploy/dist/${name}/main.js`), ...args]);

describe('the main job, every service in one process', () => {
  let platform: OwnPlatform;
  let browser: Browser;
  let folder: string;
  let job: JobResult;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'intervia-job-'));
    browser = await openBrowser();
    platform = await OwnPlatform.start();
    const { run, dataDir } = platform;
    job = await liveMainJob({ platform: run, dataDir, browser, folder, onStep: () => undefined });
  }, 5 * MINUTES);

  afterAll(async () => {
    await platform?.stop();
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  }, MINUTES);

  it('writes to everybody concerned, and every message leaves', async () => {
    const journal = await settledJournal(await ApiClient.signIn(platform.run.gateway), job.ticketId);
    expect(journal.filter((entry) => !hasLeft(entry))).toEqual([]);
    expect(new Set(journal.map(({ channel }) => channel))).toEqual(new Set(['MAIL', 'SMS']));
  });

  it.each(['', '/messages', '/archive', '/summary.pdf', '/documents.zip'])(
    'shows nothing of it to another agency: /api/tickets/:id%s',
    async (part) => {
      const foreigner = await ApiClient.signIn(platform.run.gateway, FOREIGN_LOGIN);
      const response = await foreigner.fetch(`/api/tickets/${job.ticketId}${part}`);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('Fuite');
    },
  );

  it('refuses a command on the closed ticket, in French', async () => {
    const api = await ApiClient.signIn(platform.run.gateway);
    const response = await api.fetch(`/api/tickets/${job.ticketId}/closing`, {});
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      code: 'TICKET_ALREADY_CLOSED',
      detail: expect.stringMatching(/clos/),
    });
  });

  it(
    'is whole on another machine that begins with a backup taken meanwhile, and nobody is written to again',
    async () => {
      const seenBy = async (api: ApiClient) => ({
        ticket: await api.get(`/api/tickets/${job.ticketId}`),
        journal: await settledJournal(api, job.ticketId),
        archive: Buffer.from(await (await api.fetch(`/api/tickets/${job.ticketId}/archive`)).arrayBuffer()),
      });
      const before = await seenBy(await ApiClient.signIn(platform.run.gateway));
      const backup = join(folder, 'backup');
      await operate('backup', '--data', platform.dataDir, '--to', backup);
      const other = await OwnPlatform.start('--restore', backup);
      try {
        const api = await ApiClient.signIn(other.run.gateway);
        const after = await seenBy(api);
        expect([after.ticket, after.journal]).toEqual([before.ticket, before.journal]);
        expect(after.archive.equals(before.archive)).toBe(true);
        await operate('histories', '--data', other.dataDir);
        // Facts go on: what was told is not told again, and what is new is.
        const draft = { ...(await aTicketDraft(api)), silent: false };
        const { id, number } = await api.post<{ id: string; number: number }>('/api/tickets', draft);
        expect((await settledJournal(api, id)).filter((entry) => !hasLeft(entry))).toEqual([]);
        const mails = await new Sent(other.run.mail, other.run.sms, other.dataDir).mails();
        expect(mails.map(({ subject }) => subject.includes(String(number)))).toEqual(mails.map(() => true));
        expect(mails.length).toBeGreaterThan(0);
      } finally {
        await other.stop();
      }
    },
    4 * MINUTES,
  );
});
