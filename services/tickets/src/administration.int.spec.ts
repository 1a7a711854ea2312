import 'reflect-metadata';
import {
  CorrespondentRole,
  ManagerChangedSchema,
  Module,
  Status,
  TimerKind,
  TicketDeletedSchema,
  TicketUpdatedSchema,
} from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { hashOf } from './application/running/chain-history.js';
import { Tickets } from './application/ports/tickets.js';
import { aCaller } from './testing/builders.js';
import {
  byContractor,
  byUser,
  command,
  documentRequest,
  draftRequest,
  personRequest,
} from './testing/requests.js';
import { eventsOf, known, missionOf, open, problem, startStack } from './testing/stack.js';
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
  it('keeps the steps, and waits again for the present one', async () => {
    const ticket = await open(stack);
    await stack.tickets.closeTicket({ context: command(), ticketId: ticket.id });
    await stack.tickets.reopenTicket({ context: command(), ticketId: ticket.id, comment: 'Fuite revenue' });
    const now = await read(ticket.id);
    expect(now).toMatchObject({
      status: Status.WORK_ORDER_SENT,
      timers: [{ kind: TimerKind.WORK_ORDER_REMINDER, sent: 0 }],
    });
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
