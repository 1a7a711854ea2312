import type { Locator, Page } from 'playwright-core';
import { expectVisible } from './expect-visible.js';
import type { Upload } from './material.js';

/** The orange of the current step: white on it has a contrast of 5.2. */
const ORANGE = 'rgb(194, 65, 12)';

/** In the browser, whose types this program does not have. */
interface Styles {
  getComputedStyle: (element: unknown) => { backgroundColor: string };
}

/** What is typed on one screen, by the labels that are read there; `true` ticks a box, a list chooses an option. */
export type Typed = Readonly<Record<string, string | boolean | readonly [option: string]>>;

/** A wizard of "Mandats et baux", as a manager uses it. */
export class WizardPage {
  /** Of the screen that was last seen. */
  private title = '';

  constructor(
    readonly page: Page,
    private readonly base: string,
    /** Told of each screen once it is filled in, before it is left. */
    private readonly filled: (title: string) => Promise<void> = () => Promise.resolve(),
  ) {}

  /** Title of the screen that was last seen. */
  get at(): string {
    return this.title;
  }

  /** By the menu and the shortcut, as the manual says. */
  async begin(wizard: string): Promise<void> {
    await this.page.goto(this.base);
    await this.page.getByRole('link', { name: 'Mandats et baux' }).first().click();
    await this.page.getByRole('link', { name: wizard }).first().click();
    await expectVisible(this.page.getByRole('heading', { level: 1, name: wizard }));
  }

  /** The wizard starts by itself, or behind "Créer" when there are drafts. */
  async create(): Promise<void> {
    const create = this.page.getByRole('button', { name: 'Créer', exact: true });
    await expectVisible(create.or(this.rail).first());
    if (await create.isVisible()) await create.click();
    await expectVisible(this.rail);
  }

  get rail(): Locator {
    return this.page.getByRole('navigation', { name: /^Étapes : / });
  }

  /** The screen's title, and its step in orange. @throws when it is another one */
  async isAt(title: string, step: string): Promise<void> {
    const heading = this.page.getByRole('heading', { level: 2, name: title, exact: true });
    const refusal = this.page.getByRole('alert').filter({ hasText: 'à corriger' });
    await expectVisible(heading.or(refusal).first());
    if (!(await heading.isVisible())) throw new Error(`« ${title} »: ${await refusal.innerText()}`);
    const current = this.rail.locator('[aria-current=step]');
    const shown = (await current.innerText()).replace(/\s+/g, ' ');
    const colour = await current.evaluate(
      (element) => (globalThis as unknown as Styles).getComputedStyle(element).backgroundColor,
    );
    if (!shown.includes(step) || colour !== ORANGE)
      throw new Error(`« ${title} »: step « ${shown} » in ${colour}`);
    this.title = title;
  }

  async type(fields: Typed, within: Locator | Page = this.page): Promise<void> {
    for (const [label, value] of Object.entries(fields)) {
      if (typeof value === 'boolean') await box(within, label).setChecked(value);
      else if (typeof value === 'string') await line(within, label).fill(value);
      else await line(within, label).selectOption({ label: value[0] });
    }
  }

  /** One of few choices shown side by side. */
  async pick(label: string, within: Locator | Page = this.page): Promise<void> {
    await within.getByRole('radio', { name: label, exact: true }).check();
  }

  /** A row more of a list; told by its place, since its name changes while it is typed. */
  async addRow(list: string, add: string): Promise<Locator> {
    const group = this.page.getByRole('group', { name: list, exact: true }).first();
    await group.getByRole('button', { name: add, exact: true }).click();
    const rows = group.locator(':scope > [role=group]');
    return rows.nth((await rows.count()) - 1);
  }

  async attach(label: string, file: Upload): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).setInputFiles(file);
    await expectVisible(this.page.getByText(file.name).first());
    await expectVisible(this.page.getByText('Envoyé').first());
  }

  /** What the server put in a computed field. */
  async computed(label: string, within: Locator | Page = this.page): Promise<string> {
    const input = line(within, label);
    await input.and(within.locator('input:not([value=""])')).waitFor();
    return input.inputValue();
  }

  async next(label = 'Étape suivante'): Promise<void> {
    await this.filled(this.title);
    await this.page.getByRole('button', { name: label, exact: true }).click();
  }

  async previous(): Promise<void> {
    await this.page.getByRole('button', { name: 'Étape précédente', exact: true }).click();
  }

  async leave(choice: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Quitter l’assistant' }).first().click();
    const dialog = this.page.getByRole('dialog');
    await this.pick(choice, dialog);
    await dialog.getByRole('button', { name: 'Valider', exact: true }).click();
  }
}

function line(within: Locator | Page, label: string): Locator {
  return within
    .getByRole('textbox', { name: label, exact: true })
    .or(within.getByRole('combobox', { name: label, exact: true }))
    .first();
}

function box(within: Locator | Page, label: string): Locator {
  return within.getByRole('checkbox', { name: label, exact: true });
}
