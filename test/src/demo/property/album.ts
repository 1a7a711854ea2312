import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A phone, a laptop and a desk: how each screen looks on each. */
const WIDTHS = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
];

/** What sticks to the window would stand in the middle of a long picture. */
const UNSTUCK = 'header, nav, form > div:last-child { position: static !important; }';

/** Pictures of the screens that a life went through, in its order. */
export class Album {
  private count = 0;

  constructor(
    private readonly page: Page,
    readonly folder: string,
  ) {}

  async keep(title: string): Promise<void> {
    if (this.count === 0) await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
    this.count += 1;
    const name = `${String(this.count).padStart(2, '0')} ${title.replaceAll(/[/:…«» ]+/gu, ' ').trim()}`;
    // The last width is the one that the life goes on with.
    for (const viewport of WIDTHS) {
      await this.page.setViewportSize(viewport);
      const path = join(this.folder, `${name} ${String(viewport.width)}.png`);
      await this.page.screenshot({ path, fullPage: true, animations: 'disabled', style: UNSTUCK });
    }
  }
}
