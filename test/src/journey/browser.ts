import { chromium, type Browser } from 'playwright-core';
import { existsSync } from 'node:fs';

const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/** Debian's Chromium, kept from calling home. */
export function openBrowser(): Promise<Browser> {
  if (!existsSync(DEBIAN_CHROMIUM)) throw new Error(`no browser at ${DEBIAN_CHROMIUM}`);
  return chromium.launch({
    executablePath: DEBIAN_CHROMIUM,
    // Under a shifted clock (`npm test -- --at …`) the browser keeps the machine's.
    env: { ...process.env, LD_PRELOAD: '' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
