import { ReminderSentSchema } from '@intervia/contracts';
import { randomUUID } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { endNode } from '../child.js';
import { measureOf, type Measure } from '../measure.js';
import { aDraft, copyOf, insertCopies, openTicket } from './ticket-copies.js';
import { startTicketsStack, type TicketsStack } from './tickets-stack.js';

const ARMED = 1_000_000;
const DUE = 10_000;
const AGENCIES = 50;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** One replica dies when this many have fired. */
const KILL_AT = DUE * 0.3;
const DEADLINE_MS = 5 * MINUTE_MS;
/** How long it listens on for what must not come. */
const LISTEN_ON_MS = 5_000;
const BARE_IN_FLIGHT = 64;
const LOOKED_UP_AT_ONCE = 1_000;

/** To a Wednesday, 10:00 in Paris: no quiet hour is near. */
async function moveToWorkingHours({ clock }: TicketsStack): Promise<void> {
  const now = clock.now();
  const wednesday = new Date(now.getTime() + ((10 - now.getUTCDay()) % 7 || 7) * 24 * HOUR_MS);
  wednesday.setUTCHours(9, 0, 0, 0);
  await clock.move(wednesday.getTime() - now.getTime());
}

interface Armed {
  readonly dueIds: readonly string[];
  /** As many others, for the baseline. */
  readonly otherIds: readonly string[];
  /** The end of the minute in which the due ones become so. */
  readonly until: Date;
}

/** A million armed tickets of many agencies; the due ones lie scattered among them. No replica runs meanwhile. */
async function arm(stack: TicketsStack): Promise<Armed> {
  const replica = await stack.startReplica();
  // Few words: each is an entry of an index, and it is timers that are measured.
  const draft = { ...aDraft(0), subject: 'Fuite', description: 'Fuite' };
  const ticket = await openTicket(stack, 'agency-0', draft);
  await endNode(replica, 'SIGTERM');
  const minute = stack.clock.now().getTime() + HOUR_MS;
  const ids = { due: [] as string[], other: [] as string[] };
  await insertCopies(stack.stored, ARMED, (n) => {
    const isDue = n % (ARMED / DUE) === 0;
    const inMs = Math.random() * (isDue ? MINUTE_MS : 60 * 24 * HOUR_MS) + (isDue ? 0 : 24 * HOUR_MS);
    const dueAt = new Date(minute + inMs);
    const copy = copyOf(ticket, n + 10, {
      agencyId: `agency-${n % AGENCIES}`,
      // The younger, the later modified.
      modifiedAt: new Date(ticket.modifiedAt.getTime() - (ARMED - n) * 1_000),
      nextDueAt: dueAt,
      timers: ticket.timers.map((timer) => ({ ...timer, dueAt })),
    });
    if (isDue) ids.due.push(copy._id);
    else if (ids.other.length < DUE) ids.other.push(copy._id);
    return copy;
  });
  return { dueIds: ids.due, otherIds: ids.other, until: new Date(minute + MINUTE_MS) };
}

interface Firing {
  readonly seconds: number;
  /** How often the stream tells of each ticket. */
  readonly told: ReadonlyMap<string, number>;
}

/** Moves the clock to the end of the minute, kills one of the replicas on the way, and follows what the stream stores. */
async function fire(stack: TicketsStack, until: Date, victim: ChildProcess): Promise<Firing> {
  const told = new Map<string, number>();
  const enough = new AbortController();
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  const signal = AbortSignal.any([deadline, enough.signal]);
  const start = performance.now();
  await stack.clock.move(until.getTime() - stack.clock.now().getTime());
  let seconds = 0;
  let killed: Promise<void> | undefined;
  for await (const { meta } of stack.feed.read({ schemas: [ReminderSentSchema], afterSequence: 0, signal })) {
    told.set(meta.aggregateId, (told.get(meta.aggregateId) ?? 0) + 1);
    if (told.size >= KILL_AT) killed ??= endNode(victim, 'SIGKILL');
    if (told.size < DUE || seconds > 0) continue;
    seconds = (performance.now() - start) / 1_000;
    setTimeout(() => enough.abort(), LISTEN_ON_MS);
  }
  await killed;
  return { seconds: seconds || DEADLINE_MS / 1_000, told };
}

/** How many of the tickets have written their reminder down this often. */
async function written({ stored }: TicketsStack, ids: readonly string[]): Promise<Map<number, number>> {
  const times = new Map<number, number>();
  for (let from = 0; from < ids.length; from += LOOKED_UP_AT_ONCE) {
    const some = ids.slice(from, from + LOOKED_UP_AT_ONCE);
    for await (const { history } of stored.find(
      { _id: { $in: some } },
      { projection: { 'history.fact': 1 } },
    )) {
      const count = history.filter(({ fact }) => fact === 'ReminderSent').length;
      times.set(count, (times.get(count) ?? 0) + 1);
    }
  }
  return times;
}

/** The least that can do the job: read a document, write it back changed, publish; nothing is checked or kept safe. */
async function bareRate({ stored, publisher }: TicketsStack, ids: readonly string[]): Promise<number> {
  const waiting = ids.values();
  const start = performance.now();
  const worker = async (): Promise<void> => {
    for (const _id of waiting) {
      const found = await stored.findOne({ _id });
      await stored.updateOne({ _id }, { $set: { nextDueAt: new Date(), timers: found?.timers } });
      const data = Buffer.from(JSON.stringify(found?.row));
      const occurredAt = new Date();
      const event = {
        id: randomUUID(),
        agencyId: 'bench',
        aggregateId: _id,
        type: 'bench.Fired',
        occurredAt,
        data,
      };
      await publisher.publishEncoded(event);
    }
  };
  await Promise.all(Array.from({ length: BARE_IN_FLIGHT }, worker));
  return (ids.length * 1_000) / (performance.now() - start);
}

/**
 * Ten thousand of a million armed timers become due in one minute, with two replicas, one of them killed on the way.
 * Counted from outside: by what the stream stored and by what stands in the histories.
 */
export async function* benchTimers(): AsyncIterable<Measure> {
  const stack = await startTicketsStack();
  try {
    await moveToWorkingHours(stack);
    const seeding = performance.now();
    const { dueIds, otherIds, until } = await arm(stack);
    const seedSeconds = Math.round((performance.now() - seeding) / 1_000);
    const [victim] = await Promise.all([stack.startReplica(), stack.startReplica()]);
    const { seconds, told } = await fire(stack, until, victim);
    const histories = await written(stack, dueIds);
    const bare = await bareRate(stack, otherIds);
    const due = new Set(dueIds);
    yield {
      ...measureOf('timers due in one minute, one of two replicas killed', 'timers/s', DUE / seconds, bare),
      armed: ARMED,
      due: DUE,
      fired: dueIds.filter((id) => told.has(id)).length,
      doubled: [...told.values()].filter((times) => times > 1).length + DUE - sumOf(histories, (n) => n <= 1),
      lost: dueIds.filter((id) => !told.has(id)).length + (histories.get(0) ?? 0),
      tooEarly: [...told.keys()].filter((id) => !due.has(id)).length,
      seconds: Number(seconds.toFixed(1)),
      seedSeconds,
    };
  } finally {
    await stack.stop();
  }
}

function sumOf(times: ReadonlyMap<number, number>, isCounted: (times: number) => boolean): number {
  return [...times].reduce((sum, [n, tickets]) => sum + (isCounted(n) ? tickets : 0), 0);
}
