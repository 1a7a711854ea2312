import 'reflect-metadata';
import {
  Action,
  ActorKind,
  Colour,
  CorrespondentRole,
  DocumentKind,
  MissionReplacedSchema,
  Module,
  PresenceAnswer,
  QuoteRefusedSchema,
  Status,
  TicketType,
  TimerKind,
} from '@intervia/contracts';
import type { Ticket } from '@intervia/contracts';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
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
  visitAt,
} from './testing/requests.js';
import { eventsOf, known, missionOf, open, problem, reread, startStack, tomorrow } from './testing/stack.js';
import type { Stack } from './testing/stack.js';

// Real servers, on machines that may have other work.
jest.setTimeout(60_000);

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

const answered = async (answer: Promise<{ ticket?: Ticket }>): Promise<Ticket> =>
  known((await answer).ticket);
const facts = ({ history }: Ticket): string[] => history.map(({ fact }) => fact);
const quoteDraft = (over: Parameters<typeof draftRequest>[0] = {}) => draftRequest({ quote: true, ...over });

describe('the life of a DS in gérance, above the mandate’s threshold', () => {
  it('from the request to the closing, the owner deciding through the link', async () => {
    const { tickets } = stack;
    const place = { ...draftRequest().place, approvalThresholdCents: 50_000 };
    const opened = await open(stack, quoteDraft({ module: Module.GERANCE, place, readReceipt: true }));
    expect(opened).toMatchObject({
      type: TicketType.SINGLE_QUOTE,
      status: Status.QUOTE_REQUESTED,
      colour: Colour.GREY,
    });
    const missionId = missionOf(opened);
    const target = { ticketId: opened.id, missionId };
    const asContractor = () => command(byContractor(missionId));

    await tickets.acknowledgeReading({ context: asContractor(), ...target });
    await tickets.promiseQuote({ context: asContractor(), ...target });
    await tickets.submitQuote({
      context: asContractor(),
      ...target,
      quotes: [documentRequest('quote')],
      amountCents: 90_000,
    });
    const received = await reread(stack, opened.id);
    expect(received).toMatchObject({
      status: Status.QUOTE_RECEIVED,
      colour: Colour.BLUE,
      amountCents: 90_000,
      timers: [],
    });
    expect(received.missions[0]?.readAt).toBeDefined();

    const tooDear = await problem(tickets.acceptQuote({ context: command(), ...target }));
    expect(tooDear.code).toBe('OWNER_APPROVAL_REQUIRED');

    const asked = await answered(
      tickets.requestApproval({
        context: command(),
        ...target,
        role: CorrespondentRole.OWNER,
        approver: personRequest({ name: 'Mme Lefèvre' }),
      }),
    );
    const owner = known(asked.correspondents[0]);
    expect(asked.timers.map(({ kind }) => kind)).toEqual([TimerKind.APPROVAL_REMINDER]);
    expect(asked.missions[0]?.approval).toMatchObject({ correspondentId: owner.id, approved: false });
    const byOwner = {
      agencyId: 'agency-1',
      actor: { kind: ActorKind.OWNER, id: owner.id, name: 'Mme Lefèvre' },
    };
    const page = { caller: byOwner, ticketId: opened.id, correspondentId: owner.id };
    const { correspondent } = await tickets.getCorrespondent(page);
    expect(correspondent?.quotes).toMatchObject([{ missionId, amountCents: 90_000, open: true }]);
    const stranger = { ...page, caller: { ...byOwner, actor: { ...byOwner.actor, id: 'c9' } } };
    expect((await problem(tickets.getCorrespondent(stranger))).code).toBe('CORRESPONDENT_NOT_FOUND');

    const decision = { approved: true, comment: 'D’accord' };
    await tickets.answerApproval({ context: command(byOwner), ...target, ...decision });
    const approved = await reread(stack, opened.id);
    expect(approved.status).toBe(Status.QUOTE_APPROVED);
    expect(approved.history.at(-1)).toMatchObject({
      fact: 'ApprovalAnswered',
      approved: true,
      names: ['Mme Lefèvre'],
    });

    await tickets.acceptQuote({ context: command(), ...target, signedCopy: documentRequest('signed') });
    await tickets.proposeAppointment({
      context: asContractor(),
      ...target,
      appointment: visitAt(tomorrow(stack)),
    });
    const validated = await answered(tickets.validateAppointment({ context: command(), ...target }));
    expect(validated.timers.map(({ kind }) => kind)).toContain(TimerKind.PRESENCE);
    await tickets.answerPresence({ context: command(), ...target, answer: PresenceAnswer.POSTPONED });
    await tickets.proposeAppointment({
      context: command(),
      ...target,
      appointment: visitAt(tomorrow(stack)),
    });
    await tickets.reportCompletion({ context: asContractor(), ...target });
    const mistaken = await answered(
      tickets.submitInvoice({
        context: command(),
        ...target,
        invoice: documentRequest('other'),
        amountCents: 1,
      }),
    );
    expect(mistaken.amountCents).toBe(1);
    const mended = await answered(
      tickets.stepBack({ context: command(), ...target, comment: 'Mauvaise facture' }),
    );
    expect(mended).toMatchObject({ status: Status.COMPLETION_RECEIVED, amountCents: 90_000 });
    await tickets.submitInvoice({
      context: asContractor(),
      ...target,
      invoice: documentRequest('invoice'),
      amountCents: 90_500,
    });
    const closed = await answered(tickets.closeTicket({ context: command(), ticketId: opened.id }));

    expect(closed).toMatchObject({ status: Status.CLOSED, amountCents: 90_500, timers: [] });
    expect(closed.documents.map(({ kind }) => kind)).toEqual([
      DocumentKind.QUOTE,
      DocumentKind.SIGNED_QUOTE,
      DocumentKind.INVOICE,
      DocumentKind.INVOICE,
    ]);
    expect(facts(closed)).toEqual([
      'TicketOpened',
      'QuoteRequested',
      'ReadingAcknowledged',
      'QuotePromised',
      'QuoteReceived',
      'ActionRefused',
      'ApprovalRequested',
      'ApprovalAnswered',
      'QuoteAccepted',
      'AppointmentProposed',
      'AppointmentValidated',
      'PresenceAnswered',
      'AppointmentProposed',
      'AppointmentValidated',
      'CompletionReported',
      'InvoiceReceived',
      'SteppedBack',
      'InvoiceReceived',
      'TicketClosed',
    ]);
    const told = closed.history.filter(({ fact }) => fact !== 'ActionRefused');
    await eventually(() => told.every(({ id }) => stack.seen.some((event) => event.id === id)) || undefined);

    const { history } = known(await stack.app.get(Tickets).find(aCaller(), opened.id));
    history.forEach(({ hash, ...entry }, i) => expect(hashOf(entry, history[i - 1]?.hash ?? '')).toBe(hash));
  });
});

describe('the life of a DM in syndic', () => {
  it('an ODS that becomes a quote, then a choice of three', async () => {
    const { tickets } = stack;
    const opened = await open(stack);
    const first = missionOf(opened);
    const { id: ticketId } = opened;
    const asked = await answered(
      tickets.requestQuote({
        context: command(),
        ticketId,
        missionId: first,
        timers: { quote: { hours: 24, maximum: 1 } },
      }),
    );
    expect(asked).toMatchObject({
      type: TicketType.SINGLE_QUOTE,
      timerSettings: { quote: { hours: 24, maximum: 1 } },
    });

    const contact = async (name: string, replacedMissionId = ''): Promise<Ticket> =>
      answered(
        tickets.contactAnotherContractor({
          context: command(),
          ticketId,
          contractor: personRequest({ name }),
          replacedMissionId,
        }),
      );
    expect((await contact('Élec Martin')).type).toBe(TicketType.MULTIPLE_QUOTE);
    await contact('Durand');
    const three = await contact('Petit', first);
    expect(three.missions.map(({ status }) => status)).toEqual([
      Status.REPLACED,
      Status.QUOTE_REQUESTED,
      Status.QUOTE_REQUESTED,
      Status.QUOTE_REQUESTED,
    ]);
    const [second, third, fourth] = [1, 2, 3].map((i) => missionOf(three, i)) as [string, string, string];
    await tickets.declineQuoteRequest({
      context: command(byContractor(second)),
      ticketId,
      missionId: second,
      reason: 'Complet',
    });
    await tickets.submitQuote({ context: command(), ticketId, missionId: third, amountCents: 70_000 });
    const compared = await answered(
      tickets.submitQuote({ context: command(), ticketId, missionId: fourth, amountCents: 60_000 }),
    );
    expect(compared).toMatchObject({ status: Status.QUOTE_RECEIVED, colour: Colour.BLUE });
    expect(compared.actions.filter(({ suggested }) => suggested).map(({ action }) => action)).toEqual([
      Action.ACCEPT_QUOTE,
      Action.ACCEPT_QUOTE,
    ]);

    const chosen = await answered(tickets.acceptQuote({ context: command(), ticketId, missionId: fourth }));
    expect(chosen).toMatchObject({
      status: Status.QUOTE_ACCEPTED,
      colour: Colour.GREY,
      amountCents: 60_000,
      timers: [{ kind: TimerKind.APPOINTMENT_REMINDER, missionId: fourth, sent: 0 }],
    });
    expect(chosen.missions.map(({ status }) => status)).toEqual([
      Status.REPLACED,
      Status.QUOTE_REQUEST_REFUSED,
      Status.QUOTE_REFUSED,
      Status.QUOTE_ACCEPTED,
    ]);
    await eventually(() => {
      const refused = eventsOf(stack, QuoteRefusedSchema).filter(
        (event) => event.ticket?.ticketId === ticketId,
      );
      return refused.some(({ mission }) => mission?.missionId === third) || undefined;
    });
    const replaced = eventsOf(stack, MissionReplacedSchema).filter(
      (event) => event.ticket?.ticketId === ticketId,
    );
    expect(replaced.map(({ mission }) => mission?.missionId)).toEqual([first]);

    // What a mission has been through comes back from the database as it was.
    const again = await answered(tickets.stepBack({ context: command(), ticketId, missionId: third }));
    expect(again.missions[2]).toMatchObject({ status: Status.QUOTE_RECEIVED, amountCents: 70_000 });
    const second2 = await problem(tickets.acceptQuote({ context: command(), ticketId, missionId: third }));
    expect(second2.code).toBe('QUOTE_ALREADY_ACCEPTED');
    const { mission } = await tickets.getMission({ caller: byUser(), ticketId, missionId: fourth });
    expect(mission).toMatchObject({ type: TicketType.SINGLE_QUOTE, status: Status.QUOTE_ACCEPTED });
    expect(mission?.actions).toContain(Action.PROPOSE_APPOINTMENT);

    for (const step of ['postponeAppointment', 'cancelAppointment'] as const) {
      await tickets.proposeAppointment({
        context: command(byContractor(fourth)),
        ticketId,
        missionId: fourth,
        appointment: visitAt(tomorrow(stack)),
      });
      expect(
        (await answered(tickets[step]({ context: command(), ticketId, missionId: fourth }))).status,
      ).toBe(Status.QUOTE_ACCEPTED);
    }
    const refused = await answered(tickets.stepBack({ context: command(), ticketId, missionId: fourth }));
    expect(refused.status).toBe(Status.APPOINTMENT_PROPOSED);
    await tickets.closeTicket({ context: command(), ticketId });
  });

  it('a quote that is refused leaves the ticket to the manager', async () => {
    const { tickets } = stack;
    const opened = await open(stack, quoteDraft());
    const target = { ticketId: opened.id, missionId: missionOf(opened) };
    await tickets.submitQuote({ context: command(), ...target, amountCents: 1_000 });
    const refused = await answered(
      tickets.refuseQuote({ context: command(), ...target, comment: 'Trop cher' }),
    );
    expect(refused).toMatchObject({ status: Status.QUOTE_REFUSED, colour: Colour.BLUE });
    expect(refused.actions.find(({ suggested }) => suggested)?.action).toBe(Action.CONTACT_ANOTHER);
  });
});
