import {
  AccountKind,
  CafMessage,
  CafRunState,
  CafScheme,
  CafService,
  DirectoryService,
  PaymentStatementState,
} from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { BusClient, MessagingModule } from '@intervia/messaging';
import { startNats } from '@intervia/testing';
import { MongoClient } from 'mongodb';
import type { Db, Document } from 'mongodb';
import { NestFactory } from '@nestjs/core';
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseOf } from '../property/property-stack.js';
import { endNode, spawnNode } from './child.js';
import type { Measure } from './measure.js';
import { measureOf } from './measure.js';

const AGENCY = 'bench';
const ENTITY = 'bench-entity';
/** In every id, code and number of the tenant that the others are copies of. */
const MODEL = 'T0000000';
const BATCH = 400;
const ASK_MS = 50;
const RENT_CENTS = 65_000;
const PAID_CENTS = 25_000;

const keyOf = (n: number): string => `T${String(n).padStart(MODEL.length - 1, '0')}`;

function copied(value: unknown, key: string): unknown {
  if (typeof value === 'string')
    return value.replaceAll(MODEL, key).replaceAll(MODEL.toLowerCase(), key.toLowerCase());
  if (Array.isArray(value)) return value.map((one) => copied(one, key));
  if (value === null || typeof value !== 'object' || value.constructor !== Object) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copied(one, key)]));
}

/** One tenant with a call that is not paid, as LSC publishes it. */
const publication = (month: string) => ({
  agencyId: AGENCY,
  agency: { id: AGENCY, name: 'Cabinet des Essais', mail: 'contact@essais.example' },
  entities: [{ id: ENTITY, name: 'Gérance' }],
  buildingFiles: [
    {
      ...{ id: 'house', code: 'MAISON', name: 'Les Tilleuls', gerance: true },
      address: { line: '3 rue Garibaldi', postalCode: '69003', city: 'Lyon' },
    },
  ],
  unitFiles: [
    {
      id: `unit-${MODEL}`,
      buildingId: 'house',
      physicalCode: MODEL,
      managementCode: MODEL,
      kind: 1,
      rooms: 2,
    },
  ],
  partyFiles: [{ id: `party-${MODEL}`, code: MODEL, kind: 1, lastName: 'Lefèvre', firstName: 'Zoé' }],
  accounts: [
    {
      ...{ id: `account-${MODEL}`, kind: AccountKind.TENANT, entityId: ENTITY, number: `411${MODEL}` },
      ...{ label: 'Lefèvre', partyId: `party-${MODEL}`, balanceCents: RENT_CENTS },
    },
  ],
  leases: [
    {
      ...{
        id: `lease-${MODEL}`,
        unitId: `unit-${MODEL}`,
        partyId: `party-${MODEL}`,
        accountId: `account-${MODEL}`,
      },
      ...{
        kind: 1,
        signedOn: '2020-08-20',
        effectOn: '2020-09-01',
        calledFrom: '2020-09-01',
        calledEvery: 1,
      },
      cafNumber: `CAF${MODEL}`,
      aid: {
        kind: 1,
        fund: 1,
        organisme: '691',
        amountCents: PAID_CENTS,
        paidToLandlord: true,
        allocataireNumber: MODEL,
      },
      permanentLines: [{ id: 'l', label: 'Loyer', fiscalCode: 'LOY', kind: 1, amountCents: RENT_CENTS }],
    },
  ],
  rentCalls: [
    {
      ...{ id: `call-${MODEL}`, leaseId: `lease-${MODEL}`, month, dueOn: `${month}-05` },
      ...{ from: `${month}-01`, until: `${month}-28`, totalCents: RENT_CENTS },
    },
  ],
});

/** A statement of the observed layout that pays each of them once. */
function* statement(tenants: number): Generator<Buffer> {
  const record = (text: string) => Buffer.from(`${text.padEnd(120)}\r\n`, 'latin1');
  const head = (code: string) => `${code}90069154321`;
  const zeros = (value: number, length: number) => String(value).padStart(length, '0');
  yield record(`${head('0302')}   050826PAIEMENT MENSUEL`);
  for (let n = 0; n < tenants; n += 1) {
    const who = `   ${`CAF${keyOf(n)}`.padEnd(18)}${zeros(0, 15)}${'LEFEVRE'.padEnd(20)}${'ZOE'.padEnd(12)}`;
    yield record(`${head('0602')}${who}2607    ${zeros(PAID_CENTS, 11)}${zeros(0, 11)}`);
  }
  yield record(
    `${head('0802').padEnd(85)}${zeros(tenants, 6)}${zeros(tenants * PAID_CENTS, 11)}${zeros(0, 11)}`,
  );
}

/** Copies the model into every collection that knows it. */
async function multiply(db: Db, tenants: number): Promise<void> {
  for (const collection of await db.collections()) {
    const models = (await collection.find().toArray()).filter(({ _id }) => String(_id).includes(MODEL));
    for (let from = 1; from < tenants; from += BATCH) {
      const copies = Array.from({ length: Math.min(BATCH, tenants - from) }, (_, at) =>
        models.map(
          ({ outboxAt: _outboxAt, ...model }) =>
            copied({ ...model, outbox: [] }, keyOf(from + at)) as Document,
        ),
      ).flat();
      if (copies.length > 0) await collection.insertMany(copies, { ordered: false });
    }
  }
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
};

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(ASK_MS);
}

/** The most that the process held, in megabytes, as the kernel has it. */
async function peakOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/^VmHWM:\s+(\d+)/mu.exec(status)?.[1] ?? 0) / 1_000);
}

/**
 * The same through the running service, with the directory and a database in processes of their own: a CAF12, the import of
 * a statement that pays everybody, and its postings. Beside what a program would do that asks nothing: read the leases, insert
 * a document a line.
 */
export async function* benchCafService(tenants: number): AsyncIterable<Measure> {
  const folder = await mkdtemp(join(tmpdir(), 'intervia-caf-service-bench-'));
  const nats = await startNats();
  const server = await spawnNode(new URL('./database.js', import.meta.url), {});
  const uri = server.ready as string;
  const client = await MongoClient.connect(uri);
  const start = (service: string): ChildProcess =>
    fork(new URL(`../../../services/${service}/dist/main.js`, import.meta.url), {
      execArgv: [],
      env: {
        ...process.env,
        ...{ NATS_URL: nats.url, FILES_DIR: join(folder, 'files'), LOG_LEVEL: 'error', HEALTH_PORT: '0' },
        ...{ MONGODB_URI: uri, MONGODB_DB: service, CAF_FOLDERS_DIR: join(folder, 'caf') },
      },
    });
  const children = { directory: start('directory'), bridge: start('caf-bridge') };
  const messaging = MessagingModule.forRoot({ service: 'test', natsUrl: nats.url, clock: 'system' });
  const context = await NestFactory.createApplicationContext(messaging, { logger: false });
  try {
    const bus = context.get(BusClient);
    const caf = bus.service(CafService);
    const caller = { agencyId: AGENCY, actor: { kind: 1, id: 'u', name: 'Claire Moreau' } };
    const command = () => ({ caller, commandId: randomUUID() });
    const month = new Date().toISOString().slice(0, 7);
    await until(() =>
      bus
        .service(DirectoryService)
        .publish(publication(month))
        .then(
          () => true,
          () => false,
        ),
    );
    const directory = client.db(databaseOf(uri, 'directory'));
    await multiply(directory, tenants);
    await until(() =>
      caf.listCafEntities({ caller }).then(
        () => true,
        () => false,
      ),
    );
    await caf.saveStation({
      context: command(),
      station: { id: 's', name: 'Poste', pickupFolder: 'Emission' },
    });
    await caf.saveCafSettings({
      context: command(),
      settings: {
        ...{
          entityId: ENTITY,
          companyName: 'Cabinet des Essais',
          siret: '73282932000074',
          etablissement: '20041',
        },
        ...{
          guichet: '01005',
          compte: '0500013M026',
          iban: 'FR1420041010050500013M02606',
          environment: 'T',
          stationId: 's',
        },
        organismes: [{ organisme: '691', scheme: CafScheme.CAF, codeBailleur: '54321' }],
      },
    });
    const made = await secondsOf(async () => {
      const scope = {
        entityId: ENTITY,
        organisme: '691',
        message: CafMessage.CAF12,
        year: Number(month.slice(0, 4)),
      };
      let { run } = await caf.startRun({ context: command(), scope });
      await until(async () => {
        run = (await caf.getRun({ caller, runId: run?.id ?? '' })).run;
        return run?.state !== CafRunState.RUNNING;
      });
      if (run?.included !== tenants) throw new Error(`in the file: ${JSON.stringify(run)}`);
    });
    const leases = directory.collection('leases');
    const read = await secondsOf(async () => {
      for await (const _lease of leases.find({ agencyId: AGENCY }).batchSize(BATCH));
    });
    const details = async () => ({
      tenants,
      peak_mb: await peakOf(children.bridge),
      directory_mb: await peakOf(children.directory),
    });
    yield {
      ...measureOf('caf through the service: CAF12', 'tenants/s', tenants / made, tenants / read),
      ...(await details()),
    };

    const store = await LocalFileStore.open(join(folder, 'files'));
    const limits = { maxBytes: 2 ** 29, accept: ['text/plain'] };
    const document = await store.put(AGENCY, 'bordereau.txt', Readable.from(statement(tenants)), limits);
    let statementId = '';
    const stands = async (state: PaymentStatementState) => {
      const found = (await caf.getStatement({ caller, statementId })).statement;
      if (found?.state === PaymentStatementState.REFUSED) throw new Error('the statement was refused');
      return found?.state === state;
    };
    const imported = await secondsOf(async () => {
      statementId = (await caf.importStatement({ context: command(), document })).statement?.id ?? '';
      await until(() => stands(PaymentStatementState.OPEN));
    });
    const posted = await secondsOf(async () => {
      await caf.validateStatement({ context: command(), statementId });
      await until(() => stands(PaymentStatementState.POSTED));
    });
    const bare = client.db('bench_caf_bare').collection<{ _id: string }>('lines');
    const inserted = await secondsOf(async () => {
      for (let from = 0; from < tenants; from += BATCH) {
        const lines = Array.from({ length: Math.min(BATCH, tenants - from) }, (_, at) => ({
          _id: keyOf(from + at),
          cents: PAID_CENTS,
        }));
        await bare.insertMany(lines, { ordered: false });
      }
    });
    yield {
      ...measureOf('caf through the service: import', 'lines/s', tenants / imported, tenants / inserted),
      ...(await details()),
    };
    yield {
      ...measureOf('caf through the service: postings', 'lines/s', tenants / posted, tenants / inserted),
      ...(await details()),
    };
  } finally {
    await context.close();
    await Promise.all(Object.values(children).map((child) => endNode(child, 'SIGTERM')));
    await client.close();
    await server.stop();
    await nats.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
