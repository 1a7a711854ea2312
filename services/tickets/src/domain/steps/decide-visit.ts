import { checkAmount, checkAppointment, checkComment, checkDocuments, filled } from '../values/checks.js';
import { InvalidCommand, assertNone } from '../values/errors.js';
import type { StepCommand } from '../mission/steps.js';
import type { MissionEvent } from '../mission/mission-events.js';
import { SYSTEM } from '../values/model.js';
import type { TicketDetails } from '../values/model.js';

const MAX_LATE_MINUTES = 600;

/** Of which mission, by whom and when. */
export type StepFact = Pick<MissionEvent, 'at' | 'actor' | 'missionId'>;

export function workOrderAccepted(
  { appointment, comment, actor, now }: StepCommand<'AcceptWorkOrder'>,
  fact: StepFact,
): readonly MissionEvent[] {
  const problems = [
    ...checkAppointment(appointment, now, actor.kind === 'USER'),
    ...checkComment('comment', comment),
  ];
  if (!appointment || problems.length > 0) throw new InvalidCommand(problems);
  return [{ type: 'WorkOrderAccepted', ...fact, appointment, comment }];
}

export function presenceAnswered(
  { answer, lateMinutes, comment }: StepCommand<'AnswerPresence'>,
  fact: StepFact,
): readonly MissionEvent[] {
  const problems = [...filled('answer', answer), ...checkComment('comment', comment)];
  const late = answer === 'LATE';
  if (late && (lateMinutes < 1 || lateMinutes > MAX_LATE_MINUTES)) {
    problems.push({ field: 'lateMinutes', code: 'OUT_OF_RANGE' });
  }
  if (!late && lateMinutes !== 0) problems.push({ field: 'lateMinutes', code: 'ONLY_WHEN_LATE' });
  if (!answer || problems.length > 0) throw new InvalidCommand(problems);
  return [{ type: 'PresenceAnswered', ...fact, answer, lateMinutes, comment }];
}

export function completionReported(
  { comment, proofs, invoice, invoiceAmountCents }: StepCommand<'ReportCompletion'>,
  fact: StepFact,
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
  const reported = { type: 'CompletionReported' as const, ...fact, comment, proofs, withInvoice };
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
