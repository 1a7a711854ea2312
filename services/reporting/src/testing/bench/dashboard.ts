import { SystemClock } from '@intervia/clock';
import { parisDay } from '@intervia/french';
import { createConnection } from 'mongoose';
import type { Connection } from 'mongoose';
import { toRowDocument } from '../../adapters/mongo/facts-documents.js';
import { MongoReadModel } from '../../adapters/mongo/mongo-read-model.js';
import {
  FACTS,
  MODEL,
  PAGE,
  ROW,
  factsSchema,
  modelSchema,
  pageSchema,
  rowSchema,
} from '../../adapters/mongo/read-model.schema.js';
import type {
  FactsDocument,
  ModelDocument,
  PageDocument,
  RowDocument,
} from '../../adapters/mongo/read-model.schema.js';
import { RowPages, pageOf } from '../../adapters/mongo/row-pages.js';
import type { Placed } from '../../adapters/mongo/row-pages.js';
import { MeasureQuery } from '../../application/measure.query.js';
import { toRow } from '../../domain/measures/ticket-row.js';
import type { TicketRow } from '../../domain/measures/ticket-row.js';
import { DAY, HOUR, aLife } from '../measured.js';
import { BUILDINGS, CONTRACTORS, Neighbours, median, secondsOf } from './ground.js';
import type { Told } from './ground.js';

const AGENCY = 'stored';
const GENERATION = 1;
const ROUNDS = 5;
const BATCH = 1_000;

/** A closed ticket of the last year, with all steps of a work order. */
function rowOf(number: number, tickets: number, now: number): TicketRow {
  const requestedAt = now - 365 * DAY + Math.floor((number / tickets) * 340 * DAY);
  const building = (number * 7_919) % BUILDINGS;
  const contractor = { id: `c-${(number * 104_729) % CONTRACTORS}`, name: 'Plomberie Bernard' };
  const life = aLife(
    [
      ['TicketOpened', requestedAt + HOUR, { byUser: true }],
      ['WorkOrderRequested', requestedAt + HOUR, { contractor }],
      ['ReminderSent', requestedAt + 40 * HOUR, { contractor }],
      ['WorkOrderAccepted', requestedAt + 50 * HOUR, { contractor, visitAt: requestedAt + 90 * HOUR }],
      ['PresenceAnswered', requestedAt + 80 * HOUR, { contractor, presence: 'CONFIRMED' }],
      ['CompletionReported', requestedAt + (100 + (number % 200)) * HOUR, { contractor }],
      ['InvoiceReceived', requestedAt + 350 * HOUR, { contractor, amountCents: 10_000 + (number % 9_000) }],
      ['TicketClosed', requestedAt + 360 * HOUR, { byUser: true }],
    ],
    {
      ...{
        number,
        requestedAt,
        status: 'CLOSED',
        buildingId: `b-${building}`,
        unitId: `u-${number % 20_000}`,
      },
      ...{ placeLabel: `Résidence ${building}, lot 12`, managerId: `m-${number % 12}` },
    },
    `stored-${number}`,
  );
  return toRow({ ...life, agencyId: AGENCY });
}

/** As the service stores them. */
async function store(connection: Connection, tickets: number, now: number): Promise<void> {
  const rows = connection.model<RowDocument>(ROW, rowSchema);
  const pages = connection.model<PageDocument>(PAGE, pageSchema);
  const models = connection.model<ModelDocument>(MODEL, modelSchema);
  await Promise.all([rows.init(), pages.init(), models.init()]);
  await models.create({ _id: AGENCY, serving: GENERATION, paged: GENERATION });
  const paged = new RowPages(pages);
  for (let first = 0; first < tickets; first += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, tickets - first) }, (_, at) =>
      rowOf(first + at, tickets, now),
    );
    const places = Map.groupBy(batch, (row) => pageOf(GENERATION, row));
    const placed = ([page, found]: [string, TicketRow[]]) =>
      [page, found.map((row): Placed => ({ ticketId: row.ticketId, revision: 1, row }))] as const;
    await paged.put(new Map([...places].map(placed)));
    const head = { agencyId: AGENCY, generation: GENERATION, revision: 1 };
    const documents = batch.map((row) => toRowDocument({ _id: `1/${row.ticketId}`, ...head }, row));
    await rows.collection.insertMany(documents as never);
  }
}

/** @returns how many finds of the read model there were @throws where one is not a range of an index of the agency's */
async function finds(connection: Connection, work: () => Promise<unknown>): Promise<number> {
  const seen: Record<string, unknown>[] = [];
  const client = connection.getClient();
  const listen = ({ commandName, command }: { commandName: string; command: Record<string, unknown> }) => {
    if (commandName === 'find' && /^ticket_/.test(String(command['find']))) seen.push(command);
  };
  client.on('commandStarted', listen);
  await work();
  client.off('commandStarted', listen);
  for (const { lsid: _lsid, $db: _db, ...find } of seen) {
    const plan = JSON.stringify(await connection.db?.command({ explain: find, verbosity: 'queryPlanner' }));
    if (!plan.includes('IXSCAN') || plan.includes('COLLSCAN') || plan.includes('"SORT"'))
      throw new Error(`no range of an index: ${plan}`);
  }
  return seen.length;
}

/** A dashboard of a year with so many closed tickets, beside a bare count by index; its plans, and what the process holds. */
export async function* benchDashboard(tickets: number, uri: string): AsyncIterable<Told> {
  const options = { dbName: 'reports-bench-stored', monitorCommands: true };
  const connection = await createConnection(uri, options).asPromise();
  try {
    const clock = new SystemClock();
    const now = clock.now().getTime();
    const storing = await secondsOf(() => store(connection, tickets, now));
    const before = process.resourceUsage().maxRSS / 1_000;
    const rows = connection.model<RowDocument>(ROW, rowSchema);
    const pages = new RowPages(connection.model<PageDocument>(PAGE, pageSchema));
    const facts = connection.model<FactsDocument>(FACTS, factsSchema);
    const model = new MongoReadModel(connection.model<ModelDocument>(MODEL, modelSchema), facts, rows, pages);
    const measure = new MeasureQuery(model, new Neighbours(), clock);
    const [from, until] = [parisDay(new Date(now - 365 * DAY)), parisDay(new Date(now))];
    const ask = async () => {
      const asked = { from, until, modules: ['SYNDIC'] };
      const { figures } = await measure.dashboard(AGENCY, asked, 'CALENDAR');
      if (figures.closed !== tickets) throw new Error(`${figures.closed} closed tickets on the dashboard`);
    };
    const requestedAt = { $gte: new Date(now - 366 * DAY), $lt: new Date(now + DAY) };
    const count = () =>
      rows.collection.countDocuments({ agencyId: AGENCY, generation: GENERATION, requestedAt });
    const reads = await finds(connection, ask);
    const times = { dashboard: [] as number[], count: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.dashboard.push(await secondsOf(ask));
      times.count.push(await secondsOf(count));
    }
    yield {
      ...{ name: `dashboard over ${tickets} stored tickets`, unit: 'a second' },
      ...{ value: 1 / median(times.dashboard), baseline: 1 / median(times.count) },
      details: {
        ...{ seconds: median(times.dashboard), bare_seconds: median(times.count), index_reads: reads },
        ...{ storing_seconds: storing, before_mb: before, peak_mb: process.resourceUsage().maxRSS / 1_000 },
      },
    };
  } finally {
    await connection.close();
  }
}
