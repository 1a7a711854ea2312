import { describe, expect, it } from '@jest/globals';
import { aDocument, aDraft, aPerson, anAppointment } from '../testing/builders.js';
import { HOUR, MINUTE, REACHED, Scenario, VISIT, after, refusal } from '../testing/scenario.js';
import { anOwner } from '../testing/sound-steps.js';
import { contractorActions, mayApprove, userActions } from './actions/actions.js';
import { ticketAmount, ticketType } from './ticket/ticket.js';

/** Where one row of the table meets another. */

const M2 = { missionId: 'm2' };
const two = [aPerson(), aPerson({ partyId: 'party-2', name: 'Élec Martin' })];

describe('a DM whose chosen contractor does not come', () => {
  const absent = (): Scenario =>
    Scenario.opened({ quote: true, contractors: two })
      .does('SubmitQuote', { amountCents: 90_000 })
      .does('SubmitQuote', { amountCents: 80_000 }, M2)
      .manages('AcceptQuote')
      .manages('ProposeAppointment')
      .manages('AskPresence')
      .does('AnswerPresence', { answer: 'ABSENT' });

  it('is the manager’s matter, and fires nothing any more', () => {
    expect(absent().shown).toBe('ABSENT BLUE');
    expect(absent().armed).toEqual([]);
    expect(ticketAmount(absent().ticket)).toBe(90_000);
  });

  it('goes on with another appointment of the same contractor', () => {
    const again = absent().manages('ProposeAppointment', { appointment: anAppointment(after(72 * HOUR)) });
    expect(again.shown).toBe('APPOINTMENT_VALIDATED GREY');
    expect(again.mission('m2').status).toBe('QUOTE_REFUSED');
  });

  it('or with somebody else, the first being taken back', () => {
    const replaced = absent().contacts('m1', 'm3');
    expect(replaced.events).toMatchObject([{ type: 'MissionReplaced', from: 'ABSENT' }, { missionId: 'm3' }]);
    expect(ticketType(replaced.ticket)).toBe('MULTIPLE_QUOTE');
    expect(replaced.shown).toBe('QUOTE_REQUESTED GREY');
  });

  it('or with the other quote, once both choices were stepped back', () => {
    const other = absent()
      .contacts('m1', 'm3')
      .manages('StepBack', {}, 'm2')
      .manages('AcceptQuote', {}, 'm2');
    expect(other.shown).toBe('QUOTE_ACCEPTED GREY');
    expect(ticketAmount(other.ticket)).toBe(80_000);
    expect(other.mission('m3').status).toBe('QUOTE_REFUSED');
  });
});

describe('an ODSM with one mission done and one refused', () => {
  const mixed = (): Scenario =>
    Scenario.opened({ contractors: two })
      .does('AcceptWorkOrder')
      .does('ReportCompletion', { invoice: aDocument(), invoiceAmountCents: 7_000 })
      .does('RefuseWorkOrder', {}, M2);

  it('is EN COURS, blue, and worth what was invoiced', () => {
    expect(mixed().shown).toBe('IN_PROGRESS BLUE');
    expect(ticketAmount(mixed().ticket)).toBe(7_000);
    expect(mixed().armed).toEqual([]);
  });

  it('becomes an ODSM of three, or of two again', () => {
    expect(mixed().contacts('', 'm3').shown).toBe('IN_PROGRESS BLUE');
    const replaced = mixed().contacts('m2', 'm3');
    expect(ticketType(replaced.ticket)).toBe('MULTI_WORK_ORDER');
    expect(replaced.armed).toEqual(['WORK_ORDER_REMINDER']);
  });

  it('is no quote, even when one contractor is all that is left to act', () => {
    expect(refusal(() => mixed().manages('RequestQuote', {}, 'm2'))).toBe('NOT_ON_MULTI_WORK_ORDER');
  });
});

describe('closing while an approval is waited for', () => {
  const closed = (): Scenario => REACHED.QUOTE_AWAITING_APPROVAL().closes();

  it('ends the wait: no reminder, no answer, by link or by hand', () => {
    expect(closed().fires(after(1_000 * HOUR)).facts).toEqual([]);
    expect(refusal(() => closed().does('AnswerApproval', {}, { actor: anOwner() }))).toBe(
      'TICKET_ALREADY_CLOSED',
    );
    expect(refusal(() => closed().manages('AnswerApproval'))).toBe('TICKET_ALREADY_CLOSED');
    expect(mayApprove(closed().ticket, closed().mission(), 'c1')).toBe(false);
    expect(contractorActions(closed().ticket, closed().mission())).toEqual([]);
  });

  it('reopened, the answer is taken, and waited for', () => {
    const reopened = closed().asks('ReopenTicket', { comment: '' });
    expect(reopened.shown).toBe('QUOTE_AWAITING_APPROVAL GREY');
    expect(reopened.armed).toEqual(['APPROVAL_REMINDER']);
    expect(reopened.does('AnswerApproval').shown).toBe('QUOTE_APPROVED BLUE');
  });
});

describe('an appointment that has begun when it is validated', () => {
  const proposed = REACHED.APPOINTMENT_PROPOSED();

  it('asks for no presence, reminds of no visit, and asks for its end when it ends', () => {
    const validated = proposed.at(after(10 * MINUTE, VISIT)).manages('ValidateAppointment');
    expect(validated.armed).toEqual(['COMPLETION']);
    expect(validated.due('COMPLETION')).toBe(after(70 * MINUTE, VISIT).toISOString());
  });

  it('that is over asks for its end at once', () => {
    const validated = proposed.at(after(24 * HOUR, VISIT)).manages('ValidateAppointment');
    expect(validated.fires(validated.now).facts).toEqual(['CompletionAsked']);
  });

  it('within the half hour before it, presence is asked at once', () => {
    const validated = proposed.at(after(-10 * MINUTE, VISIT)).manages('ValidateAppointment');
    expect(validated.fires(validated.now).facts).toEqual(['PresenceAsked']);
  });
});

describe('a contractor who is late twice, then there', () => {
  const late = (scenario: Scenario, lateMinutes: number): Scenario =>
    scenario.does('AnswerPresence', { answer: 'LATE', lateMinutes });

  it('shifts the end of the visit by the last word', () => {
    const twice = late(late(REACHED.PRESENCE_ASKED(), 30), 90);
    expect(twice.due('COMPLETION')).toBe(after(160 * MINUTE, VISIT).toISOString());
    expect(twice.armed).toEqual(['COMPLETION']);
    expect(twice.does('AnswerPresence').due('COMPLETION')).toBe(after(70 * MINUTE, VISIT).toISOString());
  });

  it('who says nothing more is asked for the end then, once', () => {
    const asked = late(REACHED.PRESENCE_ASKED(), 90).fires(after(160 * MINUTE, VISIT));
    expect(asked.facts).toEqual(['CompletionAsked']);
    expect(asked.fires(after(24 * HOUR, VISIT)).facts).toEqual([]);
    expect(refusal(() => late(asked, 30))).toBe('ACTION_NOT_ALLOWED');
  });
});

describe('a maximum of one', () => {
  it('reminds once, then leaves it to the manager', () => {
    const timers = { workOrder: { hours: 1, maximum: 1 }, quiet: { from: 0, until: 0 } };
    const once = Scenario.opened({ timers }).fires(after(HOUR));
    expect(once.events).toMatchObject([{ type: 'ReminderSent', count: 1, maximum: 1 }]);
    const exhausted = once.fires(after(2 * HOUR));
    expect(exhausted.facts).toEqual(['RemindersExhausted']);
    expect(exhausted.shown).toBe('WORK_ORDER_SENT BLUE');
    expect(exhausted.closes().armed).toEqual([]);
  });
});

describe('delays of an hour, in the evening', () => {
  it('add up to the morning, not to a reminder for each hour of the night', () => {
    const timers = { workOrder: { hours: 1, maximum: 3 } };
    // 19:30 in Paris, where the ticket was opened at 10:00 that day.
    const evening = new Date('2026-09-08T17:30:00Z');
    const reminded = Scenario.opened({ timers }).fires(evening);
    expect(reminded.facts).toEqual(['ReminderSent']);
    const morning = '2026-09-09T06:00:00.000Z';
    expect(reminded.due('WORK_ORDER_REMINDER')).toBe(morning);
    const next = reminded.fires(new Date(morning));
    expect(next.events).toMatchObject([{ count: 2 }]);
    expect(next.due('WORK_ORDER_REMINDER')).toBe('2026-09-09T07:00:00.000Z');
  });
});

describe('silent mode', () => {
  it('takes no step, offers no less and fires no less: only what is sent differs', () => {
    const life = (silent: boolean): Scenario[] => {
      const opened = Scenario.opened({ silent, askPresence: true });
      const accepted = opened.does('AcceptWorkOrder');
      const asked = accepted.fires(after(-30 * MINUTE, VISIT));
      return [opened, accepted, asked, asked.fires(after(70 * MINUTE, VISIT))];
    };
    const seen = (scenario: Scenario) => ({
      facts: scenario.facts,
      shown: scenario.shown,
      timers: scenario.timers,
      actions: userActions(scenario.ticket),
    });
    expect(life(true).map(seen)).toEqual(life(false).map(seen));
  });
});

describe('the mandate’s threshold', () => {
  const place = { ...aDraft().place!, approvalThresholdCents: 50_000 };

  it('holds for a work order that becomes a quote, and for a quote entered by hand', () => {
    const entered = Scenario.opened({ place }).manages('SubmitQuote', { amountCents: 60_000 });
    expect(refusal(() => entered.manages('AcceptQuote'))).toBe('OWNER_APPROVAL_REQUIRED');
    const approved = entered.manages('RequestApproval').manages('AnswerApproval');
    expect(approved.manages('AcceptQuote').shown).toBe('QUOTE_ACCEPTED GREY');
  });

  it('holds again once the approval was stepped back', () => {
    const undone = Scenario.opened({ place, quote: true })
      .does('SubmitQuote', { amountCents: 60_000 })
      .manages('RequestApproval')
      .does('AnswerApproval')
      .manages('StepBack');
    expect(undone.shown).toBe('QUOTE_AWAITING_APPROVAL GREY');
    expect(undone.armed).toEqual(['APPROVAL_REMINDER']);
    expect(refusal(() => undone.manages('AcceptQuote'))).toBe('OWNER_APPROVAL_REQUIRED');
  });
});
