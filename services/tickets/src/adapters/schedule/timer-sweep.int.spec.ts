import 'reflect-metadata';
import { SystemClock } from '@intervia/clock';
import { ReminderSentSchema, RemindersExhaustedSchema, Status } from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { FireDueTimersHandler } from '../../application/timers/fire-due-timers.handler.js';
import { DueTickets } from '../../application/ports/due-tickets.js';
import { byUser, command, draftRequest } from '../../testing/requests.js';
import { eventsOf, open, startStack } from '../../testing/stack.js';
import type { Stack } from '../../testing/stack.js';
import type { DueTicketRepository } from '../mongo/due-ticket.repository.js';

const clock = new SystemClock();

const HOUR = 3_600_000;
const TICKETS = 40;
const AT_ONCE = 8;
const PATIENCE = { timeoutMs: 40_000 };
// Real servers, on machines that may have other work.
jest.setTimeout(60_000);

let stack: Stack;

const remindersOf = (ticketId: string) =>
  eventsOf(stack, ReminderSentSchema).filter(({ ticket }) => ticket?.ticketId === ticketId);

/** To a Wednesday, 10:00 in Paris: no quiet hour is near. */
async function moveToWorkingHours(): Promise<void> {
  const now = stack.clock.now();
  const wednesday = new Date(now.getTime() + ((10 - now.getUTCDay()) % 7 || 7) * 24 * HOUR);
  wednesday.setUTCHours(9, 0, 0, 0);
  await stack.clock.move(wednesday.getTime() - now.getTime());
}

async function openMany(agencyId: string): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < TICKETS) {
    const opened = await Promise.all(Array.from({ length: AT_ONCE }, () => openOne(agencyId)));
    ids.push(...opened);
  }
  return ids;
}

async function openOne(agencyId: string): Promise<string> {
  const ticket = await open(
    stack,
    draftRequest({ timers: { workOrder: { hours: 1, maximum: 2 } } }),
    command(byUser(agencyId)),
  );
  return ticket.id;
}

beforeAll(async () => {
  stack = await startStack({ replicas: 2 });
  await moveToWorkingHours();
});
afterAll(() => stack?.stop());

describe('a replica that dies with a ticket in hand', () => {
  it('holds it up until its lease ends, no longer', async () => {
    const dueTickets = stack.app.get(DueTickets);
    const { ticket } = await stack.tickets.openTicket({
      context: command(byUser('agency-lease')),
      draft: draftRequest({ timers: { workOrder: { hours: 30 * 24, maximum: 1 } } }),
    });
    // A claim from the day after it is due, by somebody who never comes back.
    const due = new Date(stack.clock.now().getTime() + 31 * 24 * HOUR);
    const until = new Date(due.getTime() + 30_000);
    const claim = async (now: Date, id: string) =>
      (await dueTickets.claim(now, { id, until }, 10)).map(({ ticket: { details } }) => details.id);
    expect(await claim(due, 'lease-1')).toEqual([ticket?.id]);
    expect(await claim(due, 'lease-2')).toEqual([]);
    expect(await dueTickets.nextAt(due)).toEqual(until);
    expect(await claim(new Date(until.getTime() + 1), 'lease-3')).toEqual([ticket?.id]);
  });
});

describe('the next look', () => {
  it('is when the earliest timer is due', async () => {
    const dueTickets = stack.app.get(DueTickets);
    const { ticket } = await stack.tickets.openTicket({
      context: command(byUser('agency-next')),
      draft: draftRequest({ timers: { workOrder: { hours: 3, maximum: 1 } } }),
    });
    const stored = await stack.model.findById(ticket?.id).lean();
    expect(await dueTickets.nextAt(stack.clock.now())).toEqual(stored?.nextDueAt);
  });
});

describe('two replicas', () => {
  it('fire each timer once', async () => {
    const ids = await openMany('agency-sweep');
    await stack.clock.move(2 * HOUR);
    await eventually(() => (ids.every((id) => remindersOf(id).length > 0) ? true : undefined), PATIENCE);
    // Once more, by hand, on both: nothing is left to fire.
    await Promise.all([1, 2].map(() => stack.app.get(FireDueTimersHandler).execute()));
    expect(ids.map((id) => remindersOf(id).length)).toEqual(ids.map(() => 1));
    const histories = await stack.model.find({ agencyId: 'agency-sweep' }).lean();
    for (const { history } of histories) {
      expect(history.filter(({ fact }) => fact === 'ReminderSent')).toHaveLength(1);
    }

    // One step at a time: a reminder that is late goes out once, and the next delay begins there.
    await stack.clock.move(2 * HOUR);
    await eventually(() => (ids.every((id) => remindersOf(id).length > 1) ? true : undefined), PATIENCE);
    await stack.clock.move(2 * HOUR);
    await eventually(() => {
      const exhausted = eventsOf(stack, RemindersExhaustedSchema).map(({ ticket }) => ticket?.ticketId);
      return ids.every((id) => exhausted.includes(id)) ? true : undefined;
    }, PATIENCE);
    expect(ids.map((id) => remindersOf(id).map(({ count }) => count))).toEqual(ids.map(() => [1, 2]));
    const waiting = await stack.model.countDocuments({
      agencyId: 'agency-sweep',
      nextDueAt: { $exists: true },
    });
    expect(waiting).toBe(0);
  });
});

describe('closing', () => {
  it('leaves nothing for the sweep', async () => {
    const { ticket } = await stack.tickets.openTicket({
      context: command(byUser('agency-closed')),
      draft: draftRequest(),
    });
    await stack.tickets.closeTicket({ context: command(byUser('agency-closed')), ticketId: ticket?.id });
    const stored = await stack.model.findOne({ agencyId: 'agency-closed' }).lean();
    expect(stored?.timers).toEqual([]);
    expect(stored && 'nextDueAt' in stored).toBe(false);
    const { ticket: closed } = await stack.tickets.getTicket({
      caller: byUser('agency-closed'),
      ticketId: ticket?.id,
    });
    expect(closed?.status).toBe(Status.CLOSED);
  });
});

it('the claim reads the index of what is due', async () => {
  const repository = stack.app.get<DueTicketRepository>(DueTickets);
  const explained = await repository.dueQuery(clock.now(), 10).explain('queryPlanner');
  expect(JSON.stringify(explained)).toContain('"indexName":"due"');
  expect(JSON.stringify(explained)).not.toMatch(/COLLSCAN|"SORT"/);
});
