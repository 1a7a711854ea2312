import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../journey/browser.js';
import { hasLeft, settledJournal } from '../journey/journal.js';
import { liveMainJob, type JobResult } from '../journey/main-job.js';
import { ApiClient, FOREIGN_LOGIN } from '../platform/api-client.js';
import { OwnPlatform } from '../platform/platform.js';

const MINUTES = 60_000;

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
});
