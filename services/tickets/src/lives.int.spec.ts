import 'reflect-metadata';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { fromBinary } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { LivedStepSchema } from '@intervia/contracts';
import { ActorKind, Colour, Module, Show, Status, TicketImportedSchema } from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { byUser, draftRequest } from './testing/requests.js';
import { known, startStack } from './testing/stack.js';
import type { Stack } from './testing/stack.js';

jest.setTimeout(60_000);

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

const DAY = 86_400_000;
const THREE_REMINDERS = Array.from({ length: 3 }, () => 'ReminderSent');
const { agencyId } = byUser();

const ago = (days: number) => timestampFromDate(new Date(stack.clock.now().getTime() - days * DAY));
const opening = (days: number): MessageInitShape<typeof LivedStepSchema> => ({
  at: ago(days),
  actor: byUser().actor,
  said: { case: 'openTicket', value: { draft: draftRequest() } },
});
const importLife = (externalId: string, ...steps: MessageInitShape<typeof LivedStepSchema>[]) =>
  stack.tickets.importLives({ agencyId, lives: [{ externalId, steps }] });

async function only(): Promise<string> {
  const { tickets } = await stack.tickets.listTickets({
    caller: byUser(),
    module: Module.SYNDIC,
    show: Show.ALL,
  });
  return known(tickets[0]).id;
}

describe('a life that is told afterwards', () => {
  it('is lived once, with its timers of then, its history whole, and told in one fact to read models alone', async () => {
    const contractor = { kind: ActorKind.CONTRACTOR, id: '1', name: 'Plomberie Bérard' };
    const start = timestampFromDate(new Date(stack.clock.now().getTime() + 2 * DAY));
    const life = () =>
      importLife('a', opening(20), {
        at: ago(1),
        actor: contractor,
        said: { case: 'acceptWorkOrder', value: { missionId: '1', appointment: { start } } },
      });
    expect((await life()).imported).toBe(1);
    expect((await life()).imported).toBe(0);
    const ticketId = await only();
    const ticket = known((await stack.tickets.getTicket({ caller: byUser(), ticketId })).ticket);
    expect(ticket).toMatchObject({ status: Status.WORK_ORDER_ACCEPTED, colour: Colour.GREY });
    const stored = known((await stack.model.findById(ticketId).lean()) ?? undefined);
    const facts = stored.history.map(({ fact }) => fact);
    expect(facts.filter((fact) => fact === 'ReminderSent')).toHaveLength(3);
    expect(facts.at(-1)).toBe('WorkOrderAccepted');
    expect(stored.nextDueAt?.getTime()).toBeGreaterThan(stack.clock.now().getTime());
    expect(await stack.tickets.verifyHistory({ caller: byUser(), ticketId })).toMatchObject({ intact: true });
    const [told, ...others] = await eventually(() => (stack.seen.length > 0 ? stack.seen : undefined));
    expect(others).toEqual([]);
    expect(known(told).type).toBe(TicketImportedSchema.typeName);
    const { ticket: head, lived } = fromBinary(TicketImportedSchema, known(told).data);
    expect(head).toMatchObject({ ticketId, status: Status.WORK_ORDER_ACCEPTED, version: stored.version });
    const names = lived.map(({ fact }) => fact?.typeUrl.split('.').at(-1));
    const reminded = [...THREE_REMINDERS, 'RemindersExhausted'];
    expect(names).toEqual(['TicketOpened', 'WorkOrderRequested', ...reminded, 'WorkOrderAccepted']);
    const [first, last] = [lived[0], lived.at(-1)].map((one) => known(one?.occurredAt).seconds);
    expect(Number(known(last) - known(first))).toBe((19 * DAY) / 1000);
  });

  it('refuses what the domain refuses, and what is to come', async () => {
    const refused = {
      at: ago(1),
      actor: byUser().actor,
      said: { case: 'requestInvoice', value: { missionId: '1' } },
    };
    await expect(importLife('b', opening(2), refused as never)).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
    await expect(importLife('c', opening(-1))).rejects.toMatchObject({ code: 'INVALID_TICKET' });
  });
});
