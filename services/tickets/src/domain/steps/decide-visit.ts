import { checkAmount, checkAppointment, checkComment, checkDocuments, filled } from '../values/checks.js';
import { droppedAppointment } from '../mission/mission.js';
import type { Mission, MissionStatus } from '../mission/mission.js';
import { ActionNotAllowed, InvalidCommand, assertNone } from '../values/errors.js';
import type { StepCommand } from '../mission/steps.js';
import type { MissionEvent } from '../mission/mission-events.js';
import { SYSTEM } from '../values/model.js';
import type { Actor, Appointment, TicketDetails } from '../values/model.js';

const MAX_LATE_MINUTES = 600;

/** The visit is agreed on, and nobody asked yet whether it takes place. */
const UNASKED: ReadonlySet<MissionStatus> = new Set(['WORK_ORDER_ACCEPTED', 'APPOINTMENT_VALIDATED']);

/** Of which mission, by whom and when. */
export type StepFact = Pick<MissionEvent, 'at' | 'actor' | 'missionId'>;

export function workOrderAccepted(
  { appointment, comment, actor, now }: StepCommand<'AcceptWorkOrder'>,
  fact: StepFact,
  mission: Mission,
): readonly MissionEvent[] {
  const dropped = droppedAppointment(mission);
  const problems = [
    ...checkAppointment(appointment, now, actor.kind === 'USER'),
    ...checkComment('comment', comment, { required: isMovedByContractor(dropped, actor) }),
  ];
  if (!appointment || problems.length > 0) throw new InvalidCommand(problems);
  return [{ type: 'WorkOrderAccepted', ...fact, appointment, comment, ...(dropped && { dropped }) }];
}

/** Others expect the visit: whoever is not of the agency says why it is moved. */
export function isMovedByContractor(dropped: Appointment | undefined, actor: Actor): boolean {
  return dropped !== undefined && actor.kind !== 'USER';
}

export function workOrderRefused(
  { reason, actor }: StepCommand<'RefuseWorkOrder'>,
  fact: StepFact,
  mission: Mission,
): readonly MissionEvent[] {
  const dropped = droppedAppointment(mission);
  assertNone(checkComment('reason', reason, { required: isMovedByContractor(dropped, actor) }));
  return [{ type: 'WorkOrderRefused', ...fact, reason, ...(dropped && { dropped }) }];
}

export function presenceAnswered(
  { type, answer, lateMinutes, comment, actor }: StepCommand<'AnswerPresence'>,
  fact: StepFact,
  { status }: Mission,
): readonly MissionEvent[] {
  const callsOff = answer === 'ABSENT' || answer === 'POSTPONED';
  const unasked = actor.kind !== 'USER' && UNASKED.has(status);
  if (unasked && answer && !callsOff) throw new ActionNotAllowed(type, status);
  const problems = [...filled('answer', answer), ...checkComment('comment', comment, { required: unasked })];
  const late = answer === 'LATE';
  if (late && (lateMinutes < 1 || lateMinutes > MAX_LATE_MINUTES)) {
    problems.push({ field: 'lateMinutes', code: 'OUT_OF_RANGE' });
  }
  if (!late && lateMinutes !== 0) problems.push({ field: 'lateMinutes', code: 'ONLY_WHEN_LATE' });
  if (!answer || problems.length > 0) throw new InvalidCommand(problems);
  return [{ type: 'PresenceAnswered', ...fact, answer, lateMinutes, comment }];
}

export function completionReported(
  { comment, proofs, invoice, invoiceAmountCents, now }: StepCommand<'ReportCompletion'>,
  fact: StepFact,
  mission: Mission,
  { options }: TicketDetails,
): readonly MissionEvent[] {
  const problems = [
    ...checkComment('comment', comment),
    ...checkDocuments('proofs', proofs),
    ...checkAmount('invoiceAmountCents', invoiceAmountCents),
  ];
  if (!invoice && invoiceAmountCents > 0) problems.push({ field: 'invoice', code: 'REQUIRED' });
  assertNone(problems);
  const withInvoice = invoice !== undefined;
  const expected = droppedAppointment(mission);
  const dropped = expected && expected.start > now ? { dropped: expected } : {};
  const reported = { type: 'CompletionReported' as const, ...fact, comment, proofs, withInvoice, ...dropped };
  // Manual, "Étape n° 4": the invoice sent along cancels the next step.
  if (invoice) {
    const amountCents = invoiceAmountCents;
    const received = { type: 'InvoiceReceived' as const, ...fact, invoice, amountCents, comment: '' };
    return [reported, { ...received, continues: true }];
  }
  if (!options.automaticInvoiceRequest) return [reported];
  return [reported, { type: 'InvoiceRequested', ...fact, actor: SYSTEM, automatic: true, continues: true }];
}

export function invoiceSubmitted(
  { invoice, amountCents, comment }: StepCommand<'SubmitInvoice'>,
  fact: StepFact,
): readonly MissionEvent[] {
  const problems = [
    ...filled('invoice', invoice),
    ...checkAmount('amountCents', amountCents),
    ...checkComment('comment', comment),
  ];
  if (!invoice || problems.length > 0) throw new InvalidCommand(problems);
  return [{ type: 'InvoiceReceived', ...fact, invoice, amountCents, comment }];
}
