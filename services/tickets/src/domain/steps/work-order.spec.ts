import { describe, expect, it } from '@jest/globals';
import { aDocument, aPerson, anAppointment } from '../../testing/builders.js';
import { HOUR, MINUTE, OPENED, REACHED, Scenario, VISIT, after, refusal } from '../../testing/scenario.js';
import { DEFAULT_TIMERS } from '../values/model.js';
import { ticketAmount } from '../ticket/ticket.js';

/** Row by row: specification, "The model"; manual, "L'ordre de service (ODS)". */
describe('1. creation: Demande d’intervention envoyée', () => {
  it('asks each contractor, waits (grey) and starts the work-order reminder', () => {
    const ticket = Scenario.opened();
    expect(ticket.facts).toEqual(['TicketOpened', 'WorkOrderRequested']);
    expect(ticket.shown).toBe('WORK_ORDER_SENT GREY');
    expect(ticket.armed).toEqual(['WORK_ORDER_REMINDER']);
    expect(ticket.due('WORK_ORDER_REMINDER')).toBe(after(48 * HOUR).toISOString());
  });

  it('takes the delays of the ticket before the defaults', () => {
    const timers = { ...DEFAULT_TIMERS, workOrder: { hours: 3, maximum: 1 } };
    expect(Scenario.opened({ timers }).due('WORK_ORDER_REMINDER')).toBe(after(3 * HOUR).toISOString());
  });

  it('keeps the attachments for the contractors', () => {
    const { documents } = Scenario.opened({ attachments: [aDocument()] }).ticket;
    expect(documents.map(({ kind, missionId }) => [kind, missionId])).toEqual([['ATTACHMENT', '']]);
  });

  it('is open to users only', () => {
    expect(refusal(() => Scenario.opened({}, { kind: 'REQUESTER', id: 'r', name: '' }))).toBe(
      'ACTOR_NOT_ALLOWED',
    );
  });
});

describe('2. the contractor’s answer', () => {
  it('refused: blue, reminder stopped', () => {
    const ticket = Scenario.opened().does('RefuseWorkOrder');
    expect(ticket.facts).toEqual(['WorkOrderRefused']);
    expect(ticket.shown).toBe('WORK_ORDER_REFUSED BLUE');
    expect(ticket.armed).toEqual([]);
  });

  it('accepted with date, time and duration: grey, reminder stopped, COMPLETION armed at the end + 10 min', () => {
    const ticket = Scenario.opened().does('AcceptWorkOrder', { appointment: anAppointment(VISIT, 90) });
    expect(ticket.facts).toEqual(['WorkOrderAccepted']);
    expect(ticket.shown).toBe('WORK_ORDER_ACCEPTED GREY');
    expect(ticket.armed).toEqual(['COMPLETION']);
    expect(ticket.due('COMPLETION')).toBe(after(100 * MINUTE, VISIT).toISOString());
  });

  it('arms PRESENCE 30 minutes before when it was ticked (contradiction 1)', () => {
    const ticket = Scenario.opened({ askPresence: true }).does('AcceptWorkOrder');
    expect(ticket.armed).toEqual(['COMPLETION', 'PRESENCE']);
    expect(ticket.due('PRESENCE')).toBe(after(-30 * MINUTE, VISIT).toISOString());
  });

  it('wants a visit to come from a contractor, any from the manager', () => {
    const past = anAppointment(after(-2 * HOUR));
    const opened = Scenario.opened({ askPresence: true });
    expect(refusal(() => opened.does('AcceptWorkOrder', { appointment: past }))).toBe(
      'INVALID_COMMAND; appointment.start IN_THE_PAST',
    );
    const byHand = opened.manages('AcceptWorkOrder', { appointment: past });
    expect(byHand.status).toBe('WORK_ORDER_ACCEPTED');
    expect(byHand.armed).toEqual(['COMPLETION']);
  });

  it.each([0, 4, 1_441])('refuses a duration of %i minutes', (minutes) => {
    const appointment = anAppointment(VISIT, minutes);
    expect(refusal(() => Scenario.opened().does('AcceptWorkOrder', { appointment }))).toBe(
      'INVALID_COMMAND; appointment.durationMinutes OUT_OF_RANGE',
    );
  });

  it('refuses an acceptance without a date', () => {
    expect(refusal(() => Scenario.opened().does('AcceptWorkOrder', { appointment: undefined }))).toBe(
      'INVALID_COMMAND; appointment.start REQUIRED',
    );
  });
});

describe('3. presence on site', () => {
  const accepted = (): Scenario => Scenario.opened({ askPresence: true }).does('AcceptWorkOrder');

  it('is asked by the system when PRESENCE fires', () => {
    const ticket = accepted().fires(after(-30 * MINUTE, VISIT));
    expect(ticket.facts).toEqual(['PresenceAsked']);
    expect(ticket.events[0]?.actor.kind).toBe('SYSTEM');
    expect(ticket.shown).toBe('PRESENCE_ASKED GREY');
    expect(ticket.armed).toEqual(['COMPLETION']);
  });

  it('may be asked by the manager earlier; the timer is then consumed', () => {
    expect(accepted().manages('AskPresence').armed).toEqual(['COMPLETION']);
  });

  const asked = (): Scenario => accepted().fires(after(-30 * MINUTE, VISIT));

  it('confirmed: grey', () => {
    const ticket = asked().does('AnswerPresence', { answer: 'CONFIRMED' });
    expect(ticket.shown).toBe('PRESENCE_CONFIRMED GREY');
    expect(ticket.armed).toEqual(['COMPLETION']);
  });

  it('late: grey, COMPLETION shifts by as much', () => {
    const ticket = asked().does('AnswerPresence', { answer: 'LATE', lateMinutes: 45 });
    expect(ticket.shown).toBe('RUNNING_LATE GREY');
    expect(ticket.due('COMPLETION')).toBe(after(115 * MINUTE, VISIT).toISOString());
  });

  it('late again replaces the first delay', () => {
    const ticket = asked()
      .does('AnswerPresence', { answer: 'LATE', lateMinutes: 45 })
      .does('AnswerPresence', { answer: 'LATE', lateMinutes: 60 });
    expect(ticket.due('COMPLETION')).toBe(after(130 * MINUTE, VISIT).toISOString());
  });

  it.each(['ABSENT', 'POSTPONED'] as const)(
    '%s: blue, all visit timers cancelled, armed again by the new visit',
    (answer) => {
      const missed = asked().does('AnswerPresence', { answer });
      expect(missed.shown).toBe(`${answer === 'ABSENT' ? 'ABSENT' : 'POSTPONEMENT_ASKED'} BLUE`);
      expect(missed.armed).toEqual([]);
      const next = after(48 * HOUR, VISIT);
      const again = missed.does('AcceptWorkOrder', { appointment: anAppointment(next) });
      expect(again.shown).toBe('WORK_ORDER_ACCEPTED GREY');
      expect(again.due('PRESENCE')).toBe(after(-30 * MINUTE, next).toISOString());
      expect(again.due('COMPLETION')).toBe(after(70 * MINUTE, next).toISOString());
    },
  );

  it.each([0, 601])('refuses to be %i minutes late', (lateMinutes) => {
    expect(refusal(() => asked().does('AnswerPresence', { answer: 'LATE', lateMinutes }))).toBe(
      'INVALID_COMMAND; lateMinutes OUT_OF_RANGE',
    );
  });

  it('refuses a delay with another answer, and no answer at all', () => {
    expect(refusal(() => asked().does('AnswerPresence', { answer: 'ABSENT', lateMinutes: 5 }))).toBe(
      'INVALID_COMMAND; lateMinutes ONLY_WHEN_LATE',
    );
    expect(refusal(() => asked().does('AnswerPresence', { answer: undefined }))).toBe(
      'INVALID_COMMAND; answer REQUIRED',
    );
  });

  it('before being asked, only the manager enters an answer', () => {
    expect(refusal(() => accepted().does('AnswerPresence'))).toBe('ACTION_NOT_ALLOWED');
    expect(accepted().manages('AnswerPresence', { answer: 'POSTPONED' }).armed).toEqual([]);
  });
});

describe('4. completion', () => {
  it('is asked by the system at COMPLETION (contradiction 5)', () => {
    const ticket = Scenario.opened()
      .does('AcceptWorkOrder')
      .fires(after(70 * MINUTE, VISIT));
    expect(ticket.facts).toEqual(['CompletionAsked']);
    expect(ticket.shown).toBe('AWAITING_COMPLETION GREY');
    expect(ticket.armed).toEqual(['COMPLETION_REMINDER']);
  });

  it('may be asked by the manager earlier: visit timers consumed', () => {
    const ticket = Scenario.opened({ askPresence: true }).does('AcceptWorkOrder').manages('AskCompletion');
    expect(ticket.shown).toBe('AWAITING_COMPLETION GREY');
    expect(ticket.armed).toEqual(['COMPLETION_REMINDER']);
  });

  it('reported with proofs: blue, visit timers stopped', () => {
    const ticket = Scenario.opened({ askPresence: true })
      .does('AcceptWorkOrder')
      .does('ReportCompletion', { proofs: [aDocument({ id: 'p1' }), aDocument({ id: 'p2' })] });
    expect(ticket.facts).toEqual(['CompletionReported']);
    expect(ticket.shown).toBe('COMPLETION_RECEIVED BLUE');
    expect(ticket.armed).toEqual([]);
    expect(ticket.ticket.documents.map(({ kind, missionId }) => `${kind} ${missionId}`)).toEqual([
      'PROOF m1',
      'PROOF m1',
    ]);
  });

  it('with the invoice: Facture reçue, the next step is cancelled', () => {
    const ticket = REACHED.AWAITING_COMPLETION().does('ReportCompletion', {
      invoice: aDocument({ id: 'i' }),
      invoiceAmountCents: 25_000,
    });
    expect(ticket.facts).toEqual(['CompletionReported', 'InvoiceReceived']);
    expect(ticket.shown).toBe('INVOICE_RECEIVED BLUE');
    expect(ticketAmount(ticket.ticket)).toBe(25_000);
    expect(ticket.armed).toEqual([]);
  });

  it('refuses an amount without its invoice', () => {
    expect(
      refusal(() => REACHED.AWAITING_COMPLETION().does('ReportCompletion', { invoiceAmountCents: 1 })),
    ).toBe('INVALID_COMMAND; invoice REQUIRED');
  });
});

describe('5. the invoice', () => {
  it('requested by the manager: grey, reminder from this first request (contradiction 4)', () => {
    const ticket = REACHED.COMPLETION_RECEIVED()
      .at(after(72 * HOUR))
      .manages('RequestInvoice');
    expect(ticket.facts).toEqual(['InvoiceRequested']);
    expect(ticket.shown).toBe('INVOICE_REQUESTED GREY');
    expect(ticket.due('INVOICE_REMINDER')).toBe(after(240 * HOUR).toISOString());
  });

  it('received: blue, final amount, reminder stopped', () => {
    const ticket = REACHED.INVOICE_REQUESTED().does('SubmitInvoice', { amountCents: 9_900 });
    expect(ticket.shown).toBe('INVOICE_RECEIVED BLUE');
    expect(ticketAmount(ticket.ticket)).toBe(9_900);
    expect(ticket.armed).toEqual([]);
  });

  it('entered by the manager by hand, without having been asked for', () => {
    expect(REACHED.COMPLETION_RECEIVED().manages('SubmitInvoice').status).toBe('INVOICE_RECEIVED');
  });

  it('5 bis: asked again with a comment: grey, reminder restarted', () => {
    const ticket = REACHED.INVOICE_RECEIVED()
      .at(after(24 * HOUR))
      .manages('RequestNewInvoice');
    expect(ticket.shown).toBe('NEW_INVOICE_REQUESTED GREY');
    expect(ticket.due('INVOICE_REMINDER')).toBe(after(192 * HOUR).toISOString());
    expect(refusal(() => REACHED.INVOICE_RECEIVED().manages('RequestNewInvoice', { comment: ' ' }))).toBe(
      'INVALID_COMMAND; comment REQUIRED',
    );
  });

  it('the new one replaces the amount', () => {
    const ticket = REACHED.NEW_INVOICE_REQUESTED().does('SubmitInvoice', { amountCents: 50 });
    expect(ticketAmount(ticket.ticket)).toBe(50);
  });
});

describe('6. closing', () => {
  it.each(Object.entries(REACHED))(
    'is possible in %s: red, no timer left (contradiction 17)',
    (_status, reach) => {
      const closed = reach().closes('Terminé');
      expect(closed.facts).toEqual(['TicketClosed']);
      expect(closed.shown).toBe('CLOSED RED');
      expect(closed.armed).toEqual([]);
    },
  );

  it('is irreversible', () => {
    const closed = Scenario.opened().closes();
    expect(refusal(() => closed.does('AcceptWorkOrder'))).toBe('TICKET_ALREADY_CLOSED');
    expect(refusal(() => closed.closes())).toBe('TICKET_ALREADY_CLOSED');
    expect(closed.fires(after(1_000 * HOUR)).facts).toEqual([]);
  });
});

describe('who may act', () => {
  it('a contractor acts on its own mission only', () => {
    const two = Scenario.opened({ contractors: [aPerson(), aPerson({ name: 'Élec' })] });
    const other = { missionId: 'm2', actor: { kind: 'CONTRACTOR' as const, id: 'm1', name: '' } };
    expect(refusal(() => two.does('AcceptWorkOrder', {}, other))).toBe('MISSION_NOT_FOUND');
    expect(refusal(() => two.closes().does('AcceptWorkOrder', {}, other))).toBe('MISSION_NOT_FOUND');
    expect(refusal(() => two.does('AcceptWorkOrder', {}, { missionId: 'm9' }))).toBe('MISSION_NOT_FOUND');
  });

  it.each(['AskPresence', 'AskCompletion', 'RequestInvoice', 'RequestNewInvoice'] as const)(
    '%s is not for contractors',
    (command) => {
      expect(refusal(() => Scenario.opened().does(command))).toBe('ACTOR_NOT_ALLOWED');
    },
  );

  it('a contractor cannot close, nobody but contractor and manager may act', () => {
    const actor = { kind: 'OWNER' as const, id: 'o', name: '' };
    expect(refusal(() => Scenario.opened().does('AcceptWorkOrder', {}, { actor }))).toBe('ACTOR_NOT_ALLOWED');
    const contractor = { kind: 'CONTRACTOR' as const, id: 'm1', name: '' };
    const close = { type: 'CloseTicket' as const, actor: contractor, now: OPENED, comment: '' };
    expect(refusal(() => Scenario.opened().sends(close))).toBe('ACTOR_NOT_ALLOWED');
  });

  it('the manager may take every contractor’s step by hand', () => {
    const ticket = Scenario.opened()
      .manages('AcceptWorkOrder')
      .manages('AskPresence')
      .manages('AnswerPresence')
      .manages('ReportCompletion')
      .manages('SubmitInvoice');
    expect(ticket.status).toBe('INVOICE_RECEIVED');
  });
});
