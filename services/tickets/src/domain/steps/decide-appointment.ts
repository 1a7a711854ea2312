import { checkAppointment, checkComment } from '../values/checks.js';
import { isMovedByContractor } from './decide-visit.js';
import type { StepFact } from './decide-visit.js';
import { InvalidCommand, assertNone } from '../values/errors.js';
import type { StepCommand } from '../mission/steps.js';
import type { MissionEvent } from '../mission/mission-events.js';
import { droppedAppointment, visitOf } from '../mission/mission.js';
import type { Mission } from '../mission/mission.js';
import type { Appointment } from '../values/model.js';

/** Manual, "Étape n° 3 ter": "vous pourrez saisir manuellement le RDV", which needs nobody's word any more. */
export function appointmentProposed(
  { appointment, comment, actor, now }: StepCommand<'ProposeAppointment'>,
  fact: StepFact,
  mission: Mission,
): readonly MissionEvent[] {
  const byUser = actor.kind === 'USER';
  const dropped = droppedAppointment(mission);
  const problems = [
    ...checkAppointment(appointment, now, byUser),
    ...checkComment('comment', comment, { required: isMovedByContractor(dropped, actor) }),
  ];
  if (!appointment || problems.length > 0) throw new InvalidCommand(problems);
  const moved = { appointment, comment, ...(dropped && { dropped }) };
  const proposed = { type: 'AppointmentProposed' as const, ...fact, ...moved };
  return byUser
    ? [proposed, { type: 'AppointmentValidated', ...fact, appointment, continues: true }]
    : [proposed];
}

export function appointmentValidated(fact: StepFact, mission: Mission): readonly MissionEvent[] {
  return [{ type: 'AppointmentValidated', ...fact, appointment: appointmentOf(mission) }];
}

export function appointmentDropped(
  { type, comment }: StepCommand<'PostponeAppointment'> | StepCommand<'CancelAppointment'>,
  fact: StepFact,
  mission: Mission,
): readonly MissionEvent[] {
  assertNone(checkComment('comment', comment));
  const dropped = type === 'PostponeAppointment' ? 'AppointmentPostponed' : 'AppointmentCancelled';
  return [{ type: dropped, ...fact, appointment: appointmentOf(mission), comment }];
}

function appointmentOf(mission: Mission): Appointment {
  const visit = visitOf(mission);
  if (!visit) throw new Error(`mission ${mission.id} has no appointment`);
  return visit.appointment;
}
