import 'reflect-metadata';
import { ActorKind, Colour, Module, Show, Status, TicketType } from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { byContractor, byUser, command, draftRequest, personRequest, visitAt } from './testing/requests.js';
import { missionOf, open, problem, startStack } from './testing/stack.js';
import type { Stack } from './testing/stack.js';

// Real servers, on machines that may have other work.
jest.setTimeout(60_000);

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

describe('refusals', () => {
  it('INVALID_TICKET with one problem per fault; the number is not used up', async () => {
    const agencyId = randomUUID();
    const context = command(byUser(agencyId));
    const refused = await problem(open(stack, draftRequest({ subject: '', contractors: [] }), context));
    expect(refused).toMatchObject({
      code: 'INVALID_TICKET',
      kind: 'invalid',
      fields: [
        { field: 'subject', code: 'REQUIRED' },
        { field: 'contractors', code: 'REQUIRED' },
      ],
    });
    expect((await open(stack, draftRequest(), command(byUser(agencyId)))).number).toBe(1);
  });

  it('a foreign agency’s, an unknown and a malformed id are all TICKET_NOT_FOUND', async () => {
    const ticket = await open(stack);
    const foreign = byUser('agency-2');
    const calls = [
      stack.tickets.getTicket({ caller: foreign, ticketId: ticket.id }),
      stack.tickets.getTicket({ caller: byUser(), ticketId: randomUUID() }),
      stack.tickets.getTicket({ caller: byUser(), ticketId: '{"$ne":1}' }),
      stack.tickets.getTicket({ caller: byUser(), ticketId: '' }),
      stack.tickets.markRead({ caller: foreign, ticketId: ticket.id }),
      stack.tickets.getMission({ caller: foreign, ticketId: ticket.id, missionId: missionOf(ticket) }),
      stack.tickets.closeTicket({ context: command(foreign), ticketId: ticket.id }),
      stack.tickets.askCompletion({
        context: command(foreign),
        ticketId: ticket.id,
        missionId: missionOf(ticket),
      }),
    ];
    for (const call of calls) {
      expect(await problem(call)).toMatchObject({ code: 'TICKET_NOT_FOUND', kind: 'not-found' });
    }
    const { tickets } = await stack.tickets.listTickets({ caller: foreign, module: Module.SYNDIC });
    expect(tickets).toEqual([]);
  });

  it('MISSION_NOT_FOUND, TICKET_ALREADY_CLOSED with the number, ACTION_NOT_ALLOWED', async () => {
    const ticket = await open(stack);
    const target = { ticketId: ticket.id, missionId: missionOf(ticket) };
    expect(
      (await problem(stack.tickets.askPresence({ context: command(), ...target, missionId: 'x' }))).code,
    ).toBe('MISSION_NOT_FOUND');
    expect((await problem(stack.tickets.askPresence({ context: command(), ...target }))).code).toBe(
      'ACTION_NOT_ALLOWED',
    );
    await stack.tickets.closeTicket({ context: command(), ticketId: ticket.id });
    expect(
      await problem(stack.tickets.closeTicket({ context: command(), ticketId: ticket.id })),
    ).toMatchObject({
      code: 'TICKET_ALREADY_CLOSED',
      kind: 'conflict',
      params: { number: String(ticket.number) },
    });
  });

  it('a caller without agency, actor or command id', async () => {
    const codes = await Promise.all([
      problem(stack.tickets.getTicket({ ticketId: 'x' })),
      problem(stack.tickets.getTicket({ caller: { agencyId: 'a.b' }, ticketId: 'x' })),
      problem(stack.tickets.getTicket({ caller: { agencyId: 'a' }, ticketId: 'x' })),
      problem(stack.tickets.openTicket({ context: command(byUser(), ''), draft: draftRequest() })),
      problem(stack.tickets.openTicket({ context: command() })),
    ]);
    expect(codes.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'INVALID_COMMAND'));
  });

  it('the list is read whole for the agency’s programs, which are nobody of it', async () => {
    const { id } = await open(stack);
    const caller = { agencyId: 'agency-1', actor: { kind: ActorKind.SYSTEM } };
    const { tickets } = await stack.tickets.listTickets({ caller, module: Module.SYNDIC });
    expect(tickets.map((row) => row.id)).toContain(id);
  });

  it('the whole ticket and the list are not for contractors', async () => {
    const ticket = await open(stack);
    const caller = byContractor(missionOf(ticket));
    expect((await problem(stack.tickets.getTicket({ caller, ticketId: ticket.id }))).code).toBe(
      'ACTOR_NOT_ALLOWED',
    );
    expect((await problem(stack.tickets.listTickets({ caller, module: Module.SYNDIC }))).code).toBe(
      'ACTOR_NOT_ALLOWED',
    );
  });
});

describe('a contractor’s view', () => {
  it('is of its own mission only', async () => {
    const ticket = await open(
      stack,
      draftRequest({ contractors: [personRequest(), personRequest({ name: 'Élec Martin' })] }),
    );
    expect(ticket).toMatchObject({ type: TicketType.MULTI_WORK_ORDER, status: Status.IN_PROGRESS });
    const [mine, other] = [missionOf(ticket, 0), missionOf(ticket, 1)];
    const caller = byContractor(mine);
    const { mission } = await stack.tickets.getMission({ caller, ticketId: ticket.id, missionId: mine });
    expect(mission).toMatchObject({
      missionId: mine,
      description: 'Eau au plafond',
      place: { digicode: 'B1234' },
      closed: false,
    });
    const foreign = problem(stack.tickets.getMission({ caller, ticketId: ticket.id, missionId: other }));
    expect((await foreign).code).toBe('MISSION_NOT_FOUND');
  });
});

describe('the red dot', () => {
  it('is per user: the one who acts has none, reading clears it', async () => {
    const agencyId = randomUUID();
    const [claire, paul] = [byUser(agencyId, 'claire.moreau$'), byUser(agencyId, 'paul')];
    const ticket = await open(stack, draftRequest(), command(claire));
    const unread = async (caller: typeof claire): Promise<boolean | undefined> =>
      (await stack.tickets.listTickets({ caller, module: Module.SYNDIC })).tickets[0]?.unread;
    expect([await unread(claire), await unread(paul)]).toEqual([false, true]);
    await stack.tickets.markRead({ caller: paul, ticketId: ticket.id });
    expect([await unread(claire), await unread(paul)]).toEqual([false, false]);
    const missionId = missionOf(ticket);
    await stack.tickets.refuseWorkOrder({
      context: command(byContractor(missionId, agencyId)),
      ticketId: ticket.id,
      missionId,
      reason: 'Non',
    });
    expect([await unread(claire), await unread(paul)]).toEqual([true, true]);
  });
});

describe('import', () => {
  const past = (externalId: string, closedAt: Date) => ({
    externalId,
    draft: draftRequest({ subject: `Ancien ${externalId}` }),
    openedAt: visitAt(new Date(closedAt.getTime() - 86_400_000)).start,
    closedAt: visitAt(closedAt).start,
    invoiceAmountCents: 4_200,
  });

  it('gives numbers, closes, tells nobody, and is idempotent', async () => {
    const agencyId = randomUUID();
    const caller = byUser(agencyId);
    const tickets = Array.from({ length: 50 }, (_, i) =>
      past(`e${i}`, new Date(1_700_000_000_000 + i * 1_000)),
    );
    const before = stack.seen.length;
    expect((await stack.tickets.importTickets({ agencyId, tickets: tickets.slice(0, 30) })).imported).toBe(
      30,
    );
    expect((await stack.tickets.importTickets({ agencyId, tickets })).imported).toBe(20);
    expect((await stack.tickets.importTickets({ agencyId, tickets })).imported).toBe(0);
    expect((await open(stack, draftRequest(), command(caller))).number).toBe(51);

    const listed = await stack.tickets.listTickets({
      caller,
      module: Module.SYNDIC,
      show: Show.CLOSED,
      limit: 200,
    });
    expect(listed.tickets).toHaveLength(50);
    expect(listed.tickets[0]).toMatchObject({
      subject: 'Ancien e49',
      number: 50,
      colour: Colour.RED,
      unread: false,
      amountCents: 4_200,
    });
    // The import once a ticket, for read models alone; and the two facts of the ticket that was opened.
    await eventually(() => (stack.seen.length >= before + 52 ? true : undefined));
    const told = stack.seen.slice(before).map(({ type }) => type.split('.').at(-1));
    expect(told.filter((type) => type === 'TicketImported')).toHaveLength(50);
    expect(told.filter((type) => type !== 'TicketImported').toSorted()).toEqual([
      'TicketOpened',
      'WorkOrderRequested',
    ]);
  });

  it('refuses more than 200, and says which one lacks what', async () => {
    const agencyId = randomUUID();
    const many = Array.from({ length: 201 }, (_, i) => past(`e${i}`, new Date(1_700_000_000_000)));
    expect((await problem(stack.tickets.importTickets({ agencyId, tickets: many }))).code).toBe(
      'INVALID_TICKET',
    );
    const undated = { ...past('e', new Date(1_700_000_000_000)), closedAt: undefined };
    expect((await problem(stack.tickets.importTickets({ agencyId, tickets: [undated] }))).fields).toEqual([
      { field: 'tickets.0.closedAt', code: 'REQUIRED' },
    ]);
    const nameless = { ...past('e', new Date(1_700_000_000_000)), draft: draftRequest({ subject: '' }) };
    const second = stack.tickets.importTickets({
      agencyId,
      tickets: [past('f', new Date(1_700_000_000_000)), nameless],
    });
    expect((await problem(second)).fields).toEqual([{ field: 'tickets.1.draft.subject', code: 'REQUIRED' }]);
  });
});
