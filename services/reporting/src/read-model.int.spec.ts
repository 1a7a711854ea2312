import type { Message, MessageInitShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import { anyPack, timestampFromMs } from '@bufbuild/protobuf/wkt';
import {
  ActorKind,
  FiguresService,
  Module,
  PersonErasedSchema,
  PlaceStaffChangedSchema,
  Source,
  Status,
  TicketClosedSchema,
  TicketDeletedSchema,
  TicketImportedSchema,
  TicketOpenedSchema,
  TicketReopenedSchema,
  TicketType,
  WorkOrderAcceptedSchema,
  WorkOrderRequestedSchema,
} from '@intervia/contracts';
import type { TicketContextSchema } from '@intervia/contracts';
import type { DescMessage } from '@bufbuild/protobuf';
import { BusClient, EventPublisher } from '@intervia/messaging';
import type { ServiceClient } from '@intervia/messaging';
import { parisDay } from '@intervia/french';
import { eventually, withStack } from '@intervia/testing';
import type { Closing } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { getModelToken } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { createConnection } from 'mongoose';
import { MongoReadModel } from './adapters/mongo/mongo-read-model.js';
import {
  FACTS,
  MODEL,
  PAGE,
  ROW,
  factsSchema,
  modelSchema,
  pageSchema,
  rowSchema,
} from './adapters/mongo/read-model.schema.js';
import type {
  FactsDocument,
  ModelDocument,
  PageDocument,
  RowDocument,
} from './adapters/mongo/read-model.schema.js';
import { RowPages } from './adapters/mongo/row-pages.js';
import { bootReporting } from './boot.js';
import { ReportingEnv } from './reporting.env.js';
import { FakeNeighbours, startNeighbours } from './testing/fake-neighbours.js';
import { DAY, HOUR, MONDAY } from './testing/measured.js';

const AGENCY = 'tilleuls';
const BOOT_MS = 60_000;
const PATIENCE = { timeoutMs: 30_000 };

let house: Closing;
let app: INestApplication;
let env: ReportingEnv;
let figures: ServiceClient<typeof FiguresService>;
let published = 0;

beforeAll(async () => {
  house = await withStack({ redis: true }, async (stack) => {
    env = Object.assign(new ReportingEnv(), stack.env, { FILES_DIR: stack.folder });
    stack.own(await startNeighbours(env.NATS_URL, new FakeNeighbours()));
    app = await bootReporting(env);
    return stack.own({ close: () => app.close() });
  });
  figures = app.get(BusClient).service(FiguresService);
}, BOOT_MS);

afterAll(async () => {
  await house?.close();
}, BOOT_MS);

/** All that is stored of a ticket. */
async function textsOf(ticketId: string): Promise<string> {
  const filter = { _id: { $regex: `/${ticketId}$` } };
  const facts = await app.get<Model<FactsDocument>>(getModelToken(FACTS)).find(filter).lean();
  const paged = (await pages().find({ agencyId: AGENCY }).lean()).flatMap(
    ({ lines }) => JSON.parse(lines) as unknown[][],
  );
  const lines = paged.filter(([id]) => id === ticketId);
  return JSON.stringify([facts, await rows().find(filter).lean(), lines]);
}
const pages = () => app.get<Model<PageDocument>>(getModelToken(PAGE));
const rows = () => app.get<Model<RowDocument>>(getModelToken(ROW));
const caller = { agencyId: AGENCY, actor: { kind: ActorKind.USER, id: 'claire' } };
const segment = {
  from: parisDay(new Date(MONDAY - DAY)),
  until: parisDay(new Date(MONDAY + 29 * DAY)),
  modules: [Module.SYNDIC],
};
const mission = { missionId: 'm-1', contractor: { partyId: 'party-plumber', name: 'Plomberie Łukasz' } };

async function publish<S extends DescMessage>(
  ticketId: string,
  schema: S,
  content: MessageInitShape<S>,
  at: number,
): Promise<void> {
  published += 1;
  await app.get(EventPublisher).publish({
    ...{
      id: `event-${published}`,
      agencyId: AGENCY,
      aggregateId: ticketId,
      occurredAt: new Date(at),
      schema,
    },
    message: create(schema, content),
  });
}

type Context = Exclude<MessageInitShape<typeof TicketContextSchema>, Message>;

const context = (ticketId: string, version: number, more: Context = {}): Context => ({
  ...{
    ticketId,
    version,
    number: Number(ticketId.slice(1)),
    type: TicketType.WORK_ORDER,
    module: Module.SYNDIC,
  },
  ...{ subject: 'Fuite', source: Source.PHONE, requestedAt: timestampFromMs(MONDAY) },
  ...{ status: Status.WORK_ORDER_SENT, manager: { id: 'claire', name: 'Claire Moreau' } },
  place: { buildingId: 'b-1', unitId: 'u-1', label: 'Les Tilleuls, appartement 1', staffIds: ['ines'] },
  actor: { kind: ActorKind.USER, id: 'claire' },
  ...more,
});

async function live(ticketId: string): Promise<void> {
  await publish(ticketId, TicketOpenedSchema, { ticket: context(ticketId, 1) }, MONDAY + HOUR);
  await publish(ticketId, WorkOrderRequestedSchema, { ticket: context(ticketId, 1), mission }, MONDAY + HOUR);
  await publish(
    ticketId,
    WorkOrderAcceptedSchema,
    { ticket: context(ticketId, 2), mission },
    MONDAY + 5 * HOUR,
  );
  const ticket = context(ticketId, 3, { status: Status.CLOSED });
  await publish(ticketId, TicketClosedSchema, { ticket, missions: [mission] }, MONDAY + 2 * DAY);
}

const dashboard = () => figures.getDashboard({ caller, segment });
const untilCounted = (tickets: number, closed: number) =>
  eventually(async () => {
    const found = (await dashboard()).figures;
    return found?.tickets === tickets && found.closed === closed ? found : undefined;
  }, PATIENCE);

describe('the read model', () => {
  it('knows what events told, once however often', async () => {
    for (const ticketId of ['t1', 't2', 't3']) await live(ticketId);
    await publish('t2', TicketReopenedSchema, { ticket: context('t2', 4) }, MONDAY + 3 * DAY);
    await publish('t3', TicketDeletedSchema, { ticketId: 't3', number: 3 }, MONDAY + 3 * DAY);
    await publish(
      't4',
      TicketImportedSchema,
      {
        ticket: context('t4', 1, { status: Status.CLOSED, actor: { kind: ActorKind.SYSTEM } }),
        openedAt: timestampFromMs(MONDAY),
        closedAt: timestampFromMs(MONDAY + DAY),
        missions: [{ ...mission, amountCents: 9_900 }],
      },
      MONDAY + 4 * DAY,
    );
    expect(await untilCounted(3, 2)).toMatchObject({
      contractorResponse: { count: 2, medianSeconds: (4 * HOUR) / 1000 },
      costCents: 9_900,
      costByTrade: [{ key: 'Plomberie', count: 1 }],
    });
    await expect(figures.listMeasuredTickets({ caller, segment })).resolves.toMatchObject({ total: 3 });
    const staff = { buildingId: 'b-1', unitId: 'u-1', staffIds: ['marc'] };
    await publish('b-1', PlaceStaffChangedSchema, staff, MONDAY + 5 * DAY);
  }, 60_000);

  it('shows those who are attached to a place the tickets of their places', async () => {
    const asks = (id: string) =>
      figures.getStatistics({
        segment,
        caller: { agencyId: AGENCY, attachedOnly: true, actor: { kind: ActorKind.USER, id } },
      });
    await eventually(async () => ((await asks('marc')).tickets === 3 ? true : undefined), PATIENCE);
    expect((await asks('ines')).tickets).toBe(0);
  }, 60_000);

  it('names a contractor no more who was struck out, also by a fact of before that comes late', async () => {
    const gone = { missionId: 'm-7', contractor: { partyId: 'party-yann', name: 'Yann Le Goff' } };
    const requestedAt = timestampFromMs(MONDAY + 50 * DAY);
    const told = (version: number) =>
      context('t7', version, { subject: 'Fuite chez Yann Le Goff', requestedAt });
    const closed = { ticket: told(2), missions: [gone] };
    await publish('t7', WorkOrderRequestedSchema, { ticket: told(1), mission: gone }, MONDAY + 50 * DAY);
    await publish('t7', TicketClosedSchema, closed, MONDAY + 51 * DAY);
    const struck = { ticketId: 't7', version: 3, subject: 'Fuite chez [effacé]', missionIds: ['m-7'] };
    const kept = async (text: string) => (await textsOf('t7')).includes(text);
    await eventually(async () => ((await kept('Yann')) ? true : undefined), PATIENCE);
    await publish('t7', PersonErasedSchema, struck, MONDAY + 52 * DAY);
    await eventually(async () => ((await kept('Yann')) ? undefined : true), PATIENCE);
    await publish('t7', WorkOrderAcceptedSchema, { ticket: told(2), mission: gone }, MONDAY + 50 * DAY);
    await eventually(async () => ((await kept('WorkOrderAccepted')) ? true : undefined), PATIENCE);
    expect(await kept('Yann')).toBe(false);
    expect(await textsOf('t7')).toContain('Fuite chez [effacé]');
  }, 60_000);

  it('measures a life that was told afterwards as if each of its facts had been told then', async () => {
    const place = { buildingId: 'b-8', label: 'Les Érables' };
    const told = (version: number) => context('t8', version, { place, requestedAt: timestampFromMs(MONDAY) });
    const lived = [
      anyPack(
        WorkOrderRequestedSchema,
        create(WorkOrderRequestedSchema, { ticket: told(1), mission: { ...mission, missionId: 'm-8' } }),
      ),
      anyPack(
        WorkOrderAcceptedSchema,
        create(WorkOrderAcceptedSchema, { ticket: told(2), mission: { ...mission, missionId: 'm-8' } }),
      ),
    ].map((fact, at) => ({ id: `lived-${at}`, occurredAt: timestampFromMs(MONDAY + (1 + at) * HOUR), fact }));
    await publish('t8', TicketImportedSchema, { ticket: told(2), lived }, MONDAY + 60 * DAY);
    const there = { caller, segment: { ...segment, buildingId: 'b-8' } };
    const found = await eventually(async () => {
      const { figures: measured } = await figures.getDashboard(there);
      return measured?.tickets === 1 ? measured : undefined;
    }, PATIENCE);
    expect(found).toMatchObject({
      firstResponse: { count: 1, medianSeconds: HOUR / 1000 },
      contractorResponse: { count: 1, medianSeconds: HOUR / 1000 },
    });
    await publish('t8', TicketDeletedSchema, { ticketId: 't8', number: 8 }, MONDAY + 61 * DAY);
    await eventually(
      async () => ((await figures.getDashboard(there)).figures?.tickets === 0 ? true : undefined),
      PATIENCE,
    );
  }, 60_000);

  it('tells nothing to another agency', async () => {
    const theirs = { agencyId: 'bellecour', actor: { kind: ActorKind.USER, id: 'x' } };
    expect(await figures.getStatistics({ caller: theirs, segment })).toMatchObject({ tickets: 0 });
  });

  it('is the same when it was rebuilt, and serves meanwhile', async () => {
    const before = await stored();
    await figures.rebuildFigures({ caller });
    // Learnt by both: the one that serves, and the one that is being built.
    await live('t5');
    expect((await dashboard()).figures?.tickets).toBeGreaterThanOrEqual(3);
    await eventually(async () => {
      const { rebuilding, builtAt } = await figures.getFiguresState({ caller });
      return !rebuilding && builtAt ? true : undefined;
    }, PATIENCE);
    await untilCounted(4, 3);
    const after = await stored();
    expect(after.filter(({ ticketId }) => ticketId !== 't5')).toEqual(before);
    expect(await rows().distinct('generation')).toEqual([2]);
  }, 60_000);

  it('answers each chart by one range of an index that begins with the agency', async () => {
    const connection = await createConnection(env.MONGODB_URI, {
      dbName: env.MONGODB_DB,
      monitorCommands: true,
    }).asPromise();
    const model = new MongoReadModel(
      connection.model<ModelDocument>(MODEL, modelSchema),
      connection.model<FactsDocument>(FACTS, factsSchema),
      connection.model<RowDocument>(ROW, rowSchema),
      new RowPages(connection.model<PageDocument>(PAGE, pageSchema)),
    );
    const query = { from: MONDAY - DAY, until: MONDAY + 30 * DAY };
    const plans = await plansOf(connection, async () => {
      await model.requested(AGENCY, query);
      await model.requested(AGENCY, { ...query, buildingId: 'b-1' });
      await model.closed(AGENCY, query);
      await model.closed(AGENCY, { ...query, buildingId: 'b-1' });
      await model.open(AGENCY);
    });
    await connection.close();
    expect(plans).toHaveLength(5);
    for (const plan of plans) {
      expect(plan).toContain('IXSCAN');
      expect(plan).toContain('"agencyId":1');
      expect(plan).not.toContain('COLLSCAN');
      // The index is in the order that is asked for.
      expect(plan).not.toContain('"SORT"');
    }
  });
});

/** What stands, whatever model it stands in. */
async function stored(): Promise<{ ticketId: string }[]> {
  const found = await rows()
    .find({ agencyId: AGENCY })
    .sort({ requestedAt: 1, row: 1 })
    .lean<RowDocument[]>();
  return found.map(({ row }) => JSON.parse(row) as { ticketId: string });
}

async function plansOf(connection: Connection, work: () => Promise<void>): Promise<string[]> {
  const finds: Record<string, unknown>[] = [];
  const client = connection.getClient();
  const listen = ({ commandName, command }: { commandName: string; command: Record<string, unknown> }) => {
    const isRead = command['find'] === 'ticket_rows' || command['find'] === 'ticket_pages';
    if (commandName === 'find' && isRead) finds.push(command);
  };
  client.on('commandStarted', listen);
  await work();
  client.off('commandStarted', listen);
  return Promise.all(
    finds.map(async ({ lsid: _lsid, $db: _db, ...find }) => {
      const answer = await connection.db?.command({ explain: find, verbosity: 'queryPlanner' });
      return JSON.stringify((answer as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan);
    }),
  );
}
