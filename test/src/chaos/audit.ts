import { eventually } from '@intervia/testing';
import { MongoClient } from 'mongodb';
import { Sent } from '../journey/sent.js';
import { ApiClient } from '../platform/api-client.js';
import type { Ground } from './ground.js';
import type { Acknowledged } from './load.js';

const SETTLE_MS = 300_000;
/** Sweeps come every five seconds. */
const STUCK_MS = 60_000;

interface Ticket {
  subject: string;
  history: { id: string; fact: string }[];
}

interface Finding {
  readonly what: string;
  readonly ticket: number;
}

type Text = Awaited<ReturnType<Sent['texts']>>[number];

/** What of a run is wrong, and how much was looked at. */
export interface Audit {
  readonly findings: readonly Finding[];
  readonly looked: Readonly<Record<string, number>>;
}

/** Each document in whose outbox something waits, and since when. */
async function waitingOutboxes(mongo: MongoClient): Promise<string[]> {
  const { databases } = await mongo.db('admin').admin().listDatabases({ nameOnly: true });
  const waiting: string[] = [];
  for (const { name } of databases.filter((database) => database.name.includes('intervia_'))) {
    for (const { name: collection } of await mongo.db(name).listCollections().toArray()) {
      const found = mongo
        .db(name)
        .collection(collection)
        .find(
          { outboxAt: { $exists: true } },
          { projection: { outboxAt: 1, 'outbox._id': 1, 'outbox.type': 1 } },
        );
      for await (const document of found) waiting.push(`${name}.${collection} ${JSON.stringify(document)}`);
    }
  }
  return waiting;
}

/** Nothing is on its way any more: every outbox is empty, and every message that was asked for has left. */
async function settled(
  ground: Ground,
  mongo: MongoClient,
  sent: Sent,
  tickets: readonly Acknowledged[],
): Promise<void> {
  await eventually(
    async () => {
      if ((await waitingOutboxes(mongo)).length > 0) return undefined;
      const mails = new Set((await sent.mails()).flatMap(({ to }) => to));
      if (!tickets.every(({ mail }) => mails.has(mail))) return undefined;
      // What was refused while SMS were away is tried again up to two minutes after they are back.
      const texts = await sent.texts();
      return tickets.every(({ number }) => textsAbout(texts, number).length > 0) ? true : undefined;
    },
    { timeoutMs: SETTLE_MS, intervalMs: 2_000, what: `everything to leave ${ground.dataDir}` },
  ).catch(() => undefined);
}

/**
 * What stays in outboxes. One that is full at a single look proves nothing: a reminder that came due, or the sign-in of this
 * very audit, is told through one as well.
 */
async function stuckOutboxes(mongo: MongoClient): Promise<readonly string[]> {
  let stuck: readonly string[] | undefined;
  await eventually(
    async () => {
      const waiting = new Set(await waitingOutboxes(mongo));
      stuck = stuck?.filter((one) => waiting.has(one)) ?? [...waiting];
      return stuck.length === 0 || undefined;
    },
    { timeoutMs: STUCK_MS, intervalMs: 1_000, what: 'outboxes to be emptied' },
  ).catch(() => undefined);
  return stuck ?? [];
}

const textsAbout = (texts: readonly Text[], number: number): readonly Text[] =>
  texts.filter(({ message }) => new RegExp(`\\b${number}\\b`).test(message));

const repeated = (keys: readonly string[]): boolean => new Set(keys).size < keys.length;

/** What each ticket must show: that it is there, each of its facts once, each of its messages once. */
export async function audit(ground: Ground, tickets: readonly Acknowledged[]): Promise<Audit> {
  const { platform, dataDir } = ground;
  const mongo = await MongoClient.connect(platform.mongo);
  const sent = new Sent(platform.mail, platform.sms, dataDir);
  const findings: Finding[] = [];
  try {
    await settled(ground, mongo, sent, tickets);
    const api = await ApiClient.signIn(platform.gateway);
    const [mails, texts, stuck] = await Promise.all([sent.mails(), sent.texts(), stuckOutboxes(mongo)]);
    for (const outbox of stuck) findings.push({ what: `an outbox is not empty: ${outbox}`, ticket: 0 });
    let secondCopies = 0;
    for (const { ticketId, number, subject, mail, notes } of tickets) {
      const note = (what: string): unknown => findings.push({ what, ticket: number });
      const response = await api.fetch(`/api/tickets/${ticketId}`);
      if (!response.ok) {
        note(`answers ${response.status}`);
        continue;
      }
      const ticket = (await response.json()) as Ticket;
      if (ticket.subject !== subject) note('is another ticket');
      const text = JSON.stringify(ticket);
      for (const lost of notes.filter((one) => !text.includes(one))) note(`lacks « ${lost} »`);
      if (repeated(ticket.history.map(({ id }) => id))) note('has a fact twice');
      const checked = await api.fetch(`/api/tickets/${ticketId}/history/verification`);
      const history = (await checked.json()) as { intact?: boolean; keyed?: boolean };
      if (history.intact !== true || history.keyed !== true) note('has a history that does not verify');
      const about = mails.filter(({ to }) => to.includes(mail));
      const different = new Set(about.map(({ messageId }) => messageId));
      secondCopies += about.length - different.size;
      if (different.size !== 1) note(`${different.size} mails to its contractor`);
      const sms = textsAbout(texts, number);
      if (sms.length !== 1) note(`${sms.length} SMS to its contractor`);
    }
    if (repeated(tickets.map(({ number }) => String(number))))
      findings.push({ what: 'a number was given twice', ticket: 0 });
    return {
      findings,
      looked: { tickets: tickets.length, mails: mails.length, sms: texts.length, secondCopies },
    };
  } finally {
    await mongo.close();
  }
}
