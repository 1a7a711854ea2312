import type { Page } from 'playwright-core';
import { violationsOf } from '../journey/accessibility.js';
import { expectVisible } from '../journey/expect-visible.js';

const WIDTHS = [390, 1280, 1440] as const;
/** Of the exchanges with the CAF, by what their address ends with. */
const PAGES = ['', '/rents', '/arrears', '/departures', '/journal', '/legal', '/statements', '/settings'];

/** What breaks WCAG 2.2 or goes over the edge on a page of the exchanges with the CAF, and on a statement's. */
export async function faultsAtWidths(page: Page, base: string, statement: string): Promise<string[]> {
  const found: string[] = [];
  for (const address of [...PAGES.map((path) => `${base}/caf${path}`), statement]) {
    await page.goto(address);
    await expectVisible(page.getByRole('heading').first());
    await page.waitForLoadState('networkidle');
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const where = `${address.replace(base, '')} at ${String(width)}`;
      const scrollWidth = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (scrollWidth > width) found.push(`${where}: ${String(scrollWidth)} wide`);
      found.push(...(await violationsOf(page)).map((each) => `${where}: ${each}`));
    }
  }
  return found;
}
