import 'reflect-metadata';

import {
  Colour,
  InvoiceRequestedSchema,
  Module,
  NoteAddedSchema,
  PreTicketCancelledSchema,
  RequestState,
  Status,
  Visibility,
} from '@intervia/contracts';

import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { ClientTickets } from './application/ports/client-tickets.js';
import { Tombstones } from './application/ports/tombstones.js';
import type { ClientTicketRepository } from './adapters/mongo/lists/client-ticket.repository.js';
import type { TombstoneRepository } from './adapters/mongo/tombstone.repository.js';
import {
  byUser,
  command,
  draftRequest,
  personRequest,
  settingsRequest,
  ticketRequest,
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

describe('the clients’ follow-up', () => {
  const agencyId = 'agency-follow';
  const scopes = {
    requester: { partyId: 'party-9' },
    council: { partyId: 'p1', councilBuildingIds: ['b-1'] },
    coOwner: { partyId: 'p2', ownedBuildingIds: ['b-1'] },
    tenant: { partyId: 'p3', rentedUnitIds: ['u-12'] },
    owner: { partyId: 'p4', ownedUnitIds: ['u-12'] },
    neighbour: { partyId: 'p5', councilBuildingIds: ['b-2'], rentedUnitIds: ['u-13'] },
  };
  type Client = keyof typeof scopes;
  const follows = async (client: Client, agency = agencyId): Promise<string[]> => {
    const { followUps } = await stack.tickets.listFollowUps({ agencyId: agency, scope: scopes[client] });
    return followUps.map(({ subject }) => subject).sort();
  };
  const show = (module: Module, shownToClients: boolean, version: number) =>
    stack.tickets.updateModuleSettings({
      context: command(byUser(agencyId)),
      module,
      settings: settingsRequest({ shownToClients, version }),
    });

  beforeAll(async () => {
    const requester = personRequest({ partyId: 'party-9', name: 'Mme Petit' });
    const place = { buildingId: 'b-1', unitId: 'u-12', label: 'Appartement 12', digicode: 'B1234' };
    const circles = [
      [Module.SYNDIC, 'REQUESTER'],
      [Module.SYNDIC, 'COUNCIL'],
      [Module.SYNDIC, 'CO_OWNERS'],
      [Module.GERANCE, 'REQUESTER'],
      [Module.GERANCE, 'TENANTS'],
      [Module.GERANCE, 'OWNERS'],
    ] as const;
    for (const [module, circle] of circles) {
      const subject = `${Module[module]} ${circle}`;
      const draft = draftRequest({ module, subject, place, requester, visibility: Visibility[circle] });
      await open(stack, draft, command(byUser(agencyId)));
    }
  });

  it('is empty as long as the settings do not show tickets to clients', async () => {
    expect(await follows('requester')).toEqual([]);
    await show(Module.SYNDIC, true, 0);
    expect(await follows('requester')).toEqual(['SYNDIC COUNCIL', 'SYNDIC CO_OWNERS', 'SYNDIC REQUESTER']);
    await show(Module.GERANCE, true, 0);
    expect(await follows('requester')).toHaveLength(6);
  });

  it.each<[Client, string[]]>([
    ['council', ['SYNDIC COUNCIL', 'SYNDIC CO_OWNERS']],
    ['coOwner', ['SYNDIC CO_OWNERS']],
    ['tenant', ['GERANCE TENANTS']],
    ['owner', ['GERANCE OWNERS']],
    ['neighbour', []],
  ])('%s: %j', async (client, expected) => {
    expect(await follows(client)).toEqual(expected);
    expect(await follows(client, 'agency-2')).toEqual([]);
  });

  it('tells the steps a client may know, and hides the rest', async () => {
    const requester = personRequest({ partyId: 'party-8', name: 'M. Noir' });
    const context = command(byUser(agencyId));
    const description = 'Eau au plafond\n\nDigicode : B1234';
    const ticket = await open(stack, draftRequest({ requester, description, subject: 'Fuite' }), context);
    const target = { ticketId: ticket.id, missionId: missionOf(ticket) };
    const by = () => command(byUser(agencyId));
    const scope = { partyId: 'party-8' };
    const read = async () =>
      known((await stack.tickets.getFollowUp({ agencyId, scope, ticketId: ticket.id })).followUp);
    await stack.tickets.addNote({ context: by(), ticketId: ticket.id, html: 'Client pénible' });
    await stack.tickets.postMessage({ context: by(), ...target, subject: 'Prix', text: 'Trop cher' });
    await stack.tickets.acceptWorkOrder({ context: by(), ...target, appointment: visitAt(tomorrow(stack)) });
    await stack.tickets.reportCompletion({ context: by(), ...target });
    await stack.tickets.requestInvoice({ context: by(), ...target });
    const followUp = await read();
    expect(followUp).toMatchObject({
      number: ticket.number,
      status: Status.COMPLETION_RECEIVED,
      colour: Colour.GREY,
      // What is meant for the contractor is never shown.
      description: '',
    });
    expect(followUp.steps.map(({ fact }) => fact)).toEqual([
      'TicketOpened',
      'WorkOrderRequested',
      'WorkOrderAccepted',
      'CompletionReported',
    ]);
    expect(followUp.steps[2]?.appointment?.durationMinutes).toBe(60);
    // Twice: the request for the invoice, and the completion.
    await stack.tickets.stepBack({ context: by(), ...target });
    await stack.tickets.stepBack({ context: by(), ...target });
    expect((await read()).steps.map(({ fact }) => fact)).toEqual([
      'TicketOpened',
      'WorkOrderRequested',
      'WorkOrderAccepted',
    ]);
    const everything = JSON.stringify(followUp, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const hidden of ['pénible', 'Trop cher', 'Dupont', 'B1234'])
      expect(everything).not.toContain(hidden);
    await eventually(() => eventsOf(stack, InvoiceRequestedSchema).at(-1));

    const others = [
      problem(stack.tickets.getFollowUp({ agencyId, scope: scopes.neighbour, ticketId: ticket.id })),
      problem(stack.tickets.getFollowUp({ agencyId: 'agency-2', scope, ticketId: ticket.id })),
      problem(stack.tickets.getFollowUp({ agencyId, scope: {}, ticketId: ticket.id })),
    ];
    for (const { code } of await Promise.all(others)) expect(code).toBe('TICKET_NOT_FOUND');
    await stack.tickets.deleteTicket({ context: by(), ticketId: ticket.id });
    await expect(read()).rejects.toThrow('TICKET_NOT_FOUND');
  });

  it('comes by pages, last modified first', async () => {
    const page = async (cursor = '') =>
      stack.tickets.listFollowUps({ agencyId, scope: scopes.requester, limit: 4, cursor });
    const first = await page();
    const second = await page(first.nextCursor);
    expect([first.followUps.length, second.followUps.length, second.nextCursor]).toEqual([4, 2, '']);
    const ids = [...first.followUps, ...second.followUps].map(({ ticketId }) => ticketId);
    expect(new Set(ids).size).toBe(6);
  });

  it('reads the same of tickets that were saved before they kept it', async () => {
    const ask = { agencyId, scope: scopes.requester };
    const kept = (await stack.tickets.listFollowUps(ask)).followUps;
    expect(kept.length).toBeGreaterThan(0);
    await stack.model.updateMany({ agencyId }, { $unset: { client: 1 } });
    expect((await stack.tickets.listFollowUps(ask)).followUps).toEqual(kept);
  });

  it('reads an index, and so do the deletions', async () => {
    const audience = ['SYNDIC:REQUESTER:party-9', 'SYNDIC:COUNCIL:b-1'];
    const tickets = stack.app.get<ClientTicketRepository>(ClientTickets);
    const requesterPartyId = 'party-9';
    const tombstones = stack.app.get<TombstoneRepository>(Tombstones);
    const plans = await Promise.all([
      tickets.query({ agencyId, selection: { requesterPartyId }, limit: 21 }).explain('queryPlanner'),
      tickets.query({ agencyId, selection: { audience }, limit: 21 }).explain('queryPlanner'),
      tombstones.query({ agencyId, module: 'SYNDIC', limit: 21 }).explain('queryPlanner'),
    ]);
    const [asked, first, second] = plans.map((plan) => JSON.stringify(plan));
    expect(asked).toContain('"search"');
    expect(asked).not.toContain('"SORT"');
    expect(first).toContain('"follow_ups"');
    expect(second).toContain('"deletions"');
    for (const plan of [asked, first, second]) expect(plan).not.toContain('COLLSCAN');
  });
});

describe('a client’s own requests', () => {
  const agencyId = 'agency-ask';
  const mine = (partyId = 'party-9', agency = agencyId, cursor = '', limit = 0) =>
    stack.tickets.listRequests({ agencyId: agency, partyId, cursor, limit });

  it('are listed whatever became of them, and to nobody else', async () => {
    const ask = async (subject: string) =>
      (await stack.tickets.requestTicket({ ...ticketRequest(agencyId), subject })).ticketId;
    const [pending, cancelled, validated] = [await ask('Porte'), await ask('Ampoule'), await ask('Fuite')];
    const context = () => command(byUser(agencyId));
    await stack.tickets.cancelPreTicket({ context: context(), ticketId: cancelled, reason: 'Remplacée.' });
    const draft = draftRequest({ subject: 'Fuite' });
    await stack.tickets.validatePreTicket({ context: context(), ticketId: validated, draft });
    // Opened by the agency for the same person: no request.
    const requester = personRequest({ partyId: 'party-9', name: 'Mme Petit' });
    await open(stack, draftRequest({ requester, subject: 'Sinistre' }), context());

    const { requests, nextCursor } = await mine();
    expect(requests.map(({ ticketId, state, reason }) => [ticketId, state, reason])).toEqual([
      [validated, RequestState.VALIDATED, ''],
      [cancelled, RequestState.CANCELLED, 'Remplacée.'],
      [pending, RequestState.PENDING, ''],
    ]);
    expect(nextCursor).toBe('');
    expect(requests[1]).toMatchObject({ subject: 'Ampoule', placeLabel: 'Résidence Les Tilleuls' });
    expect([requests[1]?.decidedAt, requests[2]?.decidedAt]).toEqual([expect.anything(), undefined]);

    const first = await mine('party-9', agencyId, '', 2);
    const second = await mine('party-9', agencyId, first.nextCursor, 2);
    expect([
      first.requests.length,
      second.requests.map(({ ticketId }) => ticketId),
      second.nextCursor,
    ]).toEqual([2, [pending], '']);
    for (const [party, agency] of [['party-7'], ['party-9', 'agency-2'], ['']] as const)
      expect((await mine(party, agency)).requests).toEqual([]);
  });

  it('are told to their requester as they are decided; a note is told to no client', async () => {
    const { ticketId } = await stack.tickets.requestTicket(ticketRequest(agencyId));
    const context = () => command(byUser(agencyId));
    await stack.tickets.addNote({ context: context(), ticketId, html: 'Client pénible' });
    await stack.tickets.cancelPreTicket({ context: context(), ticketId, reason: '' });
    const { keys } = await stack.tickets.getAudience({ agencyId, scope: { partyId: 'party-9' } });
    const others = await stack.tickets.getAudience({ agencyId, scope: { partyId: 'party-7' } });
    const cancelled = await eventually(() =>
      eventsOf(stack, PreTicketCancelledSchema).find(({ ticket }) => ticket?.ticketId === ticketId),
    );
    const told = known(cancelled.ticket).audience;
    expect(told.some((key) => keys.includes(key))).toBe(true);
    expect(told.some((key) => others.keys.includes(key))).toBe(false);
    const noted = eventsOf(stack, NoteAddedSchema).find(({ ticket }) => ticket?.ticketId === ticketId);
    expect(noted?.ticket?.audience ?? []).toEqual([]);
  });
});
