import { create } from '@bufbuild/protobuf';
import type { DescMessage } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { SystemClock } from '@intervia/clock';
import {
  ActorKind,
  CompletionReportedSchema,
  Module,
  Source,
  Status,
  TicketClosedSchema,
  TicketType,
  WorkOrderRequestedSchema,
} from '@intervia/contracts';
import { parisDay } from '@intervia/french';
import { EventFeed, EventPublisher, MessagingModule } from '@intervia/messaging';
import { NestFactory } from '@nestjs/core';
import { createConnection } from 'mongoose';
import { MongoReadModel } from '../../adapters/mongo/mongo-read-model.js';
import { FACTS, MODEL, PAGE, ROW } from '../../adapters/mongo/read-model.schema.js';
import { factsSchema, modelSchema, pageSchema, rowSchema } from '../../adapters/mongo/read-model.schema.js';
import type {
  FactsDocument,
  ModelDocument,
  PageDocument,
  RowDocument,
} from '../../adapters/mongo/read-model.schema.js';
import { READ_MODEL_SCHEMAS } from '../../adapters/nats/lessons.js';
import { NatsEventHistory } from '../../adapters/nats/nats-event-history.js';
import { RowPages } from '../../adapters/mongo/row-pages.js';
import { MeasureQuery } from '../../application/measure.query.js';
import { RebuildReadModelHandler } from '../../application/rebuild-read-model.handler.js';
import { DAY, HOUR } from '../measured.js';
import { BUILDINGS, CONTRACTORS, Neighbours, median, secondsOf } from './ground.js';
import type { Told } from './ground.js';

const AGENCY = 'bench';
const ROUNDS = 5;
const IN_FLIGHT = 64;
const STEPS = 3;

/** The life of a closed ticket, three facts; all of them within the last year. */
function lifeOf(
  number: number,
  tickets: number,
  now: number,
): { schema: DescMessage; at: number; content: Record<string, unknown> }[] {
  const requestedAt = now - 365 * DAY + Math.floor((number / tickets) * 360 * DAY);
  const building = (number * 7_919) % BUILDINGS;
  const contractor = (number * 104_729) % CONTRACTORS;
  const context = (version: number, status: Status) => ({
    ...{ ticketId: `ticket-${number}`, version, number, type: TicketType.WORK_ORDER, module: Module.SYNDIC },
    ...{ subject: 'Fuite sous l’évier de la cuisine', source: Source.PHONE, status },
    ...{
      requestedAt: timestampFromMs(requestedAt),
      manager: { id: `m-${number % 12}`, name: 'Claire Moreau' },
    },
    place: {
      buildingId: `b-${building}`,
      unitId: `u-${number % 20_000}`,
      label: `Résidence ${building}, lot 12`,
    },
    actor: { kind: ActorKind.USER, id: 'claire' },
  });
  const mission = {
    missionId: `mission-${number}`,
    contractor: { partyId: `c-${contractor}`, name: `Plomberie ${contractor}` },
  };
  const at = [requestedAt + HOUR, requestedAt + 50 * HOUR, requestedAt + 100 * HOUR] as const;
  const done = context(2, Status.COMPLETION_RECEIVED);
  return [
    {
      schema: WorkOrderRequestedSchema,
      at: at[0],
      content: { ticket: context(1, Status.WORK_ORDER_SENT), mission },
    },
    { schema: CompletionReportedSchema, at: at[1], content: { ticket: done, mission } },
    {
      schema: TicketClosedSchema,
      at: at[2],
      content: { ticket: context(3, Status.CLOSED), missions: [mission] },
    },
  ];
}

async function publishAll(publisher: EventPublisher, tickets: number, now: number): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < tickets) {
      const number = (next += 1);
      for (const { schema, at, content } of lifeOf(number, tickets, now)) {
        await publisher.publish({
          ...{ id: `${number}-${schema.name}`, agencyId: AGENCY, aggregateId: `ticket-${number}` },
          ...{ occurredAt: new Date(at), schema, message: create(schema, content) },
        });
      }
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}

/** A rebuild beside a read of the same events, and a dashboard beside a bare count by index over the same year. */
export async function* benchReadModel(
  tickets: number,
  { natsUrl, uri }: { readonly natsUrl: string; readonly uri: string },
): AsyncIterable<Told> {
  const messaging = MessagingModule.forRoot({ service: 'reporting', natsUrl, clock: 'system' });
  const context = await NestFactory.createApplicationContext(messaging, { logger: false });
  const connection = await createConnection(uri, { dbName: 'reports-bench' }).asPromise();
  const rows = connection.model<RowDocument>(ROW, rowSchema);
  const pages = connection.model<PageDocument>(PAGE, pageSchema);
  const facts = connection.model<FactsDocument>(FACTS, factsSchema);
  try {
    await Promise.all([rows.init(), pages.init(), facts.init()]);
    const models = connection.model<ModelDocument>(MODEL, modelSchema);
    const model = new MongoReadModel(models, facts, rows, new RowPages(pages));
    const clock = new SystemClock();
    const now = clock.now().getTime();
    const feed = context.get(EventFeed);
    await publishAll(context.get(EventPublisher), tickets, now);
    const readAll = async () => {
      let count = 0;
      const stored = { schemas: READ_MODEL_SCHEMAS, agencyId: AGENCY, afterSequence: 0, onlyStored: true };
      for await (const { meta } of feed.read(stored)) count += meta.agencyId === AGENCY ? 1 : 0;
      if (count !== tickets * STEPS) throw new Error(`${count} facts were read`);
    };
    const reading = await secondsOf(readAll);
    const rebuild = new RebuildReadModelHandler(model, new NatsEventHistory(feed), clock);
    const rebuilding = await secondsOf(() => rebuild.execute(AGENCY));
    yield {
      ...{ name: `rebuild of ${tickets} tickets`, unit: 'events/s' },
      ...{ value: (tickets * STEPS) / rebuilding, baseline: (tickets * STEPS) / reading },
      details: { seconds: rebuilding, bare_seconds: reading },
    };
    const measure = new MeasureQuery(model, new Neighbours(), clock);
    const asked = {
      from: parisDay(new Date(now - 365 * DAY)),
      until: parisDay(new Date(now)),
      modules: ['SYNDIC'],
    };
    const period = { $gte: new Date(now - 366 * DAY), $lt: new Date(now + DAY) };
    const count = () =>
      rows.collection.countDocuments({ agencyId: AGENCY, generation: 2, requestedAt: period });
    const times = { dashboard: [] as number[], count: [] as number[] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      const dashboard = await secondsOf(async () => {
        const { figures } = await measure.dashboard(AGENCY, asked, 'CALENDAR');
        if (figures.tickets !== tickets) throw new Error(`${figures.tickets} tickets on the dashboard`);
      });
      const bare = await secondsOf(count);
      if (round === 0) continue;
      times.dashboard.push(dashboard);
      times.count.push(bare);
    }
    yield {
      ...{ name: `dashboard over ${tickets} closed tickets`, unit: 'a second' },
      ...{ value: 1 / median(times.dashboard), baseline: 1 / median(times.count) },
      details: {
        ...{ seconds: median(times.dashboard), bare_seconds: median(times.count) },
        peak_mb: process.resourceUsage().maxRSS / 1_000,
      },
    };
  } finally {
    await connection.close();
    await context.close();
  }
}
