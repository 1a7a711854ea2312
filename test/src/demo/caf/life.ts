import { ActorKind, DirectoryService, PropertyFilesService } from '@intervia/contracts';
import type { PublishRequest } from '@intervia/contracts';
import { BusClient, MessagingModule } from '@intervia/messaging';
import { eventually } from '@intervia/testing';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlatformClock } from '../journey/clock.js';
import { ApiClient } from '../platform/api-client.js';
import type { RunningPlatform } from '../platform/platform.js';
import { DEMO_ENTITY, PAID_MONTHS, cafDemo, demoStatement } from './caf-tenants.js';

const ADMINISTRATOR = { mail: 'nathalie.roche@tilleuls.example', password: 'demo-intervia' };
const AGENCY = 'tilleuls';
const CALLER = {
  agencyId: AGENCY,
  actor: { kind: ActorKind.USER, id: 'nathalie-roche', name: 'Nathalie Roche' },
};
const SOON = { timeoutMs: 60_000 };

interface File {
  id: string;
  name: string;
  number: number;
  path: string;
  state: string;
}
interface Run {
  state: string;
  faults: { name: string; code: string }[];
  file?: File;
}
interface Case {
  account: string;
  rule: number;
  constitutedOn: string;
  deadline: string;
  daysLeft: number;
  reportedOn: string;
}
interface Statement {
  id: string;
  state: string;
  blocks: unknown[];
  unmatched: { lines: number };
  selected: { lines: number; amountCents: string };
  posted: { lines: number };
}
interface Line {
  id: string;
  lastName: string;
  account: string;
  matchedBy: string;
  balanceAfterCents: string;
}

const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
const day = (text = ''): string => text.split('-').reverse().join('/');

/** The year begins before the law changes, whatever day it is lived on. */
const FIRST_DAY = new Date('2026-11-30T09:00:00Z');

function expect(what: string, found: unknown, wanted: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: ${a} found, ${b} wanted`);
}

/** Time never goes back where people have worked: a platform that is past the year's first day cannot live it any more. */
export async function canLiveCafYear(platform: RunningPlatform): Promise<boolean> {
  const clock = await PlatformClock.of(platform);
  try {
    return clock.now() < FIRST_DAY;
  } finally {
    await clock.close();
  }
}

/** One CAF year of the demo agency, with the clock moved; throws where something is not as it should be. */
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
    service: 'operator',
    natsUrl: url,
    user,
    password,
    clock: 'movable',
  });
  const context = await NestFactory.createApplicationContext(messaging, { logger: false });
  try {
    await new CafYear(platform.gateway, folder, context.get(BusClient), clock, say).live();
  } finally {
    await context.close();
    await clock.close();
  }
}

class CafYear {
  private readonly tenants = cafDemo(AGENCY);
  private api!: ApiClient;

  constructor(
    private readonly gateway: string,
    /** Where copies of the files stay when the platform of the demonstration is gone. */
    private readonly folder: string,
    private readonly bus: BusClient,
    private readonly clock: PlatformClock,
    private readonly say: (text: string) => void,
  ) {}

  async live(): Promise<void> {
    this.api = await ApiClient.signIn(this.gateway, ADMINISTRATOR);
    await this.publish(this.tenants.publication);
    await this.settings(false);
    await this.julyRents();
    await this.arrears();
    await this.departures();
    await this.statements();
  }

  /** A session does not last for months. */
  private async moveTo(moment: string): Promise<void> {
    await this.clock.moveTo(new Date(moment));
    this.api = await ApiClient.signIn(this.gateway, ADMINISTRATOR);
  }

  private async publish(publication: PublishRequest): Promise<void> {
    await this.bus.service(DirectoryService).publish(publication, { timeoutMs: 60_000 });
  }

  private async settings(noticeSendsP: boolean): Promise<void> {
    const { entities, stations } = await this.api.get<{
      entities: { id: string; settings?: { version: number } }[];
      stations: { id: string; version: number }[];
    }>('/api/caf/entities');
    const station = stations.find(({ id }) => id === 'poste-caf');
    await this.put('/api/caf/stations/poste-caf', {
      ...{ version: station?.version ?? 0, name: 'Poste comptabilité' },
      ...{ pickupFolder: 'C:\\Neovacom\\CAF\\Emission', statementsFolder: 'C:\\Neovacom\\CAF\\Reception' },
    });
    const version = entities.find(({ id }) => id === DEMO_ENTITY)?.settings?.version ?? 0;
    await this.put(`/api/caf/entities/${DEMO_ENTITY}`, {
      ...{ version, companyName: 'Cabinet des Tilleuls', siret: '73282932000074', etablissement: '20041' },
      ...{
        guichet: '01005',
        compte: '0500013M026',
        iban: 'FR1420041010050500013M02606',
        stationId: 'poste-caf',
      },
      ...{ noticeSendsP, arrearsFilter: 'MANUAL', environment: 'T' },
      organismes: [
        { organisme: '691', scheme: 'CAF', label: 'CAF du Rhône', codeBailleur: '54321' },
        { organisme: '769', scheme: 'MSA', label: 'MSA Ain-Rhône', codeBailleur: '' },
      ],
      fiscalCodes: [{ from: '2020-01-01', furnished: 'LOYM', unfurnished: 'LOY;LOYV' }],
    });
    this.say(`paramètres de l’entité enregistrés${noticeSendsP ? ' : radiation dès le préavis' : ''}`);
  }

  private async julyRents(): Promise<void> {
    const blocked = await this.run('CAF12', 2026);
    expect(
      'first try',
      [blocked.state, blocked.faults.map(({ code }) => code)],
      ['BLOCKED', ['ENTRY_DATE_MISSING']],
    );
    this.say(`CAF12 bloqué : ${blocked.faults[0]?.name} n’a ni date d’entrée ni premier quittancement`);
    await this.publish(this.tenants.corrected);
    const { file } = await this.run('CAF12', 2026);
    await this.dropped(file);
    this.say('CAF12 des loyers de juillet 2026, après correction');
  }

  private async arrears(): Promise<void> {
    const [old] = await this.cases();
    expect('rule of 2026', [old?.account, old?.rule], ['411CAFDETTE', 1]);
    this.say(
      `liste légale : dette du ${day(old?.constitutedOn)}, deux fois la dépense de logement, à signaler avant le ${day(old?.deadline)}`,
    );
    await this.dropped((await this.run('CAF32')).file);
    expect('reported', (await this.cases())[0]?.reportedOn, '2026-11-30');
    this.say('CAF32 des impayés : la dette est notée signalée, le fichier en est la preuve');
    await this.moveTo('2027-01-04T09:00:00Z');
    const after = await this.cases();
    const fresh = after.find(({ account }) => account === '411CAFNEUVE');
    expect('rule of 2027', [fresh?.rule, fresh?.constitutedOn], [2, '2027-01-01']);
    this.say(
      `01/2027 : plus de 450 €, constituée le ${day(fresh?.constitutedOn)}, encore ${fresh?.daysLeft} jours`,
    );
  }

  private async departures(): Promise<void> {
    await this.settings(true);
    const files = this.bus.service(PropertyFilesService);
    const leaseId = this.tenants.leaving;
    const context = () => ({ caller: CALLER, commandId: randomUUID() });
    const notice = { reason: 1, receivedOn: '2027-01-04', leavesOn: '2027-04-04' };
    const given = await files.giveNotice({ context: context(), leaseId, notice });
    await this.radiation('P');
    const noticeId = given.lease?.notices.at(-1)?.id ?? '';
    await files.withdrawNotice({ context: context(), leaseId, noticeId });
    await this.radiation('A');
    await files.giveNotice({ context: context(), leaseId, notice });
    await this.radiation('P', 2);
    const departure = {
      ...{ reason: 1, leftOn: '2027-01-04', lastMonthPaid: true },
      newAddress: { line: '12 bis avenue du Général de Gaulle', postalCode: '69003', city: 'Lyon' },
    };
    const { results } = await files.recordDepartures({
      context: context(),
      departures: [{ leaseId, departure }],
    });
    expect('departure', results[0]?.code, '');
    await this.radiation('D');
  }

  private async radiation(nature: string, count = 1): Promise<void> {
    const sent = await eventually(async () => {
      const { radiations } = await this.api.get<{
        radiations: { leaseId: string; nature: string; state: string; fileName: string }[];
      }>('/api/caf/radiations');
      const own = radiations.filter(
        (one) => one.leaseId === this.tenants.leaving && one.nature === nature && one.state === 'SENT',
      );
      return own.length >= count ? own[0] : undefined;
    }, SOON);
    const { files } = await this.api.get<{ files: File[] }>('/api/caf/files?message=CAF42');
    await this.dropped(files.find(({ name }) => name === sent.fileName));
    this.say(`CAF42 ${nature} envoyé automatiquement`);
  }

  private async statements(): Promise<void> {
    const first = await this.upload('bordereau-01.txt', demoStatement(PAID_MONTHS[0], 1));
    expect('first statement', [first.blocks.length, first.unmatched.lines], [2, 2]);
    this.say('bordereau de deux blocs importé : deux lignes sans locataire');
    for (const line of (await this.lines(first)).filter(({ account }) => account === '')) {
      const base = `/api/caf/statements/${first.id}/lines/${line.id}`;
      const { suggestions } = await this.api.get<{ suggestions: { account: string }[] }>(
        `${base}/suggestions`,
      );
      const account = suggestions[0]?.account ?? '411CAFDETTE';
      await this.api.post(`${base}/tenant`, { account });
      this.say(`  ${line.lastName} rattaché au compte ${account}`);
    }
    await this.moveTo('2027-02-08T09:00:00Z');
    const next = await this.upload('bordereau-02.txt', demoStatement(PAID_MONTHS[1], 2));
    expect('next month', next.unmatched.lines, 0);
    this.say('bordereau du mois suivant : toutes les lignes sont reconnues');
    await this.api.post(`/api/caf/statements/${next.id}/validation`, {});
    const posted = await eventually(async () => {
      const one = await this.api.get<Statement>(`/api/caf/statements/${next.id}`);
      return one.state === 'POSTED' ? one : undefined;
    }, SOON);
    for (const { lastName, account, balanceAfterCents } of await this.lines(next)) {
      this.say(`  ${lastName} ${account} : reste dû ${euros.format(Number(balanceAfterCents) / 100)}`);
    }
    this.say(`${posted.posted.lines} écritures comptabilisées, les dettes ont baissé`);
    const twice = await this.send('bordereau-02-copie.txt', demoStatement(PAID_MONTHS[1], 2));
    expect(
      'twice',
      [twice.status, ((await twice.json()) as { code: string }).code],
      [400, 'CAF_STATEMENT_DUPLICATE'],
    );
    this.say('le même bordereau est refusé une seconde fois');
  }

  private async run(message: string, year?: number): Promise<Run> {
    return this.api.post<Run>('/api/caf/runs', { entityId: DEMO_ENTITY, message, organisme: '691', year });
  }

  private async dropped(file: File | undefined): Promise<void> {
    const found = await eventually(async () => {
      const { files } = await this.api.get<{ files: File[] }>('/api/caf/files?limit=50');
      return files.find(({ id, state }) => id === file?.id && state === 'DROPPED');
    }, SOON);
    const content = await this.api.fetch(`/api/caf/files/${found.id}/content`);
    const kept = join(this.folder, found.name);
    await writeFile(kept, Buffer.from(await content.arrayBuffer()));
    this.say(`  déposé : ${found.path}`);
    this.say(`  copie :  ${kept}`);
  }

  private async cases(): Promise<Case[]> {
    const query = `entityId=${DEMO_ENTITY}&refresh=true`;
    return (await this.api.get<{ cases: Case[] }>(`/api/caf/legal-cases?${query}`)).cases;
  }

  private async lines({ id }: Statement): Promise<Line[]> {
    return (await this.api.get<{ lines: Line[] }>(`/api/caf/statements/${id}/lines?limit=100`)).lines;
  }

  private async upload(name: string, text: string): Promise<Statement> {
    const answer = await this.send(name, text);
    if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
    return (await answer.json()) as Statement;
  }

  private send(name: string, text: string): Promise<Response> {
    const form = new FormData();
    form.append('file', new Blob([Buffer.from(text, 'latin1')]), name);
    return this.api.upload('/api/caf/statements', form);
  }

  private async put(path: string, body: object): Promise<void> {
    const answer = await this.api.send('PUT', path, body);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
}
