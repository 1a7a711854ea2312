import 'reflect-metadata';
import { create, toJsonString } from '@bufbuild/protobuf';
import {
  ActorKind,
  AddressRefusedSchema,
  Colour,
  CorrespondentRole,
  DocumentKind,
  MessageFailedSchema,
  MessagePostedSchema,
  MessageReceivedSchema,
  Module,
  NoteAddedSchema,
  Status,
  ThirdPartiesInformedSchema,
  TimerKind,
} from '@intervia/contracts';
import { EventPublisher } from '@intervia/messaging';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';

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

describe('an answer through a personal link', () => {
  it('says in the history alone from which link, address and device it came', async () => {
    const ticket = await open(stack);
    const missionId = missionOf(ticket);
    const trace = { link: 'aB3dE5fG', address: '203.0.113.7', device: 'Firefox sur Windows' };
    const actor = { kind: ActorKind.CONTRACTOR, id: missionId, name: 'Plomberie Bernard', trace };
    const context = command({ agencyId: ticket.agencyId, actor });
    const text = 'Voir https://intervia.example/i/pXq3kT1vB9zR-7wY_5mN2sL8hG4fD6jC0aE1bU3iO9k';
    await stack.tickets.postMessage({ context, ticketId: ticket.id, text });
    const { history, threads } = await read(ticket.id);
    expect(history.at(-1)?.actor?.trace).toMatchObject(trace);
    expect(history.at(0)?.actor?.trace).toBeUndefined();
    expect(threads[0]?.messages[0]?.actor?.trace).toBeUndefined();
    expect(threads[0]?.messages[0]?.text).toBe('Voir https://intervia.example/i/•••');
    const received = await told(() => eventsOf(stack, MessageReceivedSchema), ticket.id);
    expect(toJsonString(MessageReceivedSchema, received)).not.toContain(trace.address);
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
    expect(toJsonString(NoteAddedSchema, fact)).not.toContain('Voir');
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

describe('a message that came back', () => {
  it('turns the ticket blue and tells its manager; a corrected address takes that back', async () => {
    const ticket = await open(stack);
    const missionId = missionOf(ticket);
    const address = known(ticket.missions[0]?.contractor?.reach?.mails[0]);
    const failed = { ticketId: ticket.id, missionId, refusedAddresses: [address], reason: 'refusé : 550' };
    await stack.app.get(EventPublisher).publish({
      id: randomUUID(),
      schema: MessageFailedSchema,
      message: create(MessageFailedSchema, failed),
      aggregateId: 'message-1',
      agencyId: ticket.agencyId,
      occurredAt: stack.clock.now(),
    });
    const refused = await eventually(async () => {
      const now = await read(ticket.id);
      return now.missions[0]?.refusedAddresses.length ? now : undefined;
    });
    expect(refused).toMatchObject({ status: Status.WORK_ORDER_SENT, colour: Colour.BLUE });
    const told = await eventually(async () =>
      eventsOf(stack, AddressRefusedSchema).find((event) => event.ticket?.ticketId === ticket.id),
    );
    expect(told).toMatchObject({ addresses: [address], reason: 'refusé : 550' });

    const reach = { mails: ['juste@martin.example'], channels: { mail: true } };
    await stack.tickets.changeReach({ context: command(), ticketId: ticket.id, missionId, reach });
    const corrected = await read(ticket.id);
    expect(corrected.colour).toBe(Colour.GREY);
    expect(corrected.missions[0]?.refusedAddresses).toEqual([]);
    expect(corrected.timers.map(({ kind }) => kind)).toEqual([TimerKind.WORK_ORDER_REMINDER]);
  });
});
