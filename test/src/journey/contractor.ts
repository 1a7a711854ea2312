import type { Page } from 'playwright-core';
import { expectVisible } from './expect-visible.js';
import type { Upload } from './material.js';

/** The pages behind the link of a mail, on a phone and with JavaScript off. */
export class ContractorPage {
  constructor(private readonly page: Page) {}

  async open(link: string): Promise<void> {
    await this.page.goto(link);
    await expectVisible(this.page.getByRole('heading', { level: 1 }));
  }

  /** @param date `2026-11-25` @param time `10:00`, in Paris @param minutes as the list offers them */
  async accept(date: string, time: string, minutes: number): Promise<void> {
    await this.page.locator('#acceptation-date').fill(date);
    await this.page.locator('#acceptation-time').fill(time);
    await this.page.locator('#acceptation-duration').selectOption(String(minutes));
    await this.#send('#acceptation button[type=submit]');
  }

  async willBeLate(minutes: number): Promise<void> {
    await this.page.locator('#presence select[name=lateMinutes]').selectOption(String(minutes));
    await this.#send('#presence button[value=LATE]');
  }

  async complete(proofs: Upload[], invoice: Upload, amount: string): Promise<void> {
    await this.page.locator('#fin-intervention-proofs').setInputFiles(proofs);
    await this.page.locator('#fin-intervention-invoice').setInputFiles(invoice);
    await this.page.locator('#fin-intervention-amount').fill(amount);
    await this.page.locator('#fin-intervention-comment').fill('Siphon remplacé, essai fait.');
    await this.#send('#fin-intervention button[type=submit]');
  }

  async #send(button: string): Promise<void> {
    await this.page.locator(button).first().click();
    await this.page.waitForURL(/notice=done/, { timeout: 60_000 });
  }
}
