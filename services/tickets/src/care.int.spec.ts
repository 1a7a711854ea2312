import 'reflect-metadata';
import {
  CorrespondentRole,
  DocumentKind,
  ManagerChangedSchema,
  MessagePostedSchema,
  MessageReceivedSchema,
  Module,
  NoteAddedSchema,
  Status,
  ThirdPartiesInformedSchema,
  TicketDeletedSchema,
  TicketUpdatedSchema,
} from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { hashOf } from './application/chain-history.js';
import { Tickets } from './application/ports/tickets.js';
import { aCaller } from './testing/builders.js';
import {
  byContractor,
  byCorrespondent,
  byUser,
  command,
  documentRequest,
  draftRequest,
  personRequest,
  visitAt,
} from './testing/requests.js';
import { eventsOf, known, missionOf, open, problem, startStack, tomorrow } from './testing/stack.js';
import type { Stack } from './testing/stack.js';

// Real servers, on machines that may have other work.
jest.setTimeout(60_000);

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

const read = async (ticketId: string, caller = byUser()) =>
  known((await stack.tickets.getTicket({ caller, ticketId })).ticket);

/** The fact that this ticket told, once it is there. */
const told = <T extends { ticket?: { ticketId: string } }>(facts: () => T[], ticketId: string): Promise<T> =>
  eventually(() => facts().find(({ ticket }) => ticket?.ticketId === ticketId));

describe('messages', () => {
  it('go to a contractor and come back under one subject', async () => {
    const ticket = await open(stack);
    const target = { ticketId: ticket.id, missionId: missionOf(ticket) };
    const { ticket: sent } = await stack.tickets.postMessage({
      context: command(),
      ...target,
      subject: 'Accès',
      text: 'Le code a changé.',
      documents: [documentRequest('plan')],
    });
    const [thread] = known(sent).threads;
    await stack.tickets.postMessage({
      context: command(byContractor(target.missionId)),
      ...target,
      threadId: thread?.id,
      text: 'Merci.',
    });
    const now = await read(ticket.id);
    expect(now.threads).toMatchObject([
      {
        subject: 'Accès',
        missionId: target.missionId,
        messages: [
          { received: false, text: 'Le code a changé.' },
          { received: true, text: 'Merci.' },
        ],
      },
    ]);
    expect(now.documents).toMatchObject([{ kind: DocumentKind.MESSAGE, ref: { id: 'plan' } }]);
    expect(now.status).toBe(Status.WORK_ORDER_SENT);

    const posted = await told(() => eventsOf(stack, MessagePostedSchema), ticket.id);
    expect(posted).toMatchObject({ subject: 'Accès', text: 'Le code a changé.', threadId: thread?.id });
    expect(posted.mission?.missionId).toBe(target.missionId);
    expect(posted.documents.map(({ id }) => id)).toEqual(['plan']);
    const received = await told(() => eventsOf(stack, MessageReceivedSchema), ticket.id);
    expect(received).toMatchObject({ subject: 'Accès', text: 'Merci.', threadId: thread?.id });
  });

  it('go to the council’s president, who answers; a repeated one is one', async () => {
    const ticket = await open(stack);
    const context = command();
    const message = {
      context,
      ticketId: ticket.id,
      role: CorrespondentRole.COUNCIL_PRESIDENT,
      person: personRequest({ partyId: 'party-7', name: 'Mme Roux' }),
      subject: 'Votre avis',
      text: 'Qu’en pensez-vous ?',
    };
    await stack.tickets.postMessage(message);
    const { ticket: sent } = await stack.tickets.postMessage(message);
    expect(known(sent).correspondents).toHaveLength(1);
    expect(known(sent).threads[0]?.messages).toHaveLength(1);
    const correspondentId = known(known(sent).correspondents[0]).id;
    await stack.tickets.postMessage({
      context: command(byCorrespondent(correspondentId)),
      ticketId: ticket.id,
      threadId: known(sent).threads[0]?.id,
      text: 'D’accord.',
    });
    const received = await told(() => eventsOf(stack, MessageReceivedSchema), ticket.id);
    expect(received.correspondent).toMatchObject({
      id: correspondentId,
      role: CorrespondentRole.COUNCIL_PRESIDENT,
      person: { name: 'Mme Roux' },
    });
  });

  it('a message received is news to others, time spent and a refused attempt are not', async () => {
    const agencyId = randomUUID();
    const [claire, paul] = [byUser(agencyId, 'claire'), byUser(agencyId, 'paul')];
    const ticket = await open(stack, draftRequest(), command(claire));
    const missionId = missionOf(ticket);
    const unread = async (): Promise<boolean | undefined> =>
      (await stack.tickets.listTickets({ caller: paul, module: Module.SYNDIC })).tickets[0]?.unread;
    await stack.tickets.markRead({ caller: paul, ticketId: ticket.id });
    await stack.tickets.recordTimeSpent({ context: command(claire), ticketId: ticket.id, seconds: 30 });
    const early = stack.tickets.requestInvoice({ context: command(claire), ticketId: ticket.id, missionId });
    expect((await problem(early)).code).toBe('ACTION_NOT_ALLOWED');
    expect(await unread()).toBe(false);
    await stack.tickets.postMessage({
      context: command(byContractor(missionId, agencyId)),
      ticketId: ticket.id,
      text: 'Bonjour',
    });
    expect(await unread()).toBe(true);
    await stack.tickets.markRead({ caller: paul, ticketId: ticket.id });
    await stack.tickets.addNote({ context: command(claire), ticketId: ticket.id, html: 'Vu' });
    expect(await unread()).toBe(true);
  });
});

describe('an internal note', () => {
  it('keeps its form, loses what could do harm, and tells no other service what it says', async () => {
    const ticket = await open(stack);
    const html =
      '<p style="color:#c00;position:fixed">Voir <b onclick="x()">Paul</b></p>' +
      '<script>alert(1)</script><a href="javascript:x()">ici</a><img src=x onerror=alert(1)>';
    const documents = [documentRequest('devis')];
    await stack.tickets.addNote({ context: command(), ticketId: ticket.id, html, documents });
    const { notes, documents: kept, history } = await read(ticket.id);
    expect(notes).toMatchObject([
      {
        html: '<p style="color:#c00">Voir <b>Paul</b></p><a target="_blank" rel="noopener noreferrer">ici</a>',
        author: { id: 'user-1' },
        documents: [{ id: 'devis' }],
      },
    ]);
    expect(kept).toMatchObject([{ kind: DocumentKind.NOTE }]);
    expect(history.at(-1)).toMatchObject({ fact: 'NoteAdded', text: 'Voir Paul\nici' });
    const fact = await told(() => eventsOf(stack, NoteAddedSchema), ticket.id);
    expect(JSON.stringify(fact.ticket)).not.toContain('Voir');
  });
});

describe('"Informer un tiers"', () => {
  it('tells the present step', async () => {
    const ticket = await open(stack);
    const target = { ticketId: ticket.id, missionId: missionOf(ticket) };
    const appointment = visitAt(tomorrow(stack));
    await stack.tickets.acceptWorkOrder({ context: command(), ...target, appointment });
    const persons = [personRequest({ name: 'Le gardien' })];
    await stack.tickets.informThirdParties({
      context: command(),
      ticketId: ticket.id,
      persons,
      comment: 'Info',
    });
    const fact = await told(() => eventsOf(stack, ThirdPartiesInformedSchema), ticket.id);
    expect(fact).toMatchObject({ comment: 'Info', persons: [{ name: 'Le gardien' }] });
    expect(fact.mission).toMatchObject({
      status: Status.WORK_ORDER_ACCEPTED,
      appointment: { durationMinutes: 60 },
    });
    expect((await read(ticket.id)).history.at(-1)).toMatchObject({
      names: ['Le gardien'],
      status: Status.WORK_ORDER_ACCEPTED,
    });
  });
});

describe('a change', () => {
  it('names what changed; what is absent stays', async () => {
    const ticket = await open(stack, draftRequest({ contacts: [personRequest({ name: 'M. Durand' })] }));
    await stack.tickets.updateTicket({
      context: command(),
      ticketId: ticket.id,
      silent: true,
      notified: { persons: [personRequest({ name: 'Mme Petit' })] },
      addedAttachments: [documentRequest('photo')],
    });
    const now = await read(ticket.id);
    expect(now).toMatchObject({
      silent: true,
      subject: ticket.subject,
      contacts: [{ name: 'M. Durand' }],
      notified: [{ name: 'Mme Petit' }],
    });
    const fact = await told(() => eventsOf(stack, TicketUpdatedSchema), ticket.id);
    expect(fact.fields).toEqual(['silent', 'notified', 'addedAttachments']);
    expect(fact.ticket?.silent).toBe(true);
    const { ticket: same } = await stack.tickets.updateTicket({
      context: command(),
      ticketId: ticket.id,
      silent: true,
      contacts: { persons: [personRequest({ name: 'M. Durand' })] },
    });
    expect(known(same).version).toBe(now.version);
  });

  it('of the manager is told with who it was', async () => {
    const ticket = await open(stack);
    const manager = { id: 'paul', name: 'Paul Girard' };
    await stack.tickets.changeManager({ context: command(), ticketIds: [ticket.id], manager });
    const fact = await told(() => eventsOf(stack, ManagerChangedSchema), ticket.id);
    expect(fact).toMatchObject({ previous: { id: 'user-1' }, ticket: { manager: { id: 'paul' } } });
    expect((await read(ticket.id)).history.at(-1)).toMatchObject({
      fact: 'ManagerChanged',
      names: ['Paul Girard'],
    });
  });
});

describe('time spent', () => {
  it('adds up over users, each command once, without a version', async () => {
    const ticket = await open(stack);
    const record = (seconds: number, context = command()) =>
      stack.tickets.recordTimeSpent({ context, ticketId: ticket.id, seconds });
    const context = command();
    await Promise.all([
      record(30, context),
      record(30, context),
      record(40),
      record(50, command(byUser('agency-1', 'paul'))),
    ]);
    const now = await read(ticket.id);
    expect(now).toMatchObject({ timeSpentSeconds: 120, version: ticket.version });
    expect(now.history).toHaveLength(ticket.history.length);
    // A later step does not lose it.
    await stack.tickets.addNote({ context: command(), ticketId: ticket.id, html: 'Vu' });
    expect((await read(ticket.id)).timeSpentSeconds).toBe(120);
    for (const wrong of [0, 3_601]) expect((await problem(record(wrong))).code).toBe('INVALID_COMMAND');
    const foreign = record(10, command(byUser('agency-2')));
    expect((await problem(foreign)).code).toBe('TICKET_NOT_FOUND');
  });
});

describe('a refused attempt', () => {
  it('is kept: who, what, when and why; once in a row, and nobody is told', async () => {
    const ticket = await open(stack);
    const target = { ticketId: ticket.id, missionId: missionOf(ticket) };
    const early = () => problem(stack.tickets.requestInvoice({ context: command(), ...target }));
    await early();
    await early();
    const wrongForm = stack.tickets.acceptWorkOrder({ context: command(), ...target });
    expect((await problem(wrongForm)).code).toBe('INVALID_COMMAND');
    const intruder = stack.tickets.closeTicket({
      context: command(byContractor(target.missionId)),
      ticketId: ticket.id,
    });
    expect((await problem(intruder)).code).toBe('ACTOR_NOT_ALLOWED');
    const now = await read(ticket.id);
    expect(now.history.slice(2).map(({ fact, refusal, actor }) => [fact, refusal, actor?.id])).toEqual([
      ['ActionRefused', 'ACTION_NOT_ALLOWED', 'user-1'],
      ['ActionRefused', 'ACTOR_NOT_ALLOWED', target.missionId],
    ]);
    expect(now.modifiedAt).toEqual(ticket.modifiedAt);
    const ids = new Set(now.history.slice(2).map(({ id }) => id));
    // What comes later has been told; the attempts have not.
    await stack.tickets.closeTicket({ context: command(), ticketId: ticket.id });
    const closing = known((await read(ticket.id)).history.at(-1)).id;
    await eventually(() => stack.seen.find(({ id }) => id === closing));
    expect(stack.seen.filter(({ id }) => ids.has(id))).toEqual([]);
  });
});

describe('closing and reopening', () => {
  it('keeps the steps, stops the timers', async () => {
    const ticket = await open(stack);
    await stack.tickets.closeTicket({ context: command(), ticketId: ticket.id });
    await stack.tickets.reopenTicket({ context: command(), ticketId: ticket.id, comment: 'Fuite revenue' });
    const now = await read(ticket.id);
    expect(now).toMatchObject({ status: Status.WORK_ORDER_SENT, timers: [] });
    expect(now.closedAt).toBeUndefined();
    const { tickets } = await stack.tickets.listTickets({ caller: byUser(), module: Module.SYNDIC });
    expect(tickets.map(({ id }) => id)).toContain(ticket.id);
  });
});

describe('deleting', () => {
  it('leaves number, who and when, and nothing else', async () => {
    const agencyId = randomUUID();
    const caller = byUser(agencyId);
    const context = command(caller);
    const ticket = await open(stack, draftRequest(), context);
    const target = { context: command(caller), ticketId: ticket.id };
    await stack.tickets.deleteTicket(target);
    await stack.tickets.deleteTicket(target);

    const gone = [
      problem(stack.tickets.getTicket({ caller, ticketId: ticket.id })),
      problem(stack.tickets.closeTicket({ context: command(caller), ticketId: ticket.id })),
      problem(stack.tickets.markRead({ caller, ticketId: ticket.id })),
      problem(stack.tickets.recordTimeSpent({ context: command(caller), ticketId: ticket.id, seconds: 5 })),
      // The command that made it, once more: no second ticket comes of it.
      problem(stack.tickets.openTicket({ context, draft: draftRequest() })),
    ];
    for (const { code } of await Promise.all(gone)) expect(code).toBe('TICKET_NOT_FOUND');
    const list = await stack.tickets.listTickets({ caller, module: Module.SYNDIC, show: 4 });
    expect(list.tickets).toEqual([]);

    const { deletions } = await stack.tickets.listDeletions({ caller, module: Module.SYNDIC });
    expect(deletions).toMatchObject([
      { ticketId: ticket.id, number: ticket.number, actor: { id: 'user-1' } },
    ]);
    const fact = await eventually(() =>
      eventsOf(stack, TicketDeletedSchema).find(({ ticketId }) => ticketId === ticket.id),
    );
    expect(fact.number).toBe(ticket.number);
    const left = await eventually(async () => {
      const found = await stack.model.findById(ticket.id).lean<Record<string, unknown>>();
      return found && !('outboxAt' in found) ? found : undefined;
    });
    expect(Object.keys(left).sort()).toEqual(
      ['_id', 'agencyId', 'deletion', 'number', 'origin', 'outbox', 'version'].sort(),
    );
  });

  it('is listed by pages, newest first, each agency its own', async () => {
    const agencyId = randomUUID();
    const caller = byUser(agencyId);
    for (let i = 0; i < 3; i += 1) {
      const { id } = await open(stack, draftRequest(), command(caller));
      await stack.tickets.deleteTicket({ context: command(caller), ticketId: id });
    }
    const page = (cursor = '') =>
      stack.tickets.listDeletions({ caller, module: Module.SYNDIC, cursor, limit: 2 });
    const first = await page();
    const second = await page(first.nextCursor);
    expect([...first.deletions, ...second.deletions].map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(second.nextCursor).toBe('');
    const foreign = await stack.tickets.listDeletions({ caller: byUser('agency-2'), module: Module.SYNDIC });
    expect(foreign.deletions).toEqual([]);
  });

  it('is not a contractor’s, nor another agency’s', async () => {
    const ticket = await open(stack);
    const remove = (caller: ReturnType<typeof byUser>) =>
      problem(stack.tickets.deleteTicket({ context: command(caller), ticketId: ticket.id }));
    expect((await remove(byContractor(missionOf(ticket)))).code).toBe('ACTOR_NOT_ALLOWED');
    expect((await remove(byUser('agency-2'))).code).toBe('TICKET_NOT_FOUND');
  });
});

it('the history of all of it is one chain', async () => {
  const ticket = await open(stack);
  const target = { ticketId: ticket.id, missionId: missionOf(ticket) };
  const message = { ...target, subject: 'Accès', text: 'Bonjour' };
  await stack.tickets.postMessage({ context: command(), ...message });
  await stack.tickets.postMessage({
    context: command(),
    ticketId: ticket.id,
    role: CorrespondentRole.OTHER,
    person: personRequest({ name: 'M. Durand' }),
    subject: 'Accès',
    text: 'Bonjour',
    received: true,
  });
  await stack.tickets.addNote({ context: command(), ticketId: ticket.id, html: 'Vu' });
  await stack.tickets.updateTicket({ context: command(), ticketId: ticket.id, urgent: true });
  await stack.tickets.changeReach({
    context: command(),
    ...target,
    reach: { mails: ['neuf@dupont.example'], channels: { mail: true } },
  });
  const persons = [personRequest()];
  await stack.tickets.informThirdParties({ context: command(), ticketId: ticket.id, persons });
  await problem(stack.tickets.requestInvoice({ context: command(), ...target }));
  const manager = { id: 'paul', name: 'Paul Girard' };
  await stack.tickets.changeManager({ context: command(), ticketIds: [ticket.id], manager });
  await stack.tickets.closeTicket({ context: command(), ticketId: ticket.id });
  await stack.tickets.reopenTicket({ context: command(), ticketId: ticket.id });
  const { history } = known(await stack.app.get(Tickets).find(aCaller(), ticket.id));
  expect(history.map(({ fact }) => fact)).toEqual([
    'TicketOpened',
    'WorkOrderRequested',
    'MessagePosted',
    'MessageReceived',
    'NoteAdded',
    'TicketUpdated',
    'ReachChanged',
    'ThirdPartiesInformed',
    'ActionRefused',
    'ManagerChanged',
    'TicketClosed',
    'TicketReopened',
  ]);
  history.forEach(({ hash, ...entry }, i) => expect(hashOf(entry, history[i - 1]?.hash ?? '')).toBe(hash));
});
