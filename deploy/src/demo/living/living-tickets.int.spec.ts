import 'reflect-metadata';
import { MovableClock } from '@intervia/clock';
import { ActorKind, Module, Show, Status, TicketsService } from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { addParisDays, inParis } from '@intervia/french';
import { BusClient, NATS_CONNECTION } from '@intervia/messaging';
import { TicketsEnv, bootTickets } from '@intervia/tickets';
import { withStack } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { demoAgency } from '../demo-agency.js';
import { LIVES } from './lives.js';
import { livingTickets } from './living-tickets.js';
import { Papers } from './papers.js';

jest.setTimeout(180_000);

const boot = () =>
  withStack({}, async ({ env: servers, own, folder }) => {
    const env = Object.assign(new TicketsEnv(), servers, { CLOCK: 'movable' });
    const app = own(await bootTickets(env));
    const connection = app.get<NatsConnection>(NATS_CONNECTION);
    return {
      tickets: app.get(BusClient).service(TicketsService),
      clock: own(await MovableClock.connect(connection)),
      files: await LocalFileStore.open(folder),
    };
  });

let stack: Awaited<ReturnType<typeof boot>>;
beforeAll(async () => {
  stack = await boot();
});
afterAll(() => stack?.close());

/** Forward to the next such day and time in Paris. */
async function goTo(weekday: number, hour: number, minute: number): Promise<Date> {
  const now = stack.clock.now();
  let day = addParisDays(now, 1);
  while (inParis(day).weekday !== weekday) day = addParisDays(day, 1);
  await stack.clock.move(inParis(day).set({ hour, minute }).toMillis() - now.getTime());
  return stack.clock.now();
}

async function livedAt(now: Date, agencyId: string): Promise<{ told: number; imported: number }> {
  const papers = new Papers();
  const lives = livingTickets(demoAgency(now).publication, now, papers);
  await papers.keep(stack.files, agencyId);
  let imported = 0;
  for (let at = 0; at < lives.length; at += 10) {
    const batch = lives.slice(at, at + 10);
    imported += (await stack.tickets.importLives({ agencyId, lives: batch }, { timeoutMs: 60_000 })).imported;
  }
  return { told: lives.length, imported };
}

async function statuses(agencyId: string): Promise<Set<string>> {
  const actor = { kind: ActorKind.USER, id: 'user-1', name: 'Claire Moreau' };
  const found = new Set<string>();
  for (const module of [Module.SYNDIC, Module.GERANCE]) {
    const { tickets } = await stack.tickets.listTickets({
      caller: { agencyId, actor },
      module,
      show: Show.ALL,
      limit: 200,
    });
    for (const { status } of tickets) found.add(Status[status]);
  }
  return found;
}

describe('the living tickets of the demo', () => {
  it.each([
    { when: 'in a night of Saturday', weekday: 6, hour: 2, minute: 10 },
    { when: 'on Monday before the agency opens', weekday: 1, hour: 7, minute: 50 },
    { when: 'on Thursday afternoon', weekday: 4, hour: 15, minute: 50 },
  ])('are what the domain allows $when', async ({ weekday, hour, minute }) => {
    const agencyId = `day-${String(weekday)}`;
    const { told, imported } = await livedAt(await goTo(weekday, hour, minute), agencyId);
    expect(told).toBe(LIVES.reduce((sum, { times }) => sum + times, 0));
    expect(imported).toBe(told);
    // REPLACED is a mission's, never a ticket's.
    const wanted = Object.keys(Status).filter((name) => !/^\d+$|^UNSPECIFIED$|^REPLACED$/.test(name));
    const shown = await statuses(agencyId);
    expect(wanted.filter((name) => !shown.has(name))).toEqual([]);
  });
});
