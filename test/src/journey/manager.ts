import { expectVisible } from './expect-visible.js';
import type { Page } from 'playwright-core';
import { DEMO_LOGIN } from '../platform/api-client.js';
import type { Upload } from './material.js';
import { persistently } from './persistently.js';

export interface TypedPerson {
  name: string;
  mails: string;
  mobiles: string;
}

/** The extranet, as a manager uses it: by the labels that she reads. */
export class ManagerPage {
  constructor(
    readonly page: Page,
    private readonly base: string,
  ) {}

  async signIn({ mail, password } = DEMO_LOGIN): Promise<void> {
    await this.page.goto(this.base);
    await this.page.getByLabel('Adresse e-mail').fill(mail);
    await this.page.getByLabel('Mot de passe', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Se connecter' }).click();
    await expectVisible(this.page.getByRole('link', { name: 'Nouveau ticket' }).first());
  }

  async startTicket(): Promise<void> {
    await this.page.goto(`${this.base}/tickets/gerance/new`);
    await expectVisible(this.page.getByRole('button', { name: 'Créer le ticket' }));
  }

  /** The first unit that the search finds. */
  async choosePlace(search: string): Promise<string> {
    await this.page.getByLabel('Lot ou immeuble').first().fill(search);
    const option = this.page.locator('[role=listbox] [role=option]').first();
    await expectVisible(option);
    const label = (await option.textContent()) ?? '';
    await option.click();
    return label;
  }

  async describe(subject: string, description: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Source' }).selectOption({ label: 'Téléphone' });
    await this.page.getByRole('textbox', { name: 'Sujet' }).fill(subject);
    await this.page.getByRole('textbox', { name: 'Description', exact: true }).fill(description);
    await this.page.getByRole('checkbox', { name: 'Demander la présence sur place' }).check();
  }

  async addContractor(person: TypedPerson): Promise<void> {
    await this.page.getByRole('button', { name: 'Saisir un intervenant non listé' }).click();
    await this.#fillPerson('Intervenants', person);
  }

  async addPerson(
    list: 'Personnes à contacter' | 'Personnes à notifier',
    person: TypedPerson,
  ): Promise<void> {
    const group = this.page.getByRole('group', { name: list, exact: true });
    await group.getByRole('button', { name: 'Ajouter une personne non listée' }).click();
    await this.#fillPerson(list, person);
  }

  async #fillPerson(list: string, { name, mails, mobiles }: TypedPerson): Promise<void> {
    const group = this.page.getByRole('group', { name: list, exact: true });
    await group.getByRole('textbox', { name: 'Nom' }).last().fill(name);
    await group.getByRole('textbox', { name: 'E-mails' }).last().fill(mails);
    await group.getByRole('textbox', { name: 'Portables' }).last().fill(mobiles);
    await group
      .getByRole('checkbox', { name: 'Par e-mail' })
      .last()
      .setChecked(mails !== '');
    await group
      .getByRole('checkbox', { name: 'Par SMS' })
      .last()
      .setChecked(mobiles !== '');
  }

  async attach(files: Upload[]): Promise<void> {
    await this.page.locator('input[type=file]').first().setInputFiles(files);
    await expectVisible(this.page.getByText('Envoyé').nth(files.length - 1));
  }

  /** @returns the number and the id of the new ticket. */
  async createTicket(): Promise<{ number: number; id: string }> {
    await this.page.getByRole('button', { name: 'Créer le ticket' }).click();
    await this.page.waitForURL(/\/tickets\/gerance\/(?!new)[^/]+$/, { timeout: 60_000 });
    const title = this.page.getByRole('heading', { level: 1, name: /n° \d+/ });
    await expectVisible(title);
    const number = Number(/\d+/.exec((await title.textContent()) ?? '')?.[0]);
    return { number, id: this.page.url().split('/').at(-1) ?? '' };
  }

  /** The status, shown live: the page is never reloaded. */
  async seesStatus(status: string): Promise<void> {
    await expectVisible(this.page.getByText(status, { exact: true }).first());
  }

  async closeTicket(): Promise<void> {
    await this.page.getByRole('button', { name: 'Fermer le ticket' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Fermer définitivement' }).click();
    await this.seesStatus('CLOS');
  }

  async download(
    link: 'Télécharger le résumé (PDF)' | 'Télécharger les documents (ZIP)',
    path: string,
  ): Promise<void> {
    const control = this.page
      .getByRole('link', { name: link })
      .or(this.page.getByRole('button', { name: link }));
    await expectVisible(control);
    await persistently(async () => {
      const [download] = await Promise.all([this.page.waitForEvent('download'), control.click()]);
      await download.saveAs(path);
    });
  }
}
