import { startMongo } from '@intervia/testing';
import type { MongoServer } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { createConnection } from 'mongoose';
import type { Lesson } from '../../application/ports/read-model.js';
import { DAY, HOUR, MONDAY, aLife } from '../../testing/measured.js';
import { MongoReadModel } from './mongo-read-model.js';
import { FACTS, MODEL, PAGE, ROW } from './read-model.schema.js';
import { factsSchema, modelSchema, pageSchema, rowSchema } from './read-model.schema.js';
import type { FactsDocument, ModelDocument, PageDocument, RowDocument } from './read-model.schema.js';
import { RowPages } from './row-pages.js';

const AGENCY = 'tilleuls';
const ALL = { from: MONDAY - 400 * DAY, until: MONDAY + 400 * DAY };
const TICKETS = 600;

let mongo: MongoServer;
let connection: Connection;
let replicas: MongoReadModel[];

beforeAll(async () => {
  mongo = await startMongo();
  connection = await createConnection(mongo.uri, { dbName: 'pages' }).asPromise();
  const models = {
    model: connection.model<ModelDocument>(MODEL, modelSchema),
    facts: connection.model<FactsDocument>(FACTS, factsSchema),
    rows: connection.model<RowDocument>(ROW, rowSchema),
    pages: connection.model<PageDocument>(PAGE, pageSchema),
  };
  await Promise.all(Object.values(models).map((model) => model.init()));
  replicas = [1, 2].map(
    () => new MongoReadModel(models.model, models.facts, models.rows, new RowPages(models.pages)),
  );
}, 60_000);

afterAll(async () => {
  await connection?.close();
  await mongo?.stop();
}, 60_000);

/** A ticket each hour: some hundreds of a day's numbers, and days that begin anew. */
function lifeOf(number: number): Lesson[] {
  const at = MONDAY + (number % 40) * HOUR;
  const ticketId = `t-${number}`;
  const life = aLife(
    [
      ['TicketOpened', at, { byUser: true }],
      ['WorkOrderRequested', at + HOUR],
      ['TicketClosed', at + 2 * DAY],
    ],
    { number, requestedAt: at },
    ticketId,
  );
  return life.facts.map((fact) => ({ agencyId: AGENCY, ticketId, head: life.head, fact }));
}

/** What each row says, of the documents that hold one each. */
async function single(): Promise<{ ticketId: string }[]> {
  const found = await connection.model<RowDocument>(ROW).find({ agencyId: AGENCY }).lean<RowDocument[]>();
  return byTicket(found.map(({ row }) => JSON.parse(row) as { ticketId: string }));
}

const byTicket = <T extends { ticketId: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (a.ticketId < b.ticketId ? -1 : 1));

const paged = async () => byTicket(await replicas[0]!.requested(AGENCY, ALL));
const pages = () => connection.model<PageDocument>(PAGE).find({ agencyId: AGENCY }).lean<PageDocument[]>();

describe('pages of rows', () => {
  it('hold every row once, whichever replica learnt it, in whatever order and however often', async () => {
    const lessons = Array.from({ length: TICKETS }, (_, number) => lifeOf(number)).flat();
    const learnt = [...lessons, ...lessons.toReversed()];
    const [first, second] = replicas;
    for (let from = 0; from < learnt.length; from += 400) {
      const part = learnt.slice(from, from + 400);
      await Promise.all([
        first!.learn(AGENCY, part.slice(0, 200)),
        second!.learn(AGENCY, part.slice(200)),
        // As events come: one at a time, several under way.
        ...part.slice(180, 190).map((lesson) => second!.learn(AGENCY, [lesson])),
      ]);
    }
    expect(await paged()).toHaveLength(TICKETS);
    expect(await paged()).toEqual(await single());
    const lines = (await pages()).map((page) => (JSON.parse(page.lines) as unknown[]).length);
    expect(Math.max(...lines)).toBeLessThanOrEqual(256);
    expect(lines.length).toBeLessThan(TICKETS / 50);
  }, 120_000);

  it('give back oldest first, and what is asked for alone', async () => {
    const query = { from: MONDAY + 3 * HOUR, until: MONDAY + 5 * HOUR };
    const found = await replicas[0]!.requested(AGENCY, query);
    expect(found).toHaveLength((2 * TICKETS) / 40);
    expect(found.map(({ requestedAt }) => requestedAt)).toEqual(
      found.map(({ requestedAt }) => requestedAt).sort((a, b) => a - b),
    );
    await expect(replicas[0]!.requested('autre', ALL)).resolves.toEqual([]);
  });

  it('follow a request that was dated back to another day, and a ticket that was deleted', async () => {
    const [moved] = lifeOf(7);
    const head = { ...moved!.head, version: 9, requestedAt: MONDAY - 30 * DAY };
    const fact = { ...moved!.fact, id: 't-7-9', version: 9, type: 'Touched' as const };
    await replicas[1]!.learn(AGENCY, [{ ...moved!, head, fact }]);
    await replicas[0]!.forget(AGENCY, 't-8');
    // Both come again, as events do.
    await replicas[0]!.learn(AGENCY, [moved!, lifeOf(8)[0]!]);
    expect(await paged()).toHaveLength(TICKETS - 1);
    expect(await paged()).toEqual(await single());
  });

  it('are made of what an older release has stored, when it is first read', async () => {
    const before = await paged();
    await connection.model(PAGE).deleteMany({});
    await connection.model(MODEL).updateMany({}, { $unset: { paged: 1 } });
    await connection.model(FACTS).updateMany({}, { $unset: { pages: 1 } });
    const [one, two] = await Promise.all(replicas.map((replica) => replica.requested(AGENCY, ALL)));
    expect(byTicket(one!)).toEqual(before);
    expect(byTicket(two!)).toEqual(before);
  }, 60_000);
});
