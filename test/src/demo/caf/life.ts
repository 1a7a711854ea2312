import { DirectoryService } from '@intervia/contracts';
import type { PublishRequest } from '@intervia/contracts';
import { BusClient, MessagingModule } from '@intervia/messaging';
import { NestFactory } from '@nestjs/core';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from '../../journey/browser.js';
import { PlatformClock } from '../../journey/clock.js';
import { expectVisible } from '../../journey/expect-visible.js';
import { WizardPage } from '../../journey/wizard-page.js';
import type { RunningPlatform } from '../../platform/platform.js';
import { liveAlerts } from './alerts.js';
import { CafScreens, plain } from './screens.js';
import { saveSettings, saveStation, sendNotices } from './settings.js';
import { DEMO_ENTITY_NAME, PAID_MONTHS, cafDemo, demoStatement } from './tenants.js';

const AGENCY = 'tilleuls';

/** The year begins before the law changes, whatever day it is lived on. */
const FIRST_DAY = new Date('2026-11-30T09:00:00Z');

/** Time never goes back where people have worked: a platform that is past the year's first day cannot live it any more. */
export async function canLiveCafYear(platform: RunningPlatform): Promise<boolean> {
  const clock = await PlatformClock.of(platform);
  try {
    return clock.now() < FIRST_DAY;
  } finally {
    await clock.close();
  }
}

/** One CAF year of the demo agency on its screens, with the clock moved; throws where something is not seen. */
export async function liveCafYear(
  platform: RunningPlatform,
  folder: string,
  say: (text: string) => void,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const clock = await PlatformClock.of(platform);
  await clock.startAt(FIRST_DAY);
  const { url, user, password } = platform.nats;
  const messaging = MessagingModule.forRoot({
    ...{ service: 'operator', natsUrl: url, user, password },
    clock: 'movable',
  });
  const context = await NestFactory.createApplicationContext(messaging, { logger: false });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({
      ...{ locale: 'fr-FR', timezoneId: 'Europe/Paris', acceptDownloads: true },
      viewport: { width: 1440, height: 900 },
    });
    const screens = new CafScreens(page, platform.gateway, folder, DEMO_ENTITY_NAME);
    try {
      await new CafYear(screens, context.get(BusClient), clock, folder, say).live();
    } catch (error) {
      const shot = join(folder, 'arrêt.png');
      await page.screenshot({ path: shot, fullPage: true }).catch(() => undefined);
      say(`arrêt à ${page.url()} ; l’écran est dans ${shot}`);
      throw error;
    }
  } finally {
    await browser.close();
    await context.close();
    await clock.close();
  }
}

class CafYear {
  private readonly tenants = cafDemo(AGENCY);

  constructor(
    private readonly screens: CafScreens,
    private readonly bus: BusClient,
    private readonly clock: PlatformClock,
    private readonly folder: string,
    private readonly say: (text: string) => void,
  ) {}

  async live(): Promise<void> {
    const { screens, say } = this;
    await this.publish(this.tenants.publication);
    say('LSC publie les locataires de la démonstration');
    await screens.signIn(this.clock.now());
    await saveStation(screens);
    say('poste technique : C:\\Neovacom\\CAF\\Emission, inscriptible');
    await saveSettings(screens);
    say('paramètres de l’entité : SIRET refusé, corrigé, enregistrés');
    await this.julyRents();
    await this.arrears();
    await this.publish(this.tenants.changed);
    say('LSC publie le départ d’un colocataire et la fin d’un mandat');
    await liveAlerts(screens, say);
    await this.newLaw();
    await this.notices();
    await this.statement();
    await this.nextStatement();
    await this.departures();
  }

  private async moveTo(moment: string): Promise<void> {
    await this.clock.moveTo(new Date(moment));
    await this.screens.signIn(this.clock.now());
  }

  /** As LSC does: the one who keeps these files. */
  private async publish(publication: PublishRequest): Promise<void> {
    await this.bus.service(DirectoryService).publish(publication, { timeoutMs: 60_000 });
  }

  private async collected(files: Promise<string[]>): Promise<void> {
    for (const line of await files) this.say(line);
  }

  private async julyRents(): Promise<void> {
    const { screens, say } = this;
    const { page } = screens;
    const blocked = await screens.generate('caf/rents', 2026);
    await expectVisible(
      blocked.getByText(/Ni date d’entrée en colocation, ni date de premier quittancement/),
    );
    await screens.pictures('loyers-bloqués');
    const fault = blocked.getByRole('listitem');
    if ((await fault.count()) !== 1) throw new Error('one fault was to be listed');
    say(`CAF12 bloqué : ${plain(await fault.innerText())}`);
    await fault.getByRole('link').click();
    await expectVisible(page.getByText(/Hillaire.*date d’entrée non renseignée/));
    say('le lien ouvre la fiche : la date d’entrée en colocation manque');
    await this.publish(this.tenants.corrected);
    await page.reload();
    await expectVisible(page.getByText(/Hillaire.*Entrée 15\/03\/2025/));
    say('la date est corrigée dans LSC : la fiche la montre');
    const done = await screens.generate('caf/rents', 2026);
    await this.collected(screens.collect(done));
    await screens.choose('Afficher', 'Exclus');
    await expectVisible(screens.row('411CAFMSA', 'Relève de la MSA'));
    say('CAF12 des loyers de juillet 2026 ; chaque exclu dit pourquoi (MSA)');
  }

  private async arrears(): Promise<void> {
    const { screens, say } = this;
    await screens.open('caf/legal');
    const old = screens.row('411CAFDETTE', 'Deux fois la dépense de logement');
    await expectVisible(old.getByText(/^encore \d+ j$|^en retard de/));
    say(`liste légale, règle jusqu’au 31/12/2026 : ${plain(await old.innerText())}`);
    const result = await screens.generate('caf/arrears');
    await this.collected(screens.collect(result));
    await screens.open('caf/legal');
    const reported = screens.row('411CAFDETTE', '30/11/2026', 'CAF32');
    await expectVisible(reported.getByRole('link', { name: 'Preuve' }));
    say('CAF32 des impayés : la dette est « signalée le 30/11/2026 », le fichier en est la preuve');
  }

  private async newLaw(): Promise<void> {
    const { screens, say } = this;
    const { page } = screens;
    await this.moveTo('2027-01-04T09:00:00Z');
    await screens.open('caf/legal');
    const fresh = screens.row('411CAFNEUVE', 'Plus de 450 €');
    await expectVisible(fresh.getByText(/constituée le 01\/01\/2027/));
    say(`liste légale, règle depuis le 01/01/2027 : ${plain(await fresh.innerText())}`);
    await screens.button('Noter le signalement', fresh).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Moyen/).fill('Courrier recommandé');
    const proof = { name: 'accusé.png', mimeType: 'image/png', buffer: await page.screenshot() };
    await page.locator('input[type=file]').last().setInputFiles(proof);
    await screens.button('Enregistrer', dialog).click();
    const told = screens.row('411CAFNEUVE', '04/01/2027', 'Courrier recommandé');
    await expectVisible(told.getByRole('link', { name: 'Preuve' }));
    say('signalement noté à la main, avec sa preuve');
  }

  private async notices(): Promise<void> {
    const { screens, say } = this;
    const { page } = screens;
    await sendNotices(screens);
    say('paramètres : radiation à l’enregistrement du préavis');
    const tenant = () => screens.open(`property/tenants/${this.tenants.leaving}`);
    const give = async (): Promise<void> => {
      await tenant();
      await screens.button('Enregistrer un préavis').first().click();
      const dialog = page.getByRole('dialog');
      const wizard = new WizardPage(page, '');
      await wizard.type({ 'Reçu le': '04/01/2027', 'Fin du préavis (départ) le': '04/04/2027' }, dialog);
      await screens.button('Enregistrer le préavis', dialog).click();
      await expectVisible(page.getByText(/préavis reçu le 04\/01\/2027/));
    };
    await give();
    await this.sent('Préavis (P)', 1);
    await tenant();
    await screens.button('Annuler le préavis').first().click();
    await screens.button('Annuler le préavis', page.getByRole('dialog')).click();
    await page.getByText(/préavis reçu le 04\/01\/2027/).waitFor({ state: 'hidden' });
    await this.sent('Annulation (A)', 1);
    await give();
    await this.sent('Préavis (P)', 2);
    await tenant();
    await screens.button('Constater le départ').first().click();
    const dialog = page.getByRole('dialog');
    const wizard = new WizardPage(page, '');
    await wizard.type(
      {
        'Parti le': '04/01/2027',
        'Dernier mois réglé': true,
        'Nouvelle adresse': '12 bis avenue du Général de Gaulle',
        'Code postal': '69003',
        Ville: 'Lyon',
      },
      dialog,
    );
    await screens.button('Constater le départ', dialog).click();
    await expectVisible(page.getByText(/parti le 04\/01\/2027/i).first());
    await this.sent('Départ (D)', 1);
    say('préavis, annulation, nouveau préavis, départ : chacun est parti de lui-même');
  }

  /** By itself, a moment after; the file is the newest of the journal. */
  private async sent(nature: string, times: number, names = ['Estrade']): Promise<void> {
    const { screens, say } = this;
    await screens.open('caf/departures');
    for (const name of names) {
      const rows = screens.row(name, nature, 'Envoyé');
      await expectVisible(rows.nth(times - 1));
      say(`CAF42 ${nature} : ${plain(await rows.first().innerText())}`);
    }
    await this.collected(screens.newest('CAF42'));
  }

  private async statement(): Promise<void> {
    const { screens, say } = this;
    const { page } = screens;
    await screens.take('bordereau-01.txt', demoStatement(PAID_MONTHS[0], 1), 'drop');
    await expectVisible(page.getByRole('heading', { level: 1, name: 'bordereau-01.txt' }));
    await expectVisible(page.getByText(/^Bloc 2 : REGULARISATIONS/));
    await expectVisible(screens.row('CASTAGNIER').getByText('par numéro unique').first());
    say(
      `bordereau déposé par glisser : deux blocs, sans locataire : ${await screens.total('Sans locataire')}`,
    );
    for (const name of ['CASTAGNIER', 'DELORME']) {
      await screens.row(name).getByRole('button', { name: 'Indiquer le compte' }).click();
      const suggestion = page.getByRole('dialog').getByRole('button', { name: /^Choisir / });
      await suggestion.first().click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await expectVisible(screens.row(name, 'indiqué à la main'));
      say(`  ${name} rattaché : ${plain(await screens.row(name, 'indiqué à la main').innerText())}`);
    }
    await expectTotal(screens, 'Sans locataire', /^0,00\s€\s*0 ligne$/);
    say(
      `sélectionnées : ${await screens.total('Sélectionnées')} ; non : ${await screens.total('Non sélectionnées')}`,
    );
    say(`imprimé : ${await screens.paper('bordereau-01.pdf')}`);
    await screens.pictures('bordereau');
  }

  private async nextStatement(): Promise<void> {
    const { screens, say } = this;
    const { page } = screens;
    await this.moveTo('2027-02-08T09:00:00Z');
    const before = await this.balance();
    await screens.take('bordereau-02.txt', demoStatement(PAID_MONTHS[1], 2), 'choose');
    await expectVisible(page.getByRole('heading', { level: 1, name: 'bordereau-02.txt' }));
    await expectVisible(screens.row('par un choix précédent').nth(1));
    await expectTotal(screens, 'Sans locataire', /^0,00\s€\s*0 ligne$/);
    say('bordereau du mois suivant : toutes les lignes sont reconnues, deux par le choix du mois précédent');
    await screens.button('Valider et comptabiliser').click();
    await screens.button('Valider et comptabiliser', page.getByRole('dialog')).click();
    await expectVisible(page.getByText(/^Comptabilisé · /));
    const posted = screens.row('Comptabilisé, solde');
    // The lines come anew a moment after the state.
    await expectVisible(posted.nth(3));
    for (const row of await posted.all()) say(`  ${plain(await row.innerText())}`);
    if ((await posted.count()) !== 4) throw new Error('four lines were to be posted');
    const after = await this.balance();
    if (!(after < before)) throw new Error(`the debt was ${before}, and is ${after}`);
    say(`comptabilisé : Castagnier devait ${before} €, il reste ${after} €`);
    await screens.take('bordereau-02-copie.txt', demoStatement(PAID_MONTHS[1], 2), 'drop');
    const refused = page.getByRole('alert').getByText(/Ce bordereau est déjà importé/);
    await expectVisible(refused);
    say(`le même une seconde fois : ${plain(await refused.innerText())}`);
  }

  /** What Castagnier owes, in euros, as his file says. */
  private async balance(): Promise<number> {
    const { screens } = this;
    await screens.open('property/tenants/caf-lease-dette');
    const value = screens.page
      .getByRole('term')
      .filter({ hasText: /^Solde dû$/ })
      .locator('xpath=following-sibling::dd[1]');
    await expectVisible(value);
    const text = await value.innerText();
    return Number(text.replaceAll(/[^\d,-]/g, '').replace(',', '.'));
  }

  /** Manual, "Validation des départs": several at once, in one file. */
  private async departures(): Promise<void> {
    const { screens, say } = this;
    const { page } = screens;
    await screens.open('property/tenants');
    await page.getByRole('textbox', { name: 'Rechercher' }).fill('411CAF');
    for (const name of ['Castagnier', 'Delorme'])
      await page.getByRole('checkbox', { name: new RegExp(`^Choisir .*${name}`, 'i') }).check();
    await screens.button('Départ de 2 locataires').click();
    const dialog = page.getByRole('dialog');
    await new WizardPage(page, '').type({ 'Parti le': '08/02/2027' }, dialog);
    await screens.button('Constater le départ', dialog).click();
    await expectVisible(page.getByText('2 départs constatés.'));
    await this.sent('Départ (D)', 1, ['Castagnier', 'Delorme']);
    say(`deux départs validés ensemble ; tout est dans ${this.folder}`);
  }
}

/** A total that changes a moment after what was clicked. */
async function expectTotal(screens: CafScreens, name: string, wanted: RegExp): Promise<void> {
  const total = screens.page.getByRole('definition').filter({ hasText: wanted });
  await expectVisible(total.first());
  const found = await screens.total(name);
  if (!wanted.test(found)) throw new Error(`${name}: ${found}`);
}
