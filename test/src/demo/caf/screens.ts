import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expectVisible } from '../../journey/expect-visible.js';
import { ManagerPage } from '../../journey/manager.js';
import { DEMO_LOGIN } from '../../platform/api-client.js';

const WIDTHS = [390, 1280, 1440];

const ADMINISTRATOR = { ...DEMO_LOGIN, mail: 'nathalie.roche@tilleuls.example' };

/** The screens of the exchanges with the CAF, by the words that are read there. */
export class CafScreens {
  constructor(
    readonly page: Page,
    private readonly gateway: string,
    /** Where copies of the files stay when the platform is gone. */
    private readonly folder: string,
    private readonly entity: string,
  ) {}

  /** Also after months have passed, over which no session lasts. */
  async signIn(at: Date): Promise<void> {
    await this.page.context().clearCookies();
    // What a person at that screen would read on the clock: a day to come cannot be typed where a past one belongs.
    await this.page.clock.setSystemTime(at);
    await new ManagerPage(this.page, this.gateway).signIn(ADMINISTRATOR);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.gateway}/${path}`);
  }

  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** The row of a list that says so. */
  row(...texts: (string | RegExp)[]): Locator {
    return texts.reduce((rows, hasText) => rows.filter({ hasText }), this.page.getByRole('row'));
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).first().selectOption({ label: option });
  }

  async chooseEntity(): Promise<void> {
    await this.choose('Entité', this.entity);
  }

  /** @returns what stands on the screen when the file was made, or what stops it */
  async generate(path: string, year?: number): Promise<Locator> {
    await this.open(path);
    await this.chooseEntity();
    if (year) await this.page.getByLabel('Loyers de juillet').fill(String(year));
    await this.button('Générer le fichier').click();
    const result = this.page
      .getByRole('status')
      .filter({ hasText: 'Fichier généré' })
      .or(this.page.getByRole('alert').filter({ hasText: 'n’est pas généré' }));
    await expectVisible(result);
    return result;
  }

  /** What the screen says of a file that was made: it lies there, byte for byte what is downloaded. */
  async collect(result: Locator): Promise<string[]> {
    const link = result.getByRole('link', { name: /^Fichier généré : / });
    await expectVisible(link);
    const dropped = result.getByText(/^Déposé pour le partenaire : /);
    await expectVisible(dropped);
    const path = (await dropped.innerText()).replace(/^[^:]*: /, '');
    return this.keep(link, path);
  }

  /** Of the journal: the newest file of a message, at the top. */
  async newest(message: string): Promise<string[]> {
    await this.open('caf/journal');
    await this.page.getByLabel('Message').selectOption(message);
    const row = this.page.getByRole('row').filter({ hasText: message }).first();
    await expectVisible(row.getByRole('cell').filter({ hasText: /^Déposé/ }));
    const path = await row
      .getByText(/\.txt$/)
      .last()
      .innerText();
    return this.keep(row.getByRole('link').first(), path);
  }

  private async keep(link: Locator, path: string): Promise<string[]> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), link.click()]);
    const copy = join(this.folder, download.suggestedFilename());
    await download.saveAs(copy);
    const [fetched, dropped] = await Promise.all([readFile(copy), readFile(path)]);
    if (!fetched.equals(dropped)) throw new Error(`${path} is not what ${copy} says`);
    return [`  déposé : ${path}`, `  copie :  ${copy}`];
  }

  /** @returns the address of the statement, once it is read */
  async take(name: string, text: string, how: 'drop' | 'choose'): Promise<void> {
    await this.open('caf/statements');
    const buffer = Buffer.from(text, 'latin1');
    if (how === 'choose') {
      await this.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
      return;
    }
    // In the browser's own words: this program knows no DOM.
    const file = JSON.stringify([[text], name]);
    const dropped = await this.page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File(...${file})); return data; })()`,
    );
    await this.page.getByText('Déposez ici le fichier CAF').dispatchEvent('drop', { dataTransfer: dropped });
  }

  /** A total above the lines of a statement. */
  async total(name: string): Promise<string> {
    const term = this.page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) });
    const value = term.locator('xpath=following-sibling::dd');
    await expectVisible(value);
    return plain(await value.innerText());
  }

  /** As it looks on a telephone, a laptop and a desk. */
  async pictures(name: string): Promise<void> {
    const before = this.page.viewportSize();
    for (const width of WIDTHS) {
      await this.page.setViewportSize({ width, height: 900 });
      await this.page.screenshot({ path: join(this.folder, `${name}-${width}.png`), fullPage: true });
    }
    if (before) await this.page.setViewportSize(before);
  }

  async paper(name: string): Promise<string> {
    const path = join(this.folder, name);
    await writeFile(path, await this.page.pdf({ format: 'A4' }));
    return path;
  }
}

/** On one line, with plain spaces. */
export const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
