import 'reflect-metadata';
import { startMongo } from '@intervia/testing';
import type { MongoServer } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Connection, Model } from 'mongoose';
import { createConnection } from 'mongoose';
import { TICKET_NUMBER, ticketNumberSchema } from './ticket-number.schema.js';
import type { TicketNumberFields } from './ticket-number.schema.js';
import { TicketNumbers } from './ticket-numbers.js';

// Real servers, on machines that may have other work.
jest.setTimeout(60_000);

let mongo: MongoServer;
let connection: Connection;
let model: Model<TicketNumberFields>;

beforeAll(async () => {
  mongo = await startMongo();
  connection = await createConnection(mongo.uri).asPromise();
  model = connection.model<TicketNumberFields>(TICKET_NUMBER, ticketNumberSchema);
});
afterAll(async () => {
  await connection.close();
  await mongo.stop();
});

describe('ticket numbers', () => {
  it('are taken once, without a gap, however many ask at once in two replicas', async () => {
    const [one, other] = [new TicketNumbers(model), new TicketNumbers(model)];
    const counts = Array.from({ length: 60 }, (_, n) => (n % 3) + 1);
    const firsts = await Promise.all(
      counts.map((count, n) => (n % 2 === 0 ? one : other).take('agency-1', count)),
    );
    const taken = firsts.flatMap((first, n) =>
      Array.from({ length: counts[n] ?? 0 }, (_, offset) => first + offset),
    );
    expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
  });

  it('of each agency are its own', async () => {
    expect(await new TicketNumbers(model).take('agency-2', 1)).toBe(1);
  });

  it('go on after a failure', async () => {
    const numbers = new TicketNumbers(model);
    await connection.close();
    await expect(numbers.take('agency-3', 1)).rejects.toThrow();
    await connection.openUri(mongo.uri);
    expect(await numbers.take('agency-3', 1)).toBe(1);
  });
});
