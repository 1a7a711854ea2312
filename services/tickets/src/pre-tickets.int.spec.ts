import 'reflect-metadata';
import {
  Colour,
  Module,
  PreTicketCancelledSchema,
  PreTicketReceivedSchema,
  PreTicketValidatedSchema,
  Source,
  Status,
  TicketType,
  WorkOrderRequestedSchema,
} from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  byClient,
  byUser,
  command,
  documentRequest,
  draftRequest,
  personRequest,
  settingsRequest,
  ticketRequest,
} from './testing/requests.js';
import { eventsOf, known, problem, startStack } from './testing/stack.js';
import type { Stack } from './testing/stack.js';

// Real servers, on machines that may have other work.
jest.setTimeout(60_000);

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

const read = async (ticketId: string, agencyId = 'agency-1') =>
  known((await stack.tickets.getTicket({ caller: byUser(agencyId), ticketId })).ticket);

const factOf = <T extends { ticket?: { ticketId: string } }>(facts: T[], ticketId: string): T =>
  known(facts.find(({ ticket }) => ticket?.ticketId === ticketId));

describe('a client’s request', () => {
  it('becomes a "?", is validated, and keeps its photos', async () => {
    const { ticketId, number } = await stack.tickets.requestTicket(ticketRequest());
    const asked = await read(ticketId);
    expect(asked).toMatchObject({
      number,
      type: TicketType.PRE_TICKET,
      status: Status.PENDING_VALIDATION,
      colour: Colour.BLUE,
      originalDescription: 'Plus d’eau chaude.',
      missions: [],
    });
    const draft = draftRequest({ attachments: [documentRequest('plan')] });
    const { ticket } = await stack.tickets.validatePreTicket({ context: command(), ticketId, draft });
    expect(ticket).toMatchObject({ number, type: TicketType.WORK_ORDER, status: Status.WORK_ORDER_SENT });
    expect(known(ticket).documents.map(({ ref }) => ref?.id)).toEqual(['photo', 'plan']);
    expect(known(ticket).history.map(({ fact }) => fact)).toEqual([
      'PreTicketReceived',
      'PreTicketValidated',
      'TicketOpened',
      'WorkOrderRequested',
    ]);

    const request = await eventually(() => factOf(eventsOf(stack, WorkOrderRequestedSchema), ticketId));
    expect(request.attachments.map(({ id }) => id)).toEqual(['photo', 'plan']);
    const received = factOf(eventsOf(stack, PreTicketReceivedSchema), ticketId);
    expect(received.attachments.map(({ id }) => id)).toEqual(['photo']);
    expect(received.ticket?.toldUsers.map(({ id }) => id)).toEqual(['user-1']);
    // The requester is told: who it is goes along.
    const validated = factOf(eventsOf(stack, PreTicketValidatedSchema), ticketId);
    expect(validated.ticket?.requester?.partyId).toBe('party-9');
    expect(validated.ticket?.notified.map(({ partyId }) => partyId)).toEqual(['party-9']);
  });

  it('is given to the other module by its validation, whose settings hold from then on', async () => {
    const agencyId = randomUUID();
    const caller = byUser(agencyId);
    const { ticketId } = await stack.tickets.requestTicket(ticketRequest(agencyId));
    await stack.tickets.updateModuleSettings({
      context: command(caller),
      module: Module.GERANCE,
      settings: settingsRequest({ readReceipt: true, hideAgencyMail: true }),
    });
    const draft = draftRequest({ module: Module.GERANCE });
    await stack.tickets.validatePreTicket({ context: command(caller), ticketId, draft });
    expect(await read(ticketId, agencyId)).toMatchObject({ module: Module.GERANCE, readReceipt: true });
    const request = await eventually(() =>
      eventsOf(stack, WorkOrderRequestedSchema).find((event) => event.ticket?.ticketId === ticketId),
    );
    expect(request).toMatchObject({ readReceipt: true, ticket: { hideAgencyMail: true } });
  });

  it('or is cancelled, its requester told why', async () => {
    const { ticketId } = await stack.tickets.requestTicket(ticketRequest());
    const cancel = { context: command(), ticketId, reason: 'Déjà réparé' };
    const { ticket } = await stack.tickets.cancelPreTicket(cancel);
    expect(ticket).toMatchObject({ status: Status.CANCELLED, colour: Colour.RED, timers: [] });
    const told = await eventually(() => factOf(eventsOf(stack, PreTicketCancelledSchema), ticketId));
    expect(told).toMatchObject({ reason: 'Déjà réparé', ticket: { requester: { partyId: 'party-9' } } });
    const late = stack.tickets.validatePreTicket({ context: command(), ticketId, draft: draftRequest() });
    expect((await problem(late)).code).toBe('ACTION_NOT_ALLOWED');
  });

  it('is one however often it is sent', async () => {
    const request = ticketRequest();
    const answers = await Promise.all(Array.from({ length: 4 }, () => stack.tickets.requestTicket(request)));
    expect(new Set(answers.map(({ ticketId }) => ticketId)).size).toBe(1);
  });

  it('from LSC it comes by a user', async () => {
    const request = { ...ticketRequest(), context: command(), source: Source.LSC };
    const { ticketId } = await stack.tickets.requestTicket(request);
    expect(await read(ticketId)).toMatchObject({ source: Source.LSC, creator: { id: 'user-1' } });
  });

  it('says which field it lacks, and takes no number then', async () => {
    const agencyId = randomUUID();
    const lacking = { ...ticketRequest(agencyId), subject: '', place: undefined };
    expect(await problem(stack.tickets.requestTicket(lacking))).toMatchObject({
      code: 'INVALID_TICKET',
      fields: [
        { field: 'place', code: 'REQUIRED' },
        { field: 'subject', code: 'REQUIRED' },
      ],
    });
    expect((await stack.tickets.requestTicket(ticketRequest(agencyId))).number).toBe(1);
  });

  it('is another agency’s to nobody', async () => {
    const { ticketId } = await stack.tickets.requestTicket(ticketRequest());
    const foreign = command(byUser('agency-2'));
    const calls = [
      problem(stack.tickets.validatePreTicket({ context: foreign, ticketId, draft: draftRequest() })),
      problem(stack.tickets.cancelPreTicket({ context: foreign, ticketId })),
    ];
    for (const { code } of await Promise.all(calls)) expect(code).toBe('TICKET_NOT_FOUND');
  });

  it('is read as a ticket by the agency only', async () => {
    const { ticketId } = await stack.tickets.requestTicket(ticketRequest());
    const call = stack.tickets.getTicket({ caller: byClient('party-9'), ticketId });
    expect((await problem(call)).code).toBe('ACTOR_NOT_ALLOWED');
  });
});

describe('the VTI', () => {
  const note = (externalId: string, subject = 'Ampoule du hall') => ({
    externalId,
    module: Module.SYNDIC,
    subject,
    text: 'À remplacer',
    place: { buildingId: 'b-1', label: 'Résidence Les Tilleuls' },
    photos: [documentRequest(`photo-${externalId}`)],
  });

  it('gives "?" without a manager, once each, with notes and photos', async () => {
    const agencyId = randomUUID();
    const caller = byUser(agencyId);
    const notes = [note('n1'), note('n2', 'Porte du garage')];
    expect((await stack.tickets.importVisitNotes({ caller, notes })).imported).toBe(2);
    expect((await stack.tickets.importVisitNotes({ caller, notes: [...notes, note('n3')] })).imported).toBe(
      1,
    );
    const { tickets } = await stack.tickets.listTickets({ caller, module: Module.SYNDIC });
    expect(tickets.map(({ number, managerId, status }) => [number, managerId, status])).toEqual(
      expect.arrayContaining([
        [1, '', Status.PENDING_VALIDATION],
        [2, '', Status.PENDING_VALIDATION],
        [3, '', Status.PENDING_VALIDATION],
      ]),
    );
    const first = await read(known(tickets.find(({ number }) => number === 1)).id, agencyId);
    expect(first).toMatchObject({ source: Source.VTI, originalDescription: 'À remplacer' });
    expect(first.manager).toBeUndefined();
    expect(first.documents.map(({ ref }) => ref?.id)).toEqual(['photo-n1']);
  });

  it('says which note lacks what; nothing of the batch is added', async () => {
    const caller = byUser(randomUUID());
    const lacking = stack.tickets.importVisitNotes({ caller, notes: [note('n1'), note('', '')] });
    expect((await problem(lacking)).fields).toEqual([{ field: 'notes.1.externalId', code: 'REQUIRED' }]);
    expect((await stack.tickets.listTickets({ caller, module: Module.SYNDIC })).tickets).toEqual([]);
    const many = Array.from({ length: 201 }, (_, i) => note(`n${i}`));
    expect((await problem(stack.tickets.importVisitNotes({ caller, notes: many }))).code).toBe(
      'INVALID_TICKET',
    );
  });
});

describe('another manager', () => {
  const paul = { id: 'paul', name: 'Paul Girard' };

  it('is given many tickets at once; what cannot be changed is named', async () => {
    const { ticketId: asked } = await stack.tickets.requestTicket(ticketRequest());
    const { ticket: open } = await stack.tickets.openTicket({ context: command(), draft: draftRequest() });
    const { ticket: closed } = await stack.tickets.openTicket({ context: command(), draft: draftRequest() });
    await stack.tickets.closeTicket({ context: command(), ticketId: known(closed).id });
    const ticketIds = [asked, known(open).id, known(closed).id, randomUUID()];
    const answer = await stack.tickets.changeManager({ context: command(), ticketIds, manager: paul });
    expect(answer.changed).toBe(2);
    expect(answer.problems.map(({ ticketId, problem: fault }) => [ticketId, fault?.code])).toEqual([
      [ticketIds[2], 'TICKET_ALREADY_CLOSED'],
      [ticketIds[3], 'TICKET_NOT_FOUND'],
    ]);
    for (const id of ticketIds.slice(0, 2)) expect((await read(id)).manager?.id).toBe('paul');
  });

  it('at most 200 at a time', async () => {
    const ticketIds = Array.from({ length: 201 }, () => randomUUID());
    const call = stack.tickets.changeManager({ context: command(), ticketIds, manager: paul });
    expect((await problem(call)).fields).toEqual([{ field: 'ticketIds', code: 'TOO_MANY' }]);
  });
});

it('a draft’s contractors need not be the request’s business: a validation may be of several', async () => {
  const { ticketId } = await stack.tickets.requestTicket(ticketRequest());
  const draft = draftRequest({ contractors: [personRequest(), personRequest({ name: 'Élec Martin' })] });
  const { ticket } = await stack.tickets.validatePreTicket({ context: command(), ticketId, draft });
  expect(ticket).toMatchObject({ type: TicketType.MULTI_WORK_ORDER, status: Status.IN_PROGRESS });
});
