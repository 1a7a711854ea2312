import type { Locator, Page } from 'playwright-core';
import type { Upload } from './material.js';
import { persistently } from './persistently.js';

const ANSWER_DEADLINE_MS = 30_000;
const NOTICE_DEADLINE_MS = 10_000;

/** The pages behind the link of a mail, on a phone and with JavaScript off. */
export class ContractorPage {
  constructor(
    private readonly page: Page,
    private readonly link: string,
  ) {}

  /** @param day `2026-11-25` @param time `10:00`, in Paris @param minutes as the list offers them */
  async accept(day: string, time: string, minutes: number): Promise<void> {
    await this.#answer('#acceptation', 'button[type=submit]', async (form) => {
      await form.locator('#acceptation-date').fill(day);
      await form.locator('#acceptation-time').fill(time);
      await form.locator('#acceptation-duration').selectOption(String(minutes));
    });
  }

  async willBeLate(minutes: number): Promise<void> {
    await this.#answer('#presence', 'button[value=LATE]', async (form) => {
      await form.locator('select[name=lateMinutes]').selectOption(String(minutes));
    });
  }

  async complete(proofs: Upload[], invoice: Upload, amount: string): Promise<void> {
    await this.#answer('#fin-intervention', 'button[type=submit]', async (form) => {
      await form.locator('#fin-intervention-proofs').setInputFiles(proofs);
      await form.locator('#fin-intervention-invoice').setInputFiles(invoice);
      await form.locator('#fin-intervention-amount').fill(amount);
      await form.locator('#fin-intervention-comment').fill('Siphon remplacé, essai fait.');
    });
  }

  /**
   * Opens the link, fills the form in, sends it. When the answer does not come, opens the link again: a form that is
   * no longer asked for was taken after all.
   */
  async #answer(form: string, button: string, fill: (form: Locator) => Promise<void>): Promise<void> {
    let sent = false;
    await persistently(async () => {
      await this.page.goto(this.link, { timeout: ANSWER_DEADLINE_MS });
      await this.page.getByRole('heading', { level: 1 }).waitFor({ timeout: ANSWER_DEADLINE_MS });
      const section = this.page.locator(form);
      if (sent && (await section.count()) === 0) return;
      await fill(section);
      sent = true;
      await section.locator(button).first().click({ timeout: ANSWER_DEADLINE_MS });
      await this.page.waitForURL(/notice=done/, { timeout: NOTICE_DEADLINE_MS });
    });
  }
}
