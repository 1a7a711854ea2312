import type { Page } from 'playwright-core';
import { DEMO_LOGIN } from '../platform/api-client.js';
import { expectVisible } from './expect-visible.js';
import type { Upload } from './material.js';

/** The clients' extranet, as a co-owner uses it on a phone: by the labels that are read there. */
export class ClientPage {
  constructor(
    readonly page: Page,
    private readonly base: string,
  ) {}

  async signIn(mail: string): Promise<void> {
    await this.page.goto(`${this.base}/client`);
    await this.page.getByLabel('Adresse e-mail').fill(mail);
    await this.page.getByLabel('Mot de passe', { exact: true }).fill(DEMO_LOGIN.password);
    await this.page.getByRole('button', { name: 'Se connecter' }).click();
    await expectVisible(this.page.getByRole('button', { name: 'Se déconnecter' }));
  }

  async write(subject: string, description: string, photo: Upload): Promise<void> {
    await this.opensRequests();
    await this.page.getByRole('link', { name: 'Nouvelle demande' }).click();
    await this.page.getByLabel('Où est le problème ?').selectOption({ index: 1 });
    await this.page.getByLabel('Sujet').fill(subject);
    await this.page.getByLabel('Description').fill(description);
    await this.page.locator('input[type=file]').first().setInputFiles(photo);
    await expectVisible(this.page.getByText('Envoyé'));
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Envoyer la demande' }).click();
  }

  /** @returns the id of the new ticket. */
  async isSent(): Promise<string> {
    await expectVisible(this.page.getByText(/Votre demande n° \d+ est bien envoyée\./));
    return this.page.url().split('/').at(-1) ?? '';
  }

  async opensRequests(): Promise<void> {
    const rubrics = this.page.getByRole('navigation', { name: 'Rubriques' });
    await rubrics.getByRole('link', { name: 'Mes demandes' }).click();
  }

  async opensRequest(subject: string): Promise<void> {
    await this.page.getByRole('link', { name: subject }).click();
  }

  async sees(text: string): Promise<void> {
    await expectVisible(this.page.getByText(text, { exact: true }).first());
  }

  async follow(): Promise<void> {
    await this.page.getByRole('link', { name: 'Suivre l’intervention' }).click();
  }
}
