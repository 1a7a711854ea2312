import type { Locator } from 'playwright-core';

/** Long enough for a process that was killed to be back; a healthy run never waits for it. */
const DEADLINE_MS = 60_000;

export async function expectVisible(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'visible', timeout: DEADLINE_MS });
}
