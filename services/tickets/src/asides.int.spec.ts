import 'reflect-metadata';
import { AsideState, Module, Queue, Show } from '@intervia/contracts';
import { parisDay } from '@intervia/french';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { byContractor, byUser, command, draftRequest } from './testing/requests.js';
import { known, startStack } from './testing/stack.js';
import type { Stack } from './testing/stack.js';

const AGENCY = 'agency-asides';
const READER = byUser(AGENCY);
const DAY = 24 * 3_600_000;
// Real servers, on machines that may have other work.
jest.setTimeout(60_000);

let stack: Stack;

const open = async (subject: string) =>
  known(
    (await stack.tickets.openTicket({ context: command(READER), draft: draftRequest({ subject }) })).ticket,
  );

const listed = async (over: { queue?: Queue; show?: Show; search?: string } = {}, caller = READER) => {
  const { tickets } = await stack.tickets.listTickets({
    caller,
    module: Module.SYNDIC,
    show: Show.OPEN,
    ...over,
  });
  return tickets.map(({ subject }) => subject).sort();
};

const inDays = (days: number): string => parisDay(new Date(stack.clock.now().getTime() + days * DAY));

const put = async (ticketIds: string[], day: string, reason = '') => {
  const asked = { caller: READER, module: Module.SYNDIC, ticketIds, day, reason };
  return (await stack.tickets.putAside(asked)).asides;
};

const stateOf = async (ticketId: string) => {
  const { asides } = await stack.tickets.listAsides({ caller: READER, module: Module.SYNDIC });
  return asides.find((aside) => aside.ticketId === ticketId)?.state;
};

beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

describe('a ticket to be looked at again', () => {
  it('is out of its user’s list, counted in a queue of its own, and comes back by itself', async () => {
    const ticket = await open('Toiture');
    await open('Ascenseur');
    expect(await put([ticket.id], inDays(3), 'Devis promis jeudi')).toMatchObject([
      { ticketId: ticket.id, reason: 'Devis promis jeudi', state: AsideState.WAITING },
    ]);
    expect(await listed()).toEqual(['Ascenseur']);
    expect(await listed({ queue: Queue.ASIDE })).toEqual(['Toiture']);
    expect(await listed({ queue: Queue.REVIEW })).toEqual([]);
    // Who looks for it finds it; a colleague still has it.
    expect(await listed({ search: 'toiture' })).toEqual(['Toiture']);
    expect(await listed({}, byUser(AGENCY, 'user-2'))).toEqual(['Ascenseur', 'Toiture']);
    const counted = await stack.tickets.countQueues({ caller: READER, module: Module.SYNDIC, mine: false });
    expect(counted.open).toBe(1);
    expect(counted.counts.find(({ queue }) => queue === Queue.ASIDE)?.tickets).toBe(1);

    await stack.clock.move(3 * DAY);
    // The service hears of the hour a moment later.
    expect(await eventually(async () => ((await listed()).length === 2 ? listed() : undefined))).toEqual([
      'Ascenseur',
      'Toiture',
    ]);
    expect(await listed({ queue: Queue.REVIEW })).toEqual(['Toiture']);
    expect(await stateOf(ticket.id)).toBe(AsideState.DATE);

    await stack.tickets.takeBack({ caller: READER, module: Module.SYNDIC, ticketIds: [ticket.id] });
    expect(await listed({ queue: Queue.REVIEW })).toEqual([]);
  });

  it('comes back before, when somebody outside the agency acts', async () => {
    const ticket = await open('Chaudière');
    await put([ticket.id], inDays(30));
    const missionId = ticket.missions[0]?.id ?? '';
    const context = command(byContractor(missionId, AGENCY));
    await stack.tickets.refuseWorkOrder({ context, ticketId: ticket.id, missionId, reason: 'Débordés' });
    expect(await stateOf(ticket.id)).toBe(AsideState.HEARD);
    expect(await listed()).toContain('Chaudière');
    // Put aside again, it waits again.
    await put([ticket.id], inDays(30));
    expect(await stateOf(ticket.id)).toBe(AsideState.WAITING);
  });

  it('is forgotten when it ends', async () => {
    const ticket = await open('Interphone');
    await put([ticket.id], inDays(2));
    await stack.tickets.closeTicket({ context: command(READER), ticketId: ticket.id });
    expect(await stateOf(ticket.id)).toBeUndefined();
  });

  it('is refused for a day that is past, and when it is not there', async () => {
    const ticket = await open('Portail');
    await expect(put([ticket.id], inDays(0))).rejects.toMatchObject({ code: 'INVALID_COMMAND' });
    await expect(put(['nowhere'], inDays(1))).rejects.toMatchObject({ code: 'TICKET_NOT_FOUND' });
  });
});
