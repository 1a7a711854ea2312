import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilesMade } from '@intervia/contracts/property';
import { FilesMadeSchema, RegisterEntryMadeSchema } from '@intervia/contracts/property';
import { PropertyFileSavedSchema } from '@intervia/contracts';
import type { PropertyFileSaved } from '@intervia/contracts';
import { EventFeed, MessagingModule } from '@intervia/messaging';
import { eventually } from '@intervia/testing';
import { NestFactory } from '@nestjs/core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../../journey/browser.js';
import { PlatformClock } from '../../journey/clock.js';
import { expectVisible } from '../../journey/expect-visible.js';
import { ManagerPage } from '../../journey/manager.js';
import { WizardPage } from '../../journey/wizard-page.js';
import { DEMO_LOGIN } from '../../platform/api-client.js';
import type { RunningPlatform } from '../../platform/platform.js';
import { addNewUnit, addSyndicUnit, typeMandate, typeOwner, typeOwnerAccount } from './mandate.js';
import { addOneMoreUnit } from './one-more-unit.js';
import type { NewUnit } from './mandate.js';
import { Album } from './album.js';
import { liveLeaving } from './leaving.js';
import { PublishedEvents } from './published-events.js';
import { sceneAt } from './scene.js';
import type { Scene } from './scene.js';
import { typeCommercialLease, typeFlatShare } from './tenants.js';

const AGENCY = 'tilleuls';
const COLLEAGUE = { ...DEMO_LOGIN, mail: 'ines.benali@tilleuls.example' };
const FLAT: NewUnit = { plan: '11', kind: 'Appartement', surface: '62,40', rent: '950', charges: '85' };
const SHOP: NewUnit = { plan: '1', kind: 'Local commercial', surface: '48', rent: '1200', charges: '90' };
const THIRD: NewUnit = { plan: '12', kind: 'Appartement', surface: '31,20', rent: '560', charges: '45' };
const SOON = { timeoutMs: 60_000, intervalMs: 200 };

export interface PropertyLife {
  platform: RunningPlatform;
  /** Where the register and the events go. */
  folder: string;
  /** Told when each step was really seen. */
  say: (text: string) => void;
}

/** One mandate with its tenants, from the first key to the register. @throws where something is not seen */
export async function livePropertyDay({ platform, folder, say }: PropertyLife): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { url, user, password } = platform.nats;
  const clock = await PlatformClock.of(platform);
  const scene = sceneAt(clock.now());
  await clock.close();
  const messaging = MessagingModule.forRoot({
    ...{ service: 'operator', natsUrl: url, user, password },
    clock: 'movable',
  });
  const context = await NestFactory.createApplicationContext(messaging, { logger: false });
  const events = new PublishedEvents(context.get(EventFeed), AGENCY);
  const browser = await openBrowser();
  try {
    await new PropertyDay(platform.gateway, folder, browser, scene, say, events).live();
  } finally {
    await browser.close();
    await context.close();
  }
}

class PropertyDay {
  page!: Page;
  wizard!: WizardPage;
  private album!: Album;

  constructor(
    private readonly gateway: string,
    private readonly folder: string,
    private readonly browser: Browser,
    readonly scene: Scene,
    readonly say: (text: string) => void,
    private readonly events: PublishedEvents,
  ) {}

  async live(): Promise<void> {
    this.page = await this.signedIn(DEMO_LOGIN);
    this.album = new Album(this.page, join(this.folder, 'écrans'));
    this.wizard = new WizardPage(this.page, this.gateway, (title) => this.album.keep(title));
    try {
      await this.beginMandate();
      await this.resumeMandate();
      await this.addUnits();
      const number = await this.saveMandate();
      await this.enterTenants();
      await addOneMoreUnit(this, THIRD);
      const pdf = await this.printRegister(number);
      await this.openTicket();
      await this.liveLeaving();
      await this.closeJournal(pdf);
    } catch (error) {
      const shot = join(this.folder, 'arrêt.png');
      await this.page.screenshot({ path: shot, fullPage: true }).catch(() => undefined);
      this.say(`arrêt à ${this.page.url()} ; l’écran est dans ${shot}`);
      throw error;
    }
  }

  private async signedIn(login: typeof DEMO_LOGIN): Promise<Page> {
    const context: BrowserContext = await this.browser.newContext({
      ...{ locale: 'fr-FR', timezoneId: 'Europe/Paris', acceptDownloads: true },
      viewport: { width: 1440, height: 900 },
    });
    const page = await context.newPage();
    await new ManagerPage(page, this.gateway).signIn(login);
    return page;
  }

  private async beginMandate(): Promise<void> {
    const { wizard, scene, say } = this;
    await wizard.begin('Nouveau mandat');
    await wizard.create();
    await typeOwner(wizard, scene);
    say(`étape 1 : ${this.ownerName}, code ${await wizard.computed('Code tiers')} calculé d’après le nom`);
    await wizard.next();
    await typeOwnerAccount(wizard, scene);
    await wizard.next();
    await wizard.isAt('Le mandat', 'Mandat');
    await wizard.previous();
    await wizard.isAt('Le compte propriétaire', 'Compte propriétaire');
    say(`étape 2 : compte ${await wizard.computed('Numéro de compte')}, un indivisaire pour 40 %`);
    await wizard.next();
    await wizard.isAt('Le mandat', 'Mandat');
    await wizard.type({ 'Nature du mandat': 'Gestion locative' });
    await expectVisible(this.page.getByText(/^Brouillon enregistré /));
    say('étape 3 en orange : commencée');
    await wizard.leave('Fermer l’écran et enregistrer ma saisie en brouillon');
    await expectVisible(this.draftRow(this.page));
    await this.album.keep('Brouillons');
    say('quitté à l’étape 3 avec un brouillon');
    const colleague = await this.signedIn(COLLEAGUE);
    await new WizardPage(colleague, this.gateway).begin('Nouveau mandat');
    const row = this.draftRow(colleague);
    await expectVisible(row.getByText('3. Mandat'));
    await expectVisible(row.getByText('Claire Moreau').first());
    say('Inès Benali voit le brouillon, à l’étape 3, enregistré par Claire Moreau');
    await colleague.context().close();
  }

  private async resumeMandate(): Promise<void> {
    const { wizard, say } = this;
    await this.draftRow(this.page).dblclick();
    await wizard.isAt('Le mandat', 'Mandat');
    const nature = await this.page.getByRole('textbox', { name: 'Nature du mandat' }).inputValue();
    if (nature !== 'Gestion locative') throw new Error(`step 3 has lost « ${nature} »`);
    say('repris à l’étape 3, rien n’est perdu');
    await typeMandate(wizard, this.scene);
    say(`étape 3 : mandat, n° ${await wizard.computed('N° mandat')} proposé par le registre`);
    await wizard.next();
  }

  private async addUnits(): Promise<void> {
    const { wizard, scene, say } = this;
    await addNewUnit(wizard, scene, FLAT, false);
    say(`étape 4 : immeuble ${scene.building}, premier lot`);
    await addNewUnit(wizard, scene, SHOP, true);
    say('étape 4 : second lot, dans le même immeuble');
    const syndic = await addSyndicUnit(wizard);
    say(`étape 4 : lot repris du syndic, non modifiable : ${syndic}`);
    await wizard.next();
    await wizard.isAt('Et après…', 'Et après…');
    await this.album.keep('Et après');
  }

  /** @returns the number that the register gave */
  private async saveMandate(): Promise<number> {
    const { page } = this;
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    const done = page.getByText(/^Mandat n° \d+ inscrit au registre\.$/);
    await expectVisible(done);
    const number = Number(/\d+/.exec(await done.innerText())?.[0]);
    await this.album.keep('Mandat enregistré');
    this.say(`étape 5 : enregistré, mandat n° ${number} inscrit au registre`);
    await page.getByRole('button', { name: 'Créer le locataire', exact: true }).click();
    await expectVisible(page.getByRole('heading', { level: 1, name: 'Nouveau locataire' }));
    this.say('« Créer le locataire » accepté : un brouillon par lot');
    return number;
  }

  private async enterTenants(): Promise<void> {
    const { page, wizard, scene, say } = this;
    const flat = this.tenantRow(FLAT);
    await expectVisible(flat);
    await this.album.keep('Nouveau locataire, lots');
    await flat.dblclick();
    await typeFlatShare(wizard, scene);
    await expectVisible(flat.getByText('Complet'));
    say('colocation : deux colocataires, APL de chacun, un garant, dépôt, prélèvement SEPA');
    const shop = this.tenantRow(SHOP);
    await shop.getByRole('link').click();
    await typeCommercialLease(wizard, scene);
    await expectVisible(shop.getByText('Complet'));
    say(`bail commercial : ${scene.company}`);
    await page.getByRole('button', { name: 'Valider les nouveaux locataires' }).click();
    await expectVisible(page.getByRole('link', { name: new RegExp(scene.company, 'i') }).first());
    await expectVisible(
      page.getByRole('link', { name: new RegExp(scene.sharers.join(' et '), 'i') }).first(),
    );
    await this.album.keep('Locataires créés');
    say('« Valider les nouveaux locataires » : les deux sont créés et affichés en liste');
  }

  /** @returns where the PDF is */
  private async printRegister(number: number): Promise<string> {
    const { page, say } = this;
    await page.getByRole('link', { name: /^Registre des mandats/ }).click();
    await expectVisible(page.getByRole('heading', { level: 1, name: 'Registre des mandats' }));
    await page.getByRole('button', { name: 'Vérifier le registre' }).click();
    const verified = page.getByRole('status').filter({ hasText: /^Registre vérifié : .*chaîne intacte\./ });
    await expectVisible(verified);
    await this.album.keep('Registre');
    say((await verified.innerText()).split('\n')[0] ?? '');
    const pdf = join(this.folder, `registre-${number}.pdf`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Imprimer (PDF)' }).click(),
    ]);
    await download.saveAs(pdf);
    say(`registre imprimé : ${(await stat(pdf)).size} octets`);
    return pdf;
  }

  private async openTicket(): Promise<void> {
    const { page, scene, say } = this;
    const manager = new ManagerPage(page, this.gateway);
    await manager.startTicket();
    const place = `${scene.building}, Appartement gauche`;
    await page.getByLabel('Lot ou immeuble').first().fill(scene.building);
    await page.getByRole('option').filter({ hasText: place }).first().click();
    const contacts = page.getByRole('group', { name: 'Personnes à contacter', exact: true });
    for (const name of [scene.sharers.join(' et '), scene.owner.name])
      await expectVisible(contacts.getByText(new RegExp(name, 'i')).first());
    await manager.describe('Porte palière à régler', 'Elle frotte au sol.');
    await manager.addContractor({
      name: 'Serrurerie du Confluent',
      mails: 'serrurier@confluent.example',
      mobiles: '',
    });
    const ticket = await manager.createTicket();
    say(`ticket n° ${ticket.number} sur ${place} : locataire et propriétaire proposés`);
  }

  private async liveLeaving(): Promise<void> {
    const { page, gateway, album, scene, say } = this;
    const [day = '', month = '', year = ''] = scene.day(0).split('/');
    await liveLeaving({ page, base: gateway, album, scene, today: `${year}-${month}-${day}`, say });
    say(`écrans à 390, 1280 et 1440 px : ${album.folder}`);
  }

  /** Every file that was made has its event. */
  private async closeJournal(pdf: string): Promise<void> {
    const { events, say } = this;
    const files = await eventually(
      () => {
        const made = events.of<FilesMade>(FilesMadeSchema).flatMap((each) => each.files);
        const saved = new Set(events.of<PropertyFileSaved>(PropertyFileSavedSchema).map(fileIdOf));
        const isWhole = made.length > 0 && made.every(({ id }) => saved.has(id));
        return isWhole && events.of(RegisterEntryMadeSchema).length > 0 ? made : undefined;
      },
      { ...SOON, what: 'an event of every file that was made' },
    );
    const path = join(this.folder, 'evenements.jsonl');
    await events.write(path);
    say(`${events.items.length} événements publiés pour LSC, ${files.length} fiches créées`);
    console.log(`\n  REGISTRE      ${pdf}\n  ÉVÉNEMENTS    ${path}\n`);
  }

  private get ownerName(): string {
    return `${this.scene.owner.name.toLocaleUpperCase('fr')} ${this.scene.owner.firstName}`;
  }

  private draftRow(page: Page) {
    return page.getByRole('row').filter({ hasText: this.ownerName }).first();
  }

  private tenantRow({ kind }: NewUnit) {
    return this.page
      .getByRole('row')
      .filter({ hasText: `${kind} gauche, 2e étage, ${this.scene.building}` })
      .first();
  }
}

function fileIdOf({ file }: PropertyFileSaved): string {
  const value = file?.file.value;
  return value && 'id' in value ? value.id : '';
}
