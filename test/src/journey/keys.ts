import type { Locator, Page } from 'playwright-core';

/** More than any screen has to go through. */
const MOST_STOPS = 160;
const MOST_CHOICES = 10;

/** Somebody who has no mouse: Tab until it is there, then Enter, Space or letters. */
export class Keys {
  constructor(private readonly page: Page) {}

  /** @throws when the Tab key never comes to it */
  async to(target: Locator): Promise<void> {
    await target.waitFor({ state: 'visible' });
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await this.isAt(target)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the Tab key never comes to ${String(target)}`);
  }

  async press(role: 'button' | 'link', name: string | RegExp): Promise<void> {
    await this.to(this.page.getByRole(role, { name, exact: typeof name === 'string' }).first());
    await this.page.keyboard.press('Enter');
  }

  async tick(role: 'checkbox' | 'radio', name: string | RegExp): Promise<void> {
    await this.to(this.page.getByRole(role, { name, exact: typeof name === 'string' }));
    await this.page.keyboard.press('Space');
  }

  /** One of few choices side by side: Tab comes to the chosen one, arrows go on from there. */
  async choose(group: string, name: string): Promise<void> {
    const choices = this.page.getByRole('radiogroup', { name: group });
    await this.to(choices.getByRole('radio', { checked: true }));
    const wanted = choices.getByRole('radio', { name, exact: true });
    for (let step = 0; step < MOST_CHOICES && !(await wanted.isChecked()); step += 1)
      await this.page.keyboard.press('ArrowDown');
    if (!(await wanted.isChecked())) throw new Error(`the arrows never come to ${name}`);
  }

  /** An item of a menu that is open: the arrows go through it as soon as it has the focus. */
  async pick(item: Locator): Promise<void> {
    await item.waitFor({ state: 'visible' });
    for (let step = 0; step < MOST_STOPS; step += 1) {
      if (await this.isAt(item)) return this.page.keyboard.press('Enter');
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`the arrows never come to ${String(item)}`);
  }

  /** Letters in a field; in a list, the option that begins with them. */
  async type(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(fields)) {
      const line = this.page.getByRole('textbox', { name: label, exact: true });
      await this.to(line.or(this.page.getByRole('combobox', { name: label, exact: true })).first());
      await this.page.keyboard.type(text);
    }
  }

  private isAt(target: Locator): Promise<boolean> {
    return target.evaluate((element) => {
      const { activeElement } = (element as unknown as { ownerDocument: { activeElement: unknown } })
        .ownerDocument;
      return element === activeElement;
    });
  }
}
