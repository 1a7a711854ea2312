import { describe, expect, it } from '@jest/globals';
import { aDocument, aUser, anAppointment } from '../../testing/builders.js';
import { HOUR, MINUTE, REACHED, Scenario, VISIT, after, refusal } from '../../testing/scenario.js';
import { isRecorded, recordOf } from '../history/history.js';
import { ticketAmount, ticketType } from '../ticket/ticket.js';
import { MISSION_STEPS } from '../mission/steps.js';
import type { StepType } from '../mission/steps.js';

/** Specification: "step back: a compensating entry, history kept, a sent message is never recalled". */

const back = (scenario: Scenario, missionId = 'm1'): Scenario =>
  scenario.manages('StepBack', { comment: 'Erreur de saisie' }, missionId);

describe('a step back', () => {
  it('is an entry of its own, which says from where and to where', () => {
    const undone = back(REACHED.WORK_ORDER_REFUSED());
    expect(undone.events).toMatchObject([
      { type: 'SteppedBack', from: 'WORK_ORDER_REFUSED', to: 'WORK_ORDER_SENT', actor: aUser() },
    ]);
    expect(undone.events.filter(isRecorded).map(recordOf)).toMatchObject([
      { fact: 'SteppedBack', status: 'WORK_ORDER_SENT', text: 'Erreur de saisie', manualEntry: false },
    ]);
  });

  it.each(Object.entries(REACHED))(
    'from %s lands where the ticket was, or has nothing to go back to',
    (status, reach) => {
      const reached = reach();
      if (reached.mission().past.length === 0) {
        expect(['WORK_ORDER_SENT', 'QUOTE_REQUESTED']).toContain(status);
        expect(refusal(() => back(reached))).toBe('NOTHING_TO_STEP_BACK');
        return;
      }
      const past = reached.mission().past.at(-1);
      const { past: _, ...now } = back(reached).mission();
      expect(past).toMatchObject({ status: now.status, kind: now.kind, exhausted: now.exhausted });
    },
  );

  it('again and again goes back to the first request', () => {
    let undone = REACHED.NEW_INVOICE_REQUESTED();
    const statuses: string[] = [];
    while (undone.mission().past.length > 0) {
      undone = back(undone);
      statuses.push(undone.mission().status);
    }
    expect(statuses).toEqual([
      'INVOICE_RECEIVED',
      'COMPLETION_RECEIVED',
      'WORK_ORDER_ACCEPTED',
      'WORK_ORDER_SENT',
    ]);
  });

  it('takes what one command did as one step', () => {
    const withInvoice = REACHED.AWAITING_COMPLETION().does('ReportCompletion', { invoice: aDocument() });
    expect(back(withInvoice).status).toBe('AWAITING_COMPLETION');
    expect(back(REACHED.APPOINTMENT_VALIDATED()).status).toBe('QUOTE_ACCEPTED');
    const automatic = Scenario.opened({ automaticInvoiceRequest: true })
      .does('AcceptWorkOrder')
      .does('ReportCompletion');
    expect(automatic.status).toBe('INVOICE_REQUESTED');
    expect(back(automatic).status).toBe('WORK_ORDER_ACCEPTED');
  });

  it('gives back amount and appointment, and keeps the documents: what came stays', () => {
    const invoiced = REACHED.APPOINTMENT_VALIDATED().does('ReportCompletion').does('SubmitInvoice');
    expect(ticketAmount(invoiced.ticket)).toBe(12_345);
    const undone = back(invoiced);
    expect(ticketAmount(undone.ticket)).toBe(80_000);
    expect(undone.mission()).toMatchObject({ visit: { appointment: { start: VISIT } } });
    expect(undone.ticket.documents).toEqual(invoiced.ticket.documents);
  });

  it('is the manager’s alone', () => {
    expect(refusal(() => REACHED.WORK_ORDER_REFUSED().does('StepBack'))).toBe('ACTOR_NOT_ALLOWED');
    expect(refusal(() => back(REACHED.WORK_ORDER_REFUSED().closes()))).toBe('TICKET_ALREADY_CLOSED');
  });
});

describe('each step', () => {
  const BEFORE: Readonly<Record<StepType, () => Scenario>> = {
    AcceptWorkOrder: REACHED.WORK_ORDER_SENT,
    RefuseWorkOrder: REACHED.WORK_ORDER_SENT,
    RequestQuote: REACHED.WORK_ORDER_ACCEPTED,
    PromiseQuote: REACHED.QUOTE_REQUESTED,
    DeclineQuoteRequest: REACHED.QUOTE_PROMISED,
    SubmitQuote: REACHED.QUOTE_PROMISED,
    RequestApproval: REACHED.QUOTE_RECEIVED,
    AnswerApproval: REACHED.QUOTE_AWAITING_APPROVAL,
    AcceptQuote: REACHED.QUOTE_APPROVED,
    RefuseQuote: REACHED.QUOTE_AWAITING_APPROVAL,
    ProposeAppointment: REACHED.APPOINTMENT_VALIDATED,
    ValidateAppointment: REACHED.APPOINTMENT_PROPOSED,
    PostponeAppointment: REACHED.APPOINTMENT_VALIDATED,
    CancelAppointment: REACHED.APPOINTMENT_PROPOSED,
    AskPresence: () => Scenario.opened({ askPresence: true }).does('AcceptWorkOrder'),
    AnswerPresence: REACHED.RUNNING_LATE,
    AskCompletion: REACHED.APPOINTMENT_VALIDATED,
    ReportCompletion: REACHED.PRESENCE_CONFIRMED,
    RequestInvoice: REACHED.COMPLETION_RECEIVED,
    SubmitInvoice: REACHED.NEW_INVOICE_REQUESTED,
    RequestNewInvoice: REACHED.INVOICE_RECEIVED,
  };

  it.each(MISSION_STEPS)('%s is undone whole: what is shown, what is known, what is to fire', (step) => {
    const before = BEFORE[step]();
    const done = before.manages(step);
    expect(done.mission().past).toHaveLength(before.mission().past.length + 1);
    const undone = back(done);
    expect(undone.mission()).toEqual(before.mission());
    expect(undone.shown).toBe(before.shown);
    const dates = ({ timers }: Scenario) =>
      timers
        .map(({ kind, dueAt, sent }) => ({ kind, dueAt, sent }))
        .sort((a, b) => (a.kind < b.kind ? -1 : 1));
    expect(dates(undone)).toEqual(dates(before));
  });
});

describe('whoever has the visit in a calendar', () => {
  const dropped = (scenario: Scenario): unknown[] =>
    scenario.events.map((event) => 'dropped' in event && event.dropped?.start);

  it.each(['WORK_ORDER_ACCEPTED', 'APPOINTMENT_VALIDATED'] as const)(
    'is given it by the fact that undoes %s',
    (status) => {
      expect(dropped(back(REACHED[status]()))).toEqual([VISIT]);
    },
  );

  it('is given the later one, when the earlier one is expected again', () => {
    const later = anAppointment(after(HOUR, VISIT));
    const moved = REACHED.APPOINTMENT_VALIDATED().manages('ProposeAppointment', { appointment: later });
    const undone = back(moved);
    expect(dropped(undone)).toEqual([later.start]);
    expect(undone.mission()).toMatchObject({
      status: 'APPOINTMENT_VALIDATED',
      visit: { appointment: { start: VISIT } },
    });
  });

  it.each([
    'APPOINTMENT_PROPOSED',
    'PRESENCE_ASKED',
    'ABSENT',
    'COMPLETION_RECEIVED',
    'QUOTE_ACCEPTED',
  ] as const)(
    'has nothing to strike out when %s is undone: it was never there, is still expected, or is over',
    (status) => {
      expect(dropped(back(REACHED[status]()))).toEqual([undefined]);
    },
  );

  it('is given the visit of a work order that becomes a quote, asked for or entered', () => {
    expect(dropped(REACHED.WORK_ORDER_ACCEPTED().manages('RequestQuote'))).toEqual([VISIT]);
    expect(dropped(REACHED.PRESENCE_ASKED().manages('SubmitQuote'))).toEqual([VISIT]);
    expect(dropped(REACHED.WORK_ORDER_SENT().manages('RequestQuote'))).toEqual([undefined]);
    expect(dropped(REACHED.COMPLETION_RECEIVED().manages('RequestQuote'))).toEqual([undefined]);
  });
});

describe('the timers of the stage gone back to', () => {
  it('that are still to come run on', () => {
    const undone = back(Scenario.opened().at(after(HOUR)).does('RefuseWorkOrder'));
    expect(undone.due('WORK_ORDER_REMINDER')).toBe(after(48 * HOUR).toISOString());
  });

  it('those of the stage that is left do not', () => {
    const undone = back(REACHED.APPOINTMENT_VALIDATED());
    expect(undone.armed).toEqual(['APPOINTMENT_REMINDER']);
  });

  it('a reminder whose moment has passed counts from now, with as many sent as before', () => {
    const undone = back(
      Scenario.opened()
        .fires(after(48 * HOUR))
        .at(after(120 * HOUR))
        .does('RefuseWorkOrder'),
    );
    // Five days later is a Sunday; two days after it a Tuesday.
    expect(undone.timers).toMatchObject([
      { kind: 'WORK_ORDER_REMINDER', sent: 1, maximum: 3, dueAt: after(168 * HOUR) },
    ]);
  });

  it('the end of a visit is asked for a visit later, rather than at once again', () => {
    const asked = REACHED.WORK_ORDER_ACCEPTED().fires(after(70 * MINUTE, VISIT));
    const undone = back(asked);
    expect(undone.status).toBe('WORK_ORDER_ACCEPTED');
    expect(undone.due('COMPLETION')).toBe(after(140 * MINUTE, VISIT).toISOString());
    expect(undone.fires(undone.now).facts).toEqual([]);
  });

  it('nobody is asked about the beginning of a visit twice', () => {
    const asked = Scenario.opened({ askPresence: true })
      .does('AcceptWorkOrder')
      .fires(after(-30 * MINUTE, VISIT));
    const undone = back(asked);
    expect(undone.status).toBe('WORK_ORDER_ACCEPTED');
    expect(undone.armed).toEqual(['COMPLETION']);
  });

  it('follow the delays as they are now', () => {
    const timers = { workOrder: { hours: 24, maximum: 1 } };
    const refused = Scenario.opened()
      .does('RefuseWorkOrder')
      .asks('UpdateTicket', { timers, addedAttachments: [] });
    expect(back(refused).timers).toMatchObject([{ dueAt: after(24 * HOUR), maximum: 1 }]);
  });
});

describe('what several contractors forbid', () => {
  it('a work order and a quote on one ticket', () => {
    const dm = Scenario.opened().manages('RequestQuote').contacts();
    expect(ticketType(dm.ticket)).toBe('MULTIPLE_QUOTE');
    expect(refusal(() => back(dm))).toBe('ACTION_NOT_ALLOWED');
  });

  it('a second accepted quote', () => {
    const replaced = REACHED.QUOTE_ACCEPTED()
      .contacts('m1')
      .does('SubmitQuote', {}, { missionId: 'm2' })
      .manages('AcceptQuote', {}, 'm2');
    expect(refusal(() => back(replaced))).toBe('QUOTE_ALREADY_ACCEPTED');
    expect(back(back(replaced, 'm2')).mission().status).toBe('QUOTE_ACCEPTED');
  });

  it('not the return of one that was replaced: ODS becomes ODSM', () => {
    const both = back(REACHED.REPLACED());
    expect(ticketType(both.ticket)).toBe('MULTI_WORK_ORDER');
    expect(both.timers.map(({ missionId }) => missionId).sort()).toEqual(['m1', 'm2']);
  });
});

it('a visit that was entered for the wrong day is entered anew', () => {
  const right = anAppointment(after(HOUR, VISIT));
  const mended = back(REACHED.WORK_ORDER_ACCEPTED()).does('AcceptWorkOrder', { appointment: right });
  expect(mended.mission()).toMatchObject({ visit: { appointment: right } });
});
