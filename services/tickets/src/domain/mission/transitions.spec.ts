import { describe, expect, it } from '@jest/globals';
import { REACHED, refusal } from '../../testing/scenario.js';
import { MISSION_STATUSES } from './mission.js';
import type { MissionKind, MissionStatus } from './mission.js';
import { MISSION_STEPS, STEPS } from './steps.js';
import { TRANSITIONS, mayPerform, transitionOf } from './transitions.js';

const pairs = MISSION_STATUSES.flatMap((status) => MISSION_STEPS.map((step) => [status, step] as const));

const UNASKED = new Set<MissionStatus>(['WORK_ORDER_ACCEPTED', 'APPOINTMENT_VALIDATED']);

function reachableFrom(first: MissionStatus, kind: MissionKind): Set<MissionStatus> {
  const reached = new Set([first]);
  for (const status of reached) {
    for (const { to, only } of Object.values(TRANSITIONS[status])) {
      if (!only || only === kind) to.forEach((next) => reached.add(next));
    }
  }
  return reached;
}

describe('the transition table', () => {
  it('has a row for every status, and names every step', () => {
    expect(Object.keys(TRANSITIONS).sort()).toEqual([...MISSION_STATUSES].sort());
    const named = new Set(Object.values(TRANSITIONS).flatMap((row) => Object.keys(row)));
    expect([...named].sort()).toEqual([...MISSION_STEPS].sort());
    expect(pairs).toHaveLength(MISSION_STATUSES.length * MISSION_STEPS.length);
  });

  it('allows before the visit nothing that is said on site, unless it is named', () => {
    const before = [
      'AcceptWorkOrder',
      'AnswerPresence',
      'AskCompletion',
      'AskPresence',
      'ProposeAppointment',
      'RefuseWorkOrder',
      'ReportCompletion',
      'RequestQuote',
      'SubmitQuote',
    ];
    expect(Object.keys(TRANSITIONS.WORK_ORDER_ACCEPTED).sort()).toEqual(before);
    const ofAppointment = ['CancelAppointment', 'PostponeAppointment'];
    expect(Object.keys(TRANSITIONS.APPOINTMENT_VALIDATED).sort()).toEqual(
      [...before, ...ofAppointment].sort(),
    );
  });

  it('reaches every status from a work order, but the one of "annule et remplace", which no step makes', () => {
    const workOrder = reachableFrom('WORK_ORDER_SENT', 'WORK_ORDER');
    const quote = reachableFrom('QUOTE_REQUESTED', 'QUOTE');
    const missing = MISSION_STATUSES.filter((status) => !workOrder.has(status) && !quote.has(status));
    expect(missing).toEqual(['REPLACED']);
  });

  it('never makes a work order of a quote', () => {
    const quote = reachableFrom('QUOTE_REQUESTED', 'QUOTE');
    expect([...quote].filter((status) => status.startsWith('WORK_ORDER'))).toEqual([]);
  });

  it.each(MISSION_STATUSES)('the shortest way to %s leads there', (status) => {
    expect(REACHED[status]().mission().status).toBe(status);
  });

  it.each(pairs)('%s, %s: the domain does what the table says', (status, step) => {
    const before = REACHED[status]();
    const mission = before.mission();
    const transition = transitionOf(mission, step);
    const asManager = (): string => before.manages(step).mission().status;
    if (!transition) expect(refusal(asManager)).toBe('ACTION_NOT_ALLOWED');
    else expect(transition.to).toContain(asManager());
    expect(mayPerform(mission, step, 'user')).toBe(transition !== undefined);

    const { performer } = STEPS[step];
    // A visit that others expect is moved, given back or called off with a reason.
    const said = {
      comment: 'Pourquoi',
      reason: 'Pourquoi',
      ...(UNASKED.has(status) && { answer: 'POSTPONED' }),
    };
    const asThirdParty = (): unknown => before.does(step, said as object);
    const open = transition !== undefined && performer !== 'manager' && !transition.manualOnly;
    if (open) expect(refusal(asThirdParty)).toBe('accepted');
    else expect(['ACTION_NOT_ALLOWED', 'ACTOR_NOT_ALLOWED']).toContain(refusal(asThirdParty));
    if (performer !== 'manager') expect(mayPerform(mission, step, performer)).toBe(open);
  });
});
