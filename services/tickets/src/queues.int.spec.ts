import 'reflect-metadata';
import type { QueueCount } from '@intervia/contracts';
import { ListSort, Module, Queue, Show } from '@intervia/contracts';
import { inParis } from '@intervia/french';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { byContractor, byUser, command, draftRequest, settingsRequest } from './testing/requests.js';
import { known, startStack } from './testing/stack.js';
import type { Stack } from './testing/stack.js';

const AGENCY = 'agency-queues';
const HOUR = 3_600_000;
const READER = byUser(AGENCY);
// Real servers, on machines that may have other work.
jest.setTimeout(60_000);

let stack: Stack;

async function open(subject: string, over: Parameters<typeof draftRequest>[0] = {}) {
  const draft = draftRequest({ subject, ...over });
  const { ticket } = await stack.tickets.openTicket({ context: command(READER), draft });
  return known(ticket);
}

const inQueue = async (queue: Queue, over: { limit?: number; cursor?: string } = {}) => {
  const request = { caller: READER, module: Module.SYNDIC, show: Show.ALL, queue, ...over };
  const { tickets, nextCursor } = await stack.tickets.listTickets(request);
  return { subjects: tickets.map(({ subject }) => subject), nextCursor };
};

async function counts(mine = true): Promise<Record<string, number>> {
  const answer = await stack.tickets.countQueues({ caller: READER, module: Module.SYNDIC, mine });
  const named = answer.counts.map(({ queue, tickets }: QueueCount) => [Queue[queue], tickets] as const);
  return { ...Object.fromEntries(named), open: answer.open };
}

async function accept(ticket: { id: string; missions: { id: string }[] }, start: Date): Promise<void> {
  const missionId = ticket.missions[0]?.id ?? '';
  await stack.tickets.acceptWorkOrder({
    context: command(byContractor(missionId, AGENCY)),
    ticketId: ticket.id,
    missionId,
    appointment: { start: timestampFromDate(start), durationMinutes: 60 },
  });
}

beforeAll(async () => {
  stack = await startStack();
  // To a Monday morning: the days of the week are ahead.
  const monday = inParis(stack.clock.now()).plus({ weeks: 1 }).startOf('week').set({ hour: 9 });
  await stack.clock.move(monday.toMillis() - stack.clock.now().getTime());
  const day = (days: number) => monday.plus({ days }).set({ hour: 10 }).toJSDate();
  await accept(await open('Jeudi'), day(3));
  await accept(await open('Mardi'), day(1));
  await accept(await open('Lundi prochain'), day(7));
  await open('Urgent', { urgent: true });
  await open('Lu');
  await open('D’un autre', { manager: { id: 'paul', name: 'Paul Petit' } });
  const context = command(READER);
  await stack.tickets.closeTicket({ context, ticketId: (await open('Fermé', { urgent: true })).id });
});
afterAll(() => stack?.stop());

describe('the queues', () => {
  it('hold open tickets, whatever the list shows', async () => {
    expect((await inQueue(Queue.URGENT)).subjects).toEqual(['Urgent']);
  });

  it('give the visits of this week by their date, page by page', async () => {
    const first = await inQueue(Queue.WEEK_VISITS, { limit: 1 });
    expect(first.subjects).toEqual(['Mardi']);
    const second = await inQueue(Queue.WEEK_VISITS, { limit: 1, cursor: first.nextCursor });
    expect(second).toEqual({ subjects: ['Jeudi'], nextCursor: '' });
  });

  it('give what one has not read to the end, page by page', async () => {
    // Who opened them has read them; the contractors' answers came after.
    const first = await inQueue(Queue.UNREAD, { limit: 2 });
    expect(first.subjects).toEqual(['Lundi prochain', 'Mardi']);
    const second = await inQueue(Queue.UNREAD, { limit: 2, cursor: first.nextCursor });
    expect(second).toEqual({ subjects: ['Jeudi'], nextCursor: '' });
  });

  it('are counted as they are listed', async () => {
    expect(await counts()).toEqual({
      TODO: 0,
      UNREAD: 3,
      WEEK_VISITS: 2,
      LATE: 0,
      URGENT: 1,
      PENDING: 0,
      DORMANT: 0,
      REVIEW: 0,
      ASIDE: 0,
      open: 5,
    });
    expect((await counts(false))['open']).toBe(6);
  });

  it('come in the order that is asked for, page by page', async () => {
    const listed = async (sort: ListSort) => {
      const subjects: string[] = [];
      let cursor = '';
      do {
        const asked = {
          caller: READER,
          module: Module.SYNDIC,
          mine: true,
          show: Show.OPEN,
          sort,
          limit: 2,
          cursor,
        };
        const { tickets, nextCursor } = await stack.tickets.listTickets(asked);
        subjects.push(...tickets.map(({ subject }) => subject));
        cursor = nextCursor;
      } while (cursor !== '');
      return subjects;
    };
    const opened = ['Jeudi', 'Mardi', 'Lundi prochain', 'Urgent', 'Lu'];
    expect(await listed(ListSort.OPENED_FIRST)).toEqual(opened);
    expect(await listed(ListSort.OPENED)).toEqual(opened.toReversed());
    const modified = await listed(ListSort.UNSPECIFIED);
    expect(await listed(ListSort.MODIFIED_FIRST)).toEqual(modified.toReversed());
    // Those who are expected, and those of whom an answer is.
    const next = await listed(ListSort.NEXT);
    expect(next.filter((subject) => subject !== 'Urgent' && subject !== 'Lu')).toEqual([
      'Mardi',
      'Jeudi',
      'Lundi prochain',
    ]);
    expect(next).toHaveLength(5);
  });

  it('of another agency are its own', async () => {
    const { open: theirs } = await stack.tickets.countQueues({
      caller: byUser('agency-elsewhere'),
      module: Module.SYNDIC,
      mine: false,
    });
    expect(theirs).toBe(0);
  });

  it('hold what did not move for as many days as the settings say', async () => {
    await stack.tickets.updateModuleSettings({
      context: command(READER),
      module: Module.SYNDIC,
      settings: settingsRequest({ dormantDays: 1 }),
    });
    const day = 24 * HOUR;
    await stack.clock.move(day - HOUR);
    expect((await inQueue(Queue.DORMANT)).subjects).toEqual([]);
    await stack.clock.move(2 * HOUR);
    // The service hears of the hour a moment later.
    const subjects = await eventually(async () => {
      const found = await inQueue(Queue.DORMANT);
      return found.subjects.length > 0 ? found.subjects : undefined;
    });
    expect(subjects).toContain('Lu');
    expect(subjects).not.toContain('Fermé');
    expect((await counts(false))['DORMANT']).toBe(subjects.length);
  });

  it('know who let all reminders pass', async () => {
    // Each reminder counts from the one before: the clock goes on until the last has passed, on each of them.
    const late = await eventually(async () => {
      await stack.clock.move(72 * HOUR);
      const { subjects } = await inQueue(Queue.LATE);
      return subjects.length === (await counts(false))['open'] ? subjects : undefined;
    });
    expect(late.toSorted()).toEqual(['D’un autre', 'Jeudi', 'Lu', 'Lundi prochain', 'Mardi', 'Urgent']);
    expect((await counts(false))['LATE']).toBe(late.length);
  });
});
