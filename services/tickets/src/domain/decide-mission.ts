import { checkAmount, checkAppointment, checkComment, checkDocuments, checkText, filled } from './checks.js';
import type {
  AcceptWorkOrder,
  AnswerPresence,
  MissionCommand,
  ReportCompletion,
  SubmitInvoice,
} from './commands.js';
import { InvalidCommand } from './errors.js';
import type { FieldProblem } from './errors.js';
import type { MissionEvent } from './events.js';

const MAX_COMMENT = 2_000;
const MAX_LATE_MINUTES = 600;

/** The status and the actor were checked: what remains is the command's own content. */
export function decideMission(command: MissionCommand): readonly MissionEvent[] {
  const fact = { at: command.now, actor: command.actor, missionId: command.missionId };
  switch (command.type) {
    case 'AcceptWorkOrder':
      return [{ type: 'WorkOrderAccepted', ...fact, ...acceptance(command) }];
    case 'RefuseWorkOrder':
      assertNone(checkComment('reason', command.reason));
      return [{ type: 'WorkOrderRefused', ...fact, reason: command.reason }];
    case 'AskPresence':
      return [{ type: 'PresenceAsked', ...fact }];
    case 'AnswerPresence':
      return [{ type: 'PresenceAnswered', ...fact, ...presence(command) }];
    case 'AskCompletion':
      return [{ type: 'CompletionAsked', ...fact }];
    case 'ReportCompletion':
      return completion(command, fact);
    case 'RequestInvoice':
      return [{ type: 'InvoiceRequested', ...fact }];
    case 'SubmitInvoice':
      return [{ type: 'InvoiceReceived', ...fact, ...invoice(command) }];
    case 'RequestNewInvoice':
      // Manual, "Étape n° 5 bis": "en y apportant un commentaire".
      assertNone(checkText('comment', command.comment, { required: true, max: MAX_COMMENT }));
      return [{ type: 'NewInvoiceRequested', ...fact, comment: command.comment }];
  }
}

type Content<Type extends MissionEvent['type']> = Omit<
  Extract<MissionEvent, { type: Type }>,
  'type' | 'at' | 'actor' | 'missionId'
>;

function acceptance({ appointment, comment, actor, now }: AcceptWorkOrder): Content<'WorkOrderAccepted'> {
  const problems = [
    ...checkAppointment(appointment, now, actor.kind === 'USER'),
    ...checkComment('comment', comment),
  ];
  if (!appointment || problems.length > 0) throw new InvalidCommand(problems);
  return { appointment, comment };
}

function presence({ answer, lateMinutes, comment }: AnswerPresence): Content<'PresenceAnswered'> {
  const problems = [...filled('answer', answer), ...checkComment('comment', comment)];
  const late = answer === 'LATE';
  if (late && (lateMinutes < 1 || lateMinutes > MAX_LATE_MINUTES)) {
    problems.push({ field: 'lateMinutes', code: 'OUT_OF_RANGE' });
  }
  if (!late && lateMinutes !== 0) problems.push({ field: 'lateMinutes', code: 'ONLY_WHEN_LATE' });
  if (!answer || problems.length > 0) throw new InvalidCommand(problems);
  return { answer, lateMinutes, comment };
}

function completion(
  command: ReportCompletion,
  fact: Pick<MissionEvent, 'at' | 'actor' | 'missionId'>,
): readonly MissionEvent[] {
  const { comment, proofs, invoice: ref, invoiceAmountCents } = command;
  const problems = [
    ...checkComment('comment', comment),
    ...checkDocuments('proofs', proofs),
    ...checkAmount('invoiceAmountCents', invoiceAmountCents),
  ];
  if (!ref && invoiceAmountCents > 0) problems.push({ field: 'invoice', code: 'REQUIRED' });
  assertNone(problems);
  const reported = {
    type: 'CompletionReported' as const,
    ...fact,
    comment,
    proofs,
    withInvoice: ref !== undefined,
  };
  if (!ref) return [reported];
  // Manual, "Étape n° 4": the invoice sent along cancels the next step.
  return [
    reported,
    { type: 'InvoiceReceived', ...fact, invoice: ref, amountCents: invoiceAmountCents, comment: '' },
  ];
}

function invoice({ invoice: ref, amountCents, comment }: SubmitInvoice): Content<'InvoiceReceived'> {
  const problems = [
    ...filled('invoice', ref),
    ...checkAmount('amountCents', amountCents),
    ...checkComment('comment', comment),
  ];
  if (!ref || problems.length > 0) throw new InvalidCommand(problems);
  return { invoice: ref, amountCents, comment };
}

function assertNone(problems: FieldProblem[]): void {
  if (problems.length > 0) throw new InvalidCommand(problems);
}
