import { describe, expect, it } from '@jest/globals';
import { anAppointment } from '../../testing/builders.js';
import { HOUR, MINUTE, REACHED, Scenario, VISIT as START, after, refusal } from '../../testing/scenario.js';

const VISIT = anAppointment(START);
const OTHER = { ...VISIT, start: after(24 * HOUR, START) };

/** Specification of links and mails, 11: from the acceptance until the work is done. */
describe('a contractor whose visit is agreed on', () => {
  const accepted = () => REACHED.WORK_ORDER_ACCEPTED();

  it.each(['WORK_ORDER_ACCEPTED', 'PRESENCE_ASKED', 'PRESENCE_CONFIRMED', 'RUNNING_LATE'] as const)(
    'moves that of a work order in %s, and says why',
    (status) => {
      const before = REACHED[status]();
      const moved = before.does('AcceptWorkOrder', { appointment: OTHER, comment: 'Pièce en retard.' });
      expect(moved.events).toMatchObject([
        { type: 'WorkOrderAccepted', appointment: OTHER, dropped: VISIT, comment: 'Pièce en retard.' },
      ]);
      expect(moved.shown).toBe('WORK_ORDER_ACCEPTED GREY');
      expect(moved.timers).toMatchObject([
        { kind: 'COMPLETION', dueAt: after((OTHER.durationMinutes + 10) * MINUTE, OTHER.start) },
      ]);
      expect(refusal(() => before.does('AcceptWorkOrder', { appointment: OTHER, comment: '' }))).toBe(
        'INVALID_COMMAND; comment REQUIRED',
      );
    },
  );

  it('the first acceptance, and one by the manager, need no reason', () => {
    expect(Scenario.opened().does('AcceptWorkOrder', { comment: '' }).events).toEqual([
      expect.not.objectContaining({ dropped: VISIT }),
    ]);
    expect(accepted().manages('AcceptWorkOrder', { appointment: OTHER, comment: '' }).facts).toEqual([
      'WorkOrderAccepted',
    ]);
  });

  it('gives a work order back', () => {
    const refused = accepted().does('RefuseWorkOrder', { reason: 'Véhicule en panne.' });
    expect(refused.events).toMatchObject([{ type: 'WorkOrderRefused', dropped: VISIT }]);
    expect(refused.shown).toBe('WORK_ORDER_REFUSED BLUE');
    expect(refused.armed).toEqual([]);
    expect(refusal(() => accepted().does('RefuseWorkOrder', { reason: '' }))).toBe(
      'INVALID_COMMAND; reason REQUIRED',
    );
  });

  it('calls a visit off before it is asked; nothing else before that', () => {
    for (const status of ['WORK_ORDER_ACCEPTED', 'APPOINTMENT_VALIDATED'] as const) {
      const off = REACHED[status]().does('AnswerPresence', { answer: 'POSTPONED', comment: 'Malade.' });
      expect(off.shown).toBe('POSTPONEMENT_ASKED BLUE');
      expect(off.armed).toEqual([]);
      expect(
        refusal(() => REACHED[status]().does('AnswerPresence', { answer: 'CONFIRMED', comment: '' })),
      ).toBe('ACTION_NOT_ALLOWED');
    }
  });

  it('proposes another date for a quote’s, which the manager validates', () => {
    const proposed = REACHED.APPOINTMENT_VALIDATED().does('ProposeAppointment', {
      appointment: OTHER,
      comment: 'Retard du chantier précédent.',
    });
    expect(proposed.events).toMatchObject([{ type: 'AppointmentProposed', dropped: VISIT }]);
    expect(proposed.shown).toBe('APPOINTMENT_PROPOSED BLUE');
    expect(proposed.armed).toEqual([]);
    expect(proposed.manages('ValidateAppointment').armed).toEqual(['COMPLETION', 'PRESENCE', 'VISIT']);
  });

  it('moves nothing once it is done', () => {
    for (const step of ['AcceptWorkOrder', 'RefuseWorkOrder', 'AnswerPresence'] as const) {
      expect(refusal(() => REACHED.COMPLETION_RECEIVED().does(step))).toBe('ACTION_NOT_ALLOWED');
    }
  });

  it('is done before its day: that visit is expected no longer', () => {
    expect(accepted().does('ReportCompletion').events).toMatchObject([{ dropped: VISIT }]);
    const onTime = accepted().at(after(HOUR, VISIT.start)).does('ReportCompletion');
    expect(onTime.events).toEqual([expect.not.objectContaining({ dropped: VISIT })]);
  });
});
