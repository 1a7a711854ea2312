import { describe, expect, it } from '@jest/globals';
import { anAppointment } from '../../testing/builders.js';
import { HOUR, MINUTE, REACHED, Scenario, VISIT, after, refusal } from '../../testing/scenario.js';
import { isRecorded, recordOf } from '../history/history.js';

/** Manual, "Étape n° 3 ter : prise de RDV directe par l'intervenant avec la personne à contacter". */

const LATER = after(72 * HOUR, VISIT);
const history = (scenario: Scenario) => scenario.events.filter(isRecorded).map(recordOf);

describe('RDV proposé', () => {
  it('by the contractor: blue, no timer yet', () => {
    const proposed = REACHED.QUOTE_ACCEPTED().does('ProposeAppointment', {
      appointment: anAppointment(VISIT, 90),
    });
    expect(proposed.facts).toEqual(['AppointmentProposed']);
    expect(proposed.shown).toBe('APPOINTMENT_PROPOSED BLUE');
    expect(proposed.armed).toEqual([]);
    expect(history(proposed)).toMatchObject([{ appointment: { start: VISIT, durationMinutes: 90 } }]);
  });

  it('by hand it needs nobody’s word any more: proposed and validated at once', () => {
    const entered = REACHED.QUOTE_ACCEPTED().manages('ProposeAppointment');
    expect(entered.facts).toEqual(['AppointmentProposed', 'AppointmentValidated']);
    expect(entered.shown).toBe('APPOINTMENT_VALIDATED GREY');
    expect(history(entered)).toMatchObject([
      { manualEntry: true },
      { manualEntry: false, appointment: { start: VISIT } },
    ]);
  });

  it('another one replaces it until it is validated', () => {
    const again = REACHED.APPOINTMENT_PROPOSED().does('ProposeAppointment', {
      appointment: anAppointment(LATER),
    });
    expect(again.mission()).toMatchObject({ visit: { appointment: { start: LATER } } });
    // Once it is validated others expect it: not without a reason.
    expect(refusal(() => REACHED.APPOINTMENT_VALIDATED().does('ProposeAppointment'))).toBe(
      'INVALID_COMMAND; comment REQUIRED',
    );
  });

  it('is to come, and lasts', () => {
    const propose = (start: Date, minutes = 60): string =>
      refusal(() =>
        REACHED.QUOTE_ACCEPTED().does('ProposeAppointment', { appointment: anAppointment(start, minutes) }),
      );
    expect(propose(after(-2 * HOUR))).toBe('INVALID_COMMAND; appointment.start IN_THE_PAST');
    expect(propose(after(367 * 24 * HOUR))).toBe('INVALID_COMMAND; appointment.start TOO_FAR');
    expect(propose(VISIT, 0)).toBe('INVALID_COMMAND; appointment.durationMinutes OUT_OF_RANGE');
  });
});

describe('RDV validé', () => {
  const inAWeek = anAppointment(after(7 * 24 * HOUR, VISIT));

  it('grey: arms VISIT a day before, PRESENCE always, COMPLETION at the end', () => {
    const validated = REACHED.QUOTE_ACCEPTED()
      .does('ProposeAppointment', { appointment: inAWeek })
      .manages('ValidateAppointment');
    expect(validated.facts).toEqual(['AppointmentValidated']);
    expect(history(validated)).toMatchObject([{ appointment: inAWeek }]);
    expect(validated.shown).toBe('APPOINTMENT_VALIDATED GREY');
    expect(validated.armed).toEqual(['COMPLETION', 'PRESENCE', 'VISIT']);
    expect(validated.due('VISIT')).toBe(after(-24 * HOUR, inAWeek.start).toISOString());
    expect(validated.due('PRESENCE')).toBe(after(-30 * MINUTE, inAWeek.start).toISOString());
    expect(validated.due('COMPLETION')).toBe(after(70 * MINUTE, inAWeek.start).toISOString());
  });

  it('nobody is reminded of an appointment fixed within the delay, nor where none is wanted', () => {
    const soon = REACHED.QUOTE_ACCEPTED().manages('ProposeAppointment', {
      appointment: anAppointment(after(23 * HOUR)),
    });
    expect(soon.armed).toEqual(['COMPLETION', 'PRESENCE']);
    const none = Scenario.opened({ quote: true, timers: { visitHours: 0 } })
      .does('SubmitQuote')
      .manages('AcceptQuote')
      .manages('ProposeAppointment', { appointment: inAWeek });
    expect(none.armed).toEqual(['COMPLETION', 'PRESENCE']);
  });

  it('VISIT reminds once and moves no step, also on a Sunday night', () => {
    // Monday 21 September, 22:00 in Paris.
    const appointment = anAppointment(new Date('2026-09-21T20:00:00Z'));
    const fired = REACHED.QUOTE_ACCEPTED()
      .manages('ProposeAppointment', { appointment })
      .fires(after(-24 * HOUR, appointment.start));
    expect(fired.facts).toEqual(['VisitReminded']);
    expect(fired.shown).toBe('APPOINTMENT_VALIDATED GREY');
    expect(fired.armed).toEqual(['COMPLETION', 'PRESENCE']);
    expect(history(fired)).toMatchObject([{ timer: 'VISIT', actor: { kind: 'SYSTEM' } }]);
  });

  it('after an outage nobody is reminded of a visit that should have begun', () => {
    const fired = REACHED.QUOTE_ACCEPTED()
      .manages('ProposeAppointment', { appointment: inAWeek })
      .fires(after(10 * MINUTE, inAWeek.start));
    expect(fired.facts).toEqual(['PresenceAsked']);
    expect(fired.armed).toEqual(['COMPLETION']);
  });
});

describe.each([
  ['PostponeAppointment', 'AppointmentPostponed'],
  ['CancelAppointment', 'AppointmentCancelled'],
] as const)('%s', (step, fact) => {
  it.each(['APPOINTMENT_PROPOSED', 'APPOINTMENT_VALIDATED'] as const)(
    'after %s: attente de RDV, the visit’s timers cancelled; the fact says which appointment no longer holds',
    (status) => {
      const dropped = REACHED[status]().manages(step, { comment: 'Gardien absent' });
      expect(dropped.events).toMatchObject([
        { type: fact, appointment: { start: VISIT }, comment: 'Gardien absent' },
      ]);
      expect(dropped.shown).toBe('QUOTE_ACCEPTED GREY');
      expect(dropped.armed).toEqual(['APPOINTMENT_REMINDER']);
      expect(dropped.does('ProposeAppointment', { appointment: anAppointment(LATER) }).status).toBe(
        'APPOINTMENT_PROPOSED',
      );
    },
  );
});

describe('a visit of a quote that came to nothing', () => {
  it.each(['ABSENT', 'POSTPONED'] as const)(
    '%s: blue, all cancelled, armed again by the new appointment',
    (answer) => {
      const missed = REACHED.APPOINTMENT_VALIDATED()
        .manages('AskPresence')
        .does('AnswerPresence', { answer });
      expect(missed.shown.endsWith('BLUE')).toBe(true);
      expect(missed.armed).toEqual([]);
      expect(refusal(() => missed.does('AcceptWorkOrder'))).toBe('ACTION_NOT_ALLOWED');
      const again = missed.manages('ProposeAppointment', { appointment: anAppointment(LATER) });
      expect(again.armed).toEqual(['COMPLETION', 'PRESENCE', 'VISIT']);
    },
  );

  it('a work order’s is mended by a new acceptance instead', () => {
    expect(refusal(() => REACHED.ABSENT().does('ProposeAppointment'))).toBe('ACTION_NOT_ALLOWED');
  });
});
