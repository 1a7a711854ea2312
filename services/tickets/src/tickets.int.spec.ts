import 'reflect-metadata';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import {
  Action,
  Colour,
  PresenceAnswer,
  Status,
  TicketClosedSchema,
  TicketOpenedSchema,
  TicketType,
  TimerKind,
  WorkOrderAcceptedSchema,
  WorkOrderRequestedSchema,
} from '@intervia/contracts';
import type { Ticket } from '@intervia/contracts';
import type { AppError } from '@intervia/messaging';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { hashOf } from './application/running/chain-history.js';
import { aCaller } from './testing/builders.js';
import { Tickets } from './application/ports/tickets.js';
import {
  byContractor,
  byUser,
  command,
  documentRequest,
  draftRequest,
  personRequest,
  visitAt,
} from './testing/requests.js';
import { eventsOf, known, missionOf, open, reread, startStack, tomorrow } from './testing/stack.js';
import type { Stack } from './testing/stack.js';

// Real servers, on machines that may have other work.
jest.setTimeout(60_000);

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

describe('the main job over NATS', () => {
  it('from creation to closing', async () => {
    const ticket = await open(
      stack,
      draftRequest({
        askPresence: true,
        attachments: [documentRequest('photo')],
        contacts: [personRequest()],
      }),
    );
    expect(ticket).toMatchObject({
      type: TicketType.WORK_ORDER,
      status: Status.WORK_ORDER_SENT,
      colour: Colour.GREY,
      version: 1,
    });
    const missionId = missionOf(ticket);
    const target = { ticketId: ticket.id, missionId };
    const asContractor = () => command(byContractor(missionId));

    const answered = await stack.tickets.acceptWorkOrder({
      context: asContractor(),
      ...target,
      appointment: visitAt(tomorrow(stack)),
    });
    expect(answered.ticket).toBeUndefined();
    const accepted = await reread(stack, ticket.id);
    expect(accepted.status).toBe(Status.WORK_ORDER_ACCEPTED);
    expect(accepted.timers.map(({ kind }) => kind).sort()).toEqual([
      TimerKind.PRESENCE,
      TimerKind.COMPLETION,
    ]);
    expect(accepted.actions.find(({ suggested }) => suggested)?.action).toBe(Action.ASK_PRESENCE);

    await stack.tickets.askPresence({ context: command(), ...target });
    await stack.tickets.answerPresence({
      context: asContractor(),
      ...target,
      answer: PresenceAnswer.LATE,
      lateMinutes: 20,
    });
    await stack.tickets.askCompletion({ context: command(), ...target });
    await stack.tickets.reportCompletion({
      context: asContractor(),
      ...target,
      proofs: [documentRequest('proof')],
      invoice: documentRequest('invoice'),
      invoiceAmountCents: 18_050,
    });
    const closed = known(
      (await stack.tickets.closeTicket({ context: command(), ticketId: ticket.id, comment: 'Merci' })).ticket,
    );
    expect(closed).toMatchObject({ status: Status.CLOSED, colour: Colour.RED, amountCents: 18_050 });
    expect(closed.timers).toEqual([]);
    expect(closed.history.map(({ fact }) => fact)).toEqual([
      'TicketOpened',
      'WorkOrderRequested',
      'WorkOrderAccepted',
      'PresenceAsked',
      'PresenceAnswered',
      'CompletionAsked',
      'CompletionReported',
      'InvoiceReceived',
      'TicketClosed',
    ]);

    const told = await eventually(() => {
      const mine = stack.seen.filter(({ id }) => closed.history.some((entry) => entry.id === id));
      return mine.length === closed.history.length ? mine : undefined;
    });
    expect(told.map(({ type }) => type.split('.').at(-1))).toEqual(closed.history.map(({ fact }) => fact));
    expect(eventsOf(stack, TicketOpenedSchema).length).toBeGreaterThan(0);
    const [requested] = eventsOf(stack, WorkOrderRequestedSchema).filter(
      (e) => e.ticket?.ticketId === ticket.id,
    );
    expect(requested?.ticket).toMatchObject({ description: 'Eau au plafond', place: { digicode: 'B1234' } });
    expect(requested?.attachments.map(({ id }) => id)).toEqual(['photo']);
    const [acceptance] = eventsOf(stack, WorkOrderAcceptedSchema).filter(
      (e) => e.ticket?.ticketId === ticket.id,
    );
    expect(acceptance?.mission?.appointment?.durationMinutes).toBe(60);
    expect(eventsOf(stack, TicketClosedSchema).at(-1)?.missions[0]?.status).toBe(Status.INVOICE_RECEIVED);
  });

  it('keeps the history chained in the database', async () => {
    const ticket = await open(stack);
    await stack.tickets.refuseWorkOrder({
      context: command(),
      ticketId: ticket.id,
      missionId: missionOf(ticket),
      reason: 'Complet',
    });
    const { history } = known(await stack.app.get(Tickets).find(aCaller(), ticket.id));
    expect(history).toHaveLength(3);
    history.forEach(({ hash, ...entry }, i) => expect(hashOf(entry, history[i - 1]?.hash ?? '')).toBe(hash));
  });

  it('numbers the tickets of an agency from 1, each agency for itself', async () => {
    const agencyId = randomUUID();
    const numbers = [];
    for (let i = 0; i < 3; i += 1) {
      numbers.push((await open(stack, draftRequest(), command(byUser(agencyId)))).number);
    }
    expect(numbers).toEqual([1, 2, 3]);
  });

  it('gives twenty tickets opened at once twenty numbers', async () => {
    const agencyId = randomUUID();
    const opened = await Promise.all(
      Array.from({ length: 20 }, () => open(stack, draftRequest(), command(byUser(agencyId)))),
    );
    expect(opened.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
  });
});

describe('a repeated command', () => {
  it('opens one ticket', async () => {
    const context = command();
    const first = await open(stack, draftRequest(), context);
    expect((await open(stack, draftRequest(), context)).id).toBe(first.id);
  });

  it('opens one ticket also when both come at once', async () => {
    const context = command();
    const opened = await Promise.all(Array.from({ length: 5 }, () => open(stack, draftRequest(), context)));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
  });

  it('is carried out once, and answered with the ticket as it is', async () => {
    const ticket = await open(stack);
    const missionId = missionOf(ticket);
    const request = {
      context: command(),
      ticketId: ticket.id,
      missionId,
      appointment: visitAt(tomorrow(stack)),
    };
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => stack.tickets.acceptWorkOrder(request)),
    );
    for (const answer of answers) expect(known(answer.ticket).version).toBe(2);
    await stack.tickets.closeTicket({ context: command(), ticketId: ticket.id });
    expect(known((await stack.tickets.acceptWorkOrder(request)).ticket).status).toBe(Status.CLOSED);
  });

  it('two different commands at once: one is carried out, the other refused', async () => {
    const ticket = await open(stack);
    const target = { ticketId: ticket.id, missionId: missionOf(ticket) };
    const outcomes = await Promise.allSettled([
      stack.tickets.refuseWorkOrder({ context: command(), ...target, reason: 'Complet' }),
      stack.tickets.refuseWorkOrder({ context: command(), ...target, reason: 'Non' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect((refused?.reason as AppError).code).toBe('ACTION_NOT_ALLOWED');
  });
});

describe('time', () => {
  it('fires when the clock is moved: presence, then completion', async () => {
    const ticket = await open(stack, draftRequest({ askPresence: true }));
    const missionId = missionOf(ticket);
    const start = tomorrow(stack);
    await stack.tickets.acceptWorkOrder({
      context: command(byContractor(missionId)),
      ticketId: ticket.id,
      missionId,
      appointment: visitAt(start),
    });
    const reaches = (status: Status): Promise<Ticket> =>
      eventually(async () => {
        const { ticket: now } = await stack.tickets.getTicket({ caller: byUser(), ticketId: ticket.id });
        return now?.status === status ? now : undefined;
      });
    await stack.clock.move(start.getTime() - 29 * 60_000 - stack.clock.now().getTime());
    await reaches(Status.PRESENCE_ASKED);
    await stack.clock.move(100 * 60_000);
    const asked = await reaches(Status.AWAITING_COMPLETION);
    expect(timestampDate(asked.history.at(-1)!.at!).getTime()).toBeGreaterThan(start.getTime());
  });
});
