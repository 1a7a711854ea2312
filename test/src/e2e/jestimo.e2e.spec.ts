import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { liveJestimoDay } from '../demo/jestimo.js';
import { openBrowser } from '../journey/browser.js';
import { OwnPlatform } from '../platform/platform.js';

const MINUTES = 60_000;

describe('Jestimo, on screen', () => {
  let platform: OwnPlatform;
  let browser: Browser;

  beforeAll(async () => {
    [browser, platform] = await Promise.all([openBrowser(), OwnPlatform.start()]);
  }, 3 * MINUTES);

  afterAll(async () => {
    await platform?.stop();
    await browser?.close();
  }, MINUTES);

  it(
    'estimates a dwelling, gives what an entity has as of yesterday, and the next day what changed',
    async () => {
      const said: string[] = [];
      const { run, dataDir } = platform;
      const folder = join(dataDir, 'pictures');
      const sent = await liveJestimoDay({
        ...{ platform: run, dataDir, browser, folder, say: (text) => void said.push(text) },
      });
      expect(said.length).toBe(7);
      expect(sent.filter((path) => path.includes('estimations')).length).toBe(3);
    },
    5 * MINUTES,
  );
});
