import type { LeaseFile } from '@intervia/contracts';
import { ActorKind, DirectoryService, PropertyFilesService, UnitKind } from '@intervia/contracts';
import { addParisDays, parisDay, startOfNextParisDay } from '@intervia/french';
import { BusClient, MessagingModule } from '@intervia/messaging';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { JESTIMO_ACCOUNT } from '../doubles/jestimo/jestimo-double.js';
import { PlatformClock } from '../journey/clock.js';
import { expectVisible } from '../journey/expect-visible.js';
import { ManagerPage } from '../journey/manager.js';
import { DEMO_LOGIN } from '../platform/api-client.js';
import type { RunningPlatform } from '../platform/platform.js';

const AGENCY = 'tilleuls';
const ENTITY = 'tilleuls-gerance';
const ADMINISTRATOR = { ...DEMO_LOGIN, mail: 'nathalie.roche@tilleuls.example' };
const CALLER = {
  agencyId: AGENCY,
  actor: { kind: ActorKind.USER, id: 'nathalie-roche', name: 'Nathalie Roche' },
};
const TEN_MINUTES = 600_000;

export interface JestimoLife {
  platform: RunningPlatform;
  dataDir: string;
  browser: Browser;
  /** Where pictures and copies of the bytes go. */
  folder: string;
  /** Told when each step was really seen. */
  say: (text: string) => void;
}

/**
 * An estimate, a feed initialised, a partner that fails, and the change of a day.
 * @returns the files of the bytes that were sent
 * @throws where something is not seen
 */
export async function liveJestimoDay(life: JestimoLife): Promise<string[]> {
  await mkdir(life.folder, { recursive: true });
  const { url, user, password } = life.platform.nats;
  const messaging = MessagingModule.forRoot({
    ...{ service: 'operator', natsUrl: url, user, password, clock: 'movable' },
  });
  const context = await NestFactory.createApplicationContext(messaging, { logger: false });
  const clock = await PlatformClock.of(life.platform);
  const page = await (
    await life.browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' })
  ).newPage();
  try {
    return await new JestimoDay(life, context.get(BusClient), clock, page).live();
  } finally {
    await page.context().close();
    await clock.close();
    await context.close();
  }
}

class JestimoDay {
  private readonly files;

  constructor(
    private readonly life: JestimoLife,
    private readonly bus: BusClient,
    private readonly clock: PlatformClock,
    private readonly page: Page,
  ) {
    this.files = bus.service(PropertyFilesService);
  }

  async live(): Promise<string[]> {
    const manager = new ManagerPage(this.page, this.life.platform.gateway);
    await manager.signIn(ADMINISTRATOR);
    const lease = await this.revisable();
    await this.withoutAccount(lease.unitId);
    await this.account();
    await this.estimates(lease.unitId);
    const before = await this.bodies('feeds');
    await this.initialise();
    const first = await this.bodies('feeds');
    await this.nextDay(lease);
    const last = await this.bodies('feeds');
    if (last.length !== first.length + 1)
      throw new Error(`${last.length - first.length} sendings of the day`);
    const records = recordsIn(await readFile(last.at(-1) ?? '', 'utf8'));
    if (records.length !== 1 || records[0]?.['op'] !== 'UPDATE')
      throw new Error(`the day's change: ${JSON.stringify(records)}`);
    await this.namesNobody(last.slice(before.length));
    this.life.say('octets envoyés : aucun nom, aucune adresse, aucun numéro de lot ni de mandat');
    return [...(await this.keep('estimations')), ...(await this.keep('feeds'))];
  }

  /** A dwelling whose rent may be revised: its first call is one to two years old. */
  private async revisable(): Promise<LeaseFile> {
    for (let cursor = ''; ;) {
      const request = { caller: CALLER, entityId: ENTITY, presentOnly: true, limit: 25, cursor };
      const { leases, nextCursor } = await this.files.listLeases(request);
      for (const { lease } of leases) {
        const files = await this.files.getPropertyFiles({ caller: CALLER, unitIds: [lease?.unitId ?? ''] });
        const [unit] = files.files.flatMap(({ file }) => (file.case === 'unit' ? [file.value] : []));
        if (lease && unit?.kind === UnitKind.FLAT && this.mayBeRevised(lease)) return lease;
      }
      if (nextCursor === '') throw new Error('no lease to revise');
      cursor = nextCursor;
    }
  }

  private mayBeRevised({ calledFrom, sharers, revision, revisions, notices }: LeaseFile): boolean {
    const ago = (years: number) => {
      const day = parisDay(this.clock.now());
      return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
    };
    const isOld = calledFrom > ago(2) && calledFrom < ago(1);
    return isOld && sharers.length === 0 && !revision?.frozen && revisions.length + notices.length === 0;
  }

  private readonly open = (path: string) => this.page.goto(`${this.life.platform.gateway}${path}`);
  private readonly button = (name: string | RegExp) => this.page.getByRole('button', { name });
  private readonly seen = (text: string | RegExp) => expectVisible(this.page.getByText(text).first());
  private readonly picture = (name: string) =>
    this.page.screenshot({ path: join(this.life.folder, `${name}.png`), fullPage: true });

  private async withoutAccount(unitId: string): Promise<void> {
    await this.open('/jestimo');
    await expectVisible(this.page.getByRole('heading', { level: 1, name: 'Jestimo' }));
    await this.seen(/Mon compte Jestimo/);
    // On a platform that has lived this before.
    const forget = this.button('Oublier ce compte');
    if (await forget.isVisible()) await forget.click();
    await this.seen(/Aucun compte renseigné/);
    await this.open(`/property/units/${unitId}`);
    await this.button('Estimation location').click();
    await this.seen(/Votre compte Jestimo n’est pas renseigné/);
    await this.page.getByRole('link', { name: 'Paramètres Jestimo' }).click();
    await expectVisible(this.page.getByRole('heading', { level: 1, name: 'Jestimo' }));
    this.life.say('sans compte, le bouton dit où le renseigner');
  }

  private async account(): Promise<void> {
    await this.page.getByLabel('Identifiant').first().fill(JESTIMO_ACCOUNT.login);
    await this.page.getByLabel('Mot de passe').first().fill(JESTIMO_ACCOUNT.password);
    await this.button('Enregistrer').first().click();
    await this.seen(/Compte « tilleuls », enregistré le/);
    this.life.say('compte Jestimo enregistré, chiffré');
  }

  private async estimates(unitId: string): Promise<void> {
    await this.open(`/property/units/${unitId}`);
    for (const name of ['Estimation location', 'Estimation vente']) {
      const opened = this.page.waitForEvent('popup');
      await this.button(name).click();
      const partner = await opened;
      await partner.waitForURL(/\/dossiers\//);
      await expectVisible(partner.getByRole('heading', { name: 'Estimation' }));
      await partner.close();
      await this.seen(new RegExp(`${name} : .*€`));
    }
    await this.picture('estimations');
    this.life.say('deux estimations, chacune ouverte sur le site du partenaire');
    await this.fault('out-of-order', 2);
    await this.button('Estimation location').click();
    await this.seen(/Jestimo ne répond pas pour le moment/);
    const opened = this.page.waitForEvent('popup');
    await this.button('Réessayer').click();
    await (await opened).waitForURL(/\/dossiers\//);
    this.life.say('partenaire en panne : dit à l’écran, réessayé d’un clic');
  }

  private async fault(fault: string, times: number): Promise<void> {
    for (let time = 0; time < times; time += 1)
      await fetch(`${this.life.platform.jestimo}/double/faults`, { method: 'POST', body: fault });
  }

  private async initialise(): Promise<void> {
    await this.open('/jestimo');
    const toggle = this.page
      .getByRole('region', { name: /gérance/i })
      .or(this.page.locator('section[aria-label]'))
      .first()
      .getByRole('switch');
    await expectVisible(toggle);
    if (!(await toggle.isChecked())) await toggle.click({ force: true });
    await this.fault('out-of-order', 1);
    await this.button(/nitialisation à J-1/)
      .first()
      .click();
    await this.seen(/Jestimo ne répond pas\. Nouvel essai automatique le/);
    await this.picture('envoi-en-echec');
    await this.button('Réessayer maintenant').click();
    await this.upToDate(-1);
    await this.seen(/Date de dernier envoi : \d/);
    await this.picture('envoi-a-jour');
    this.life.say('initialisation à J-1 : panne dite et réessayée, puis tout est envoyé');
  }

  private async upToDate(days: number): Promise<void> {
    const day = parisDay(addParisDays(this.clock.now(), days));
    await this.seen(`À jour au ${day.split('-').reverse().join('/')}.`);
  }

  private async nextDay({ id: leaseId, permanentLines }: LeaseFile): Promise<void> {
    const [rent] = permanentLines;
    const today = parisDay(this.clock.now());
    await this.files.reviseRent({
      context: { caller: CALLER, commandId: randomUUID() },
      leaseId,
      revision: { askedOn: today, effectOn: today, index: 1, quarter: '2026-Q3', value: 14_500 },
      lines: [{ lineId: rent?.id ?? '', amountCents: Math.round((rent?.amountCents ?? 0) * 1.01) }],
      nextRevisionOn: '',
    });
    await this.clock.moveTo(new Date(startOfNextParisDay(this.clock.now()).getTime() + TEN_MINUTES));
    const manager = new ManagerPage(this.page, this.life.platform.gateway);
    await this.page.context().clearCookies();
    await manager.signIn(ADMINISTRATOR);
    await this.open('/jestimo');
    await this.upToDate(-1);
    await this.picture('lendemain');
    this.life.say('au changement de jour, la révision de loyer part seule');
  }

  /** Bodies that the partner's double was sent, as they came. */
  private async bodies(kind: string): Promise<string[]> {
    const folder = join(this.life.dataDir, 'jestimo', kind);
    return (await readdir(folder)).sort().map((name) => join(folder, name));
  }

  /** A platform of the demonstration's own is gone after it: copies stay. */
  private async keep(kind: 'estimations' | 'feeds'): Promise<string[]> {
    const copies: string[] = [];
    for (const path of await this.bodies(kind)) {
      const copy = join(this.life.folder, `${kind}-${basename(path)}`);
      await copyFile(path, copy);
      copies.push(copy);
    }
    return copies;
  }

  /** Every name, address and code of the agency's base, looked for in the bytes. */
  private async namesNobody(paths: readonly string[]): Promise<void> {
    const bytes = (await Promise.all(paths.map((path) => readFile(path, 'utf8')))).join('\n').toLowerCase();
    const caller = CALLER;
    const { parties } = await this.files.searchParties({ caller, search: '', limit: 100 });
    const { units } = await this.files.listUnitFiles({ caller, limit: 100 });
    const { buildings } = await this.bus.service(DirectoryService).listBuildings({ caller, limit: 100 });
    const words = [
      ...parties.flatMap(({ lastName, companyName, code }) => [lastName, companyName, code]),
      ...units.flatMap(({ unit }) => [unit?.managementCode, unit?.physicalCode, unit?.id, unit?.mandateId]),
      ...buildings.flatMap(({ name, address, postalCode, id }) => [name, address, postalCode, id]),
    ].filter((word): word is string => (word ?? '').length > 3);
    const found = words.filter((word) => tells(bytes, word.toLowerCase()));
    if (words.length < 50 || found.length > 0) throw new Error(`in the bytes: ${found.join(', ')}`);
  }
}

const recordsIn = (text: string): Record<string, unknown>[] =>
  (JSON.parse(text) as { records: Record<string, unknown>[] }).records;

/** A code of digits alone is told when it stands for itself: as a part of a longer number it says nothing. */
const tells = (bytes: string, word: string): boolean =>
  /^\d+$/.test(word) ? new RegExp(`(?<![\\w.])${word}(?!\\w)`).test(bytes) : bytes.includes(word);
