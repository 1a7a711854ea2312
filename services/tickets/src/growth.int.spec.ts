import 'reflect-metadata';
import { RequestState, TicketPart } from '@intervia/contracts';
import type { ListEarlierResponse, Ticket } from '@intervia/contracts';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TICKET_PAGE } from './adapters/mongo/ticket/ticket-page.schema.js';
import type { TicketPageFields } from './adapters/mongo/ticket/ticket-page.schema.js';
import type { TicketFields } from './adapters/mongo/ticket/ticket.schema.js';
import { hashOf } from './application/running/chain-history.js';
import {
  byContractor,
  byUser,
  command,
  documentRequest,
  draftRequest,
  ticketRequest,
} from './testing/requests.js';
import { known, missionOf, open, problem, startStack } from './testing/stack.js';
import type { Stack } from './testing/stack.js';

jest.setTimeout(120_000);

/** An answer on the bus stays below it (architecture, "An aggregate has a bound"). */
const ANSWER_BYTES = 256 * 1024;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

const read = async (ticketId: string): Promise<Ticket> =>
  known((await stack.tickets.getTicket({ caller: byUser(), ticketId })).ticket);

const storedOf = async (ticketId: string): Promise<TicketFields> =>
  known((await stack.model.findById(ticketId).lean<TicketFields>()) ?? undefined);

const bytesOf = (ticket: Ticket): number =>
  Buffer.byteLength(
    JSON.stringify(ticket, (_key, value: unknown) => (typeof value === 'bigint' ? 0 : value)),
  );

/** All of a part, from its newest to its oldest page. */
async function everything<K extends 'history' | 'notes' | 'messages'>(
  ticketId: string,
  part: TicketPart,
  key: K,
  before: number,
  threadId = '',
): Promise<ListEarlierResponse[K][number][]> {
  const pages: ListEarlierResponse[K][] = [];
  for (let place = before; place > 0;) {
    const page = await stack.tickets.listEarlier({
      caller: byUser(),
      ticketId,
      part,
      threadId,
      before: place,
    });
    expect(page[key].length).toBe(place - page.from);
    pages.unshift(page[key]);
    place = page.from;
  }
  return pages.flat();
}

describe('a ticket that grows', () => {
  it('takes 84 messages of 2,000 letters through a contractor’s link, and is read whole, a page at a time', async () => {
    const ticket = await open(stack);
    const missionId = missionOf(ticket);
    for (let i = 0; i < 84; i += 1) {
      await stack.tickets.postMessage({
        context: command(byContractor(missionId)),
        ticketId: ticket.id,
        text: `${i} `.padEnd(2_000, 'é'),
      });
    }
    const now = await read(ticket.id);
    expect(bytesOf(now)).toBeLessThan(ANSWER_BYTES);
    const [thread] = now.threads;
    expect(now.threads).toHaveLength(1);
    const messages = [
      ...(await everything(ticket.id, TicketPart.MESSAGES, 'messages', known(thread).earlier, thread?.id)),
      ...known(thread).messages,
    ];
    expect(messages.map(({ text }) => Number(text.split(' ')[0]))).toEqual([...Array(84).keys()]);

    const stored = await storedOf(ticket.id);
    const history = [
      ...(await everything(ticket.id, TicketPart.HISTORY, 'history', now.earlierHistory)),
      ...now.history,
    ];
    expect(stored.news).toBe(history.length);
    expect(new Set(history.map(({ hash }) => hash)).size).toBe(history.length);
    // The chain goes on from the last entry of the pages to the first that the ticket holds.
    const [first] = stored.history;
    const { hash, ...entry } = known(first);
    const before = known(history[now.earlierHistory - 1]).hash;
    expect(hash).toBe(
      hashOf(Object.fromEntries(Object.entries(entry).filter(([, v]) => v !== null)) as never, before),
    );
  });

  it('stays its client’s own request, with what came with it, when that is long ago', async () => {
    const context = () => command();
    const { ticketId } = await stack.tickets.requestTicket(ticketRequest());
    const validated = await stack.tickets.validatePreTicket({
      context: context(),
      ticketId,
      draft: draftRequest(),
    });
    const missionId = missionOf(known(validated.ticket));
    for (let i = 0; i < 30; i += 1) {
      const text = `${i} `.padEnd(2_000, 'é');
      await stack.tickets.postMessage({ context: command(byContractor(missionId)), ticketId, text });
    }
    const addedAttachments = [documentRequest('later')];
    await stack.tickets.updateTicket({ context: context(), ticketId, addedAttachments });
    const now = await read(ticketId);
    expect(now.earlierHistory).toBeGreaterThan(2);
    expect(now.documents.map(({ ref }) => ref?.id)).toEqual(expect.arrayContaining(['photo', 'later']));

    const own = { agencyId: 'agency-1', partyId: 'party-9', ticketId };
    expect(await stack.tickets.getRequest(own)).toMatchObject({
      request: { ticketId, state: RequestState.VALIDATED, decidedAt: expect.anything() },
      description: 'Plus d’eau chaude.',
      documents: [{ id: 'photo' }],
    });
    for (const other of [{ partyId: 'party-7' }, { partyId: '' }, { agencyId: 'agency-2' }])
      expect(await problem(stack.tickets.getRequest({ ...own, ...other }))).toMatchObject({
        code: 'TICKET_NOT_FOUND',
      });
  });

  it('takes long notes, of which the newest are shown at once', async () => {
    const ticket = await open(stack);
    for (let i = 0; i < 8; i += 1) {
      const html = `<p>${i} ${'x'.repeat(49_000)}</p>`;
      await stack.tickets.addNote({ context: command(), ticketId: ticket.id, html });
    }
    const now = await read(ticket.id);
    expect(bytesOf(now)).toBeLessThan(ANSWER_BYTES);
    const older = await everything(ticket.id, TicketPart.NOTES, 'notes', now.earlierNotes);
    const notes = [...older, ...now.notes.toReversed()];
    expect(notes.map(({ html }) => Number(html.slice(3, 5)))).toEqual([...Array(8).keys()]);
  });

  it('refuses what it has no room for before it is kept, and can still be closed', async () => {
    const ticket = await open(stack);
    const missionId = missionOf(ticket);
    let refused: { code: string } | undefined;
    let kept = 0;
    for (let i = 0; i < 40 && !refused; i += 1) {
      const documents = Array.from({ length: 20 }, (_, k) =>
        documentRequest(`d${i}-${k}-${'x'.repeat(400)}`),
      );
      const context = command(byContractor(missionId));
      await stack.tickets
        .postMessage({ context, ticketId: ticket.id, text: 'Photos', documents })
        .then(() => (kept += 20))
        .catch((error: { code: string }) => (refused = error));
    }
    expect(refused?.code).toBe('TICKET_FULL');
    const now = await read(ticket.id);
    expect(now.documents).toHaveLength(kept);
    expect(bytesOf(now)).toBeLessThan(2 * ANSWER_BYTES);
    const short = { context: command(), ticketId: ticket.id, html: '<p>Vu</p>' };
    await stack.tickets.addNote(short);
    await stack.tickets.closeTicket({ context: command(), ticketId: ticket.id, comment: 'Trop de photos' });
    const more = { context: command(), ticketId: ticket.id, html: 'Encore' };
    expect((await problem(stack.tickets.addNote(more))).code).toBe('TICKET_ALREADY_CLOSED');
  });

  it('opens in one read of a page when it holds 5,000 messages, also one of an older release', async () => {
    const ticket = await open(stack);
    const missionId = missionOf(ticket);
    await stack.tickets.postMessage({
      context: command(byContractor(missionId)),
      ticketId: ticket.id,
      text: 'Premier',
    });
    const { threads, history } = await storedOf(ticket.id);
    const [thread] = threads;
    const [message] = known(thread).messages;
    const last = known(history.at(-1));
    const messages = Array.from({ length: 5_000 }, (_, i) => ({
      ...known(message),
      id: `m${i}`,
      text: `${i} ${'x'.repeat(1_000)}`,
    }));
    const entries = Array.from({ length: 5_000 }, (_, i) => ({
      ...last,
      id: `h${i}`,
      text: `${i} ${'x'.repeat(500)}`,
    }));
    await stack.model.collection.updateOne(
      { _id: ticket.id as never },
      {
        $set: { threads: [{ ...known(thread), messages }], history: [...history.slice(0, -1), ...entries] },
        $unset: { earlier: 1 },
      },
    );
    const before = await read(ticket.id);
    expect(bytesOf(before)).toBeLessThan(ANSWER_BYTES);
    expect(before.threads[0]?.messages.at(-1)?.id).toBe('m4999');
    await stack.tickets.postMessage({
      context: command(byContractor(missionId)),
      ticketId: ticket.id,
      text: 'Dernier',
    });
    const stored = known(await stack.model.collection.findOne({ _id: ticket.id as never }));
    expect(Buffer.byteLength(JSON.stringify(stored))).toBeLessThan(ANSWER_BYTES);
    const after = await read(ticket.id);
    const shown = known(after.threads[0]);
    expect(shown.messages.at(-1)?.text).toBe('Dernier');
    expect(shown.earlier + shown.messages.length).toBe(5_001);
    const older = await everything(ticket.id, TicketPart.MESSAGES, 'messages', shown.earlier, shown.id);
    expect(older.map(({ id }) => id)).toEqual(messages.slice(0, shown.earlier).map(({ id }) => id));
  });

  it('leaves no page behind when it is deleted', async () => {
    const ticket = await open(stack);
    for (let i = 0; i < 4; i += 1) {
      await stack.tickets.addNote({ context: command(), ticketId: ticket.id, html: 'x'.repeat(40_000) });
    }
    const pages = stack.app.get<Model<TicketPageFields>>(getModelToken(TICKET_PAGE));
    expect(await pages.countDocuments({ ticketId: ticket.id })).toBeGreaterThan(0);
    await stack.tickets.closeTicket({ context: command(), ticketId: ticket.id });
    await stack.tickets.deleteTicket({ context: command(), ticketId: ticket.id });
    expect(await pages.countDocuments({ ticketId: ticket.id })).toBe(0);
  });
});
