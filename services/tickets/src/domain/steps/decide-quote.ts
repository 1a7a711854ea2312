import { checkAmount, checkComment, checkDocuments, checkPerson, filled } from '../values/checks.js';
import { checkApprover, correspondentFor } from '../exchanges/correspondents.js';
import { updateTicket } from '../opening/decide-update.js';
import type { StepFact } from './decide-visit.js';
import { checkPeople } from '../ticket/draft.js';
import {
  CorrespondentNotFound,
  InvalidCommand,
  NotOnMultiWorkOrder,
  OwnerApprovalRequired,
  QuoteAlreadyAccepted,
  QuoteAlreadyApproved,
  assertNone,
} from '../values/errors.js';
import type { TicketEvent } from '../ticket/events.js';
import type { Agreement, StepCommand } from '../mission/steps.js';
import type { MissionEvent } from '../mission/mission-events.js';
import { droppedAppointment, isAccepted, isQuote, quoteOf } from '../mission/mission.js';
import type { Mission } from '../mission/mission.js';
import { SYSTEM } from '../values/model.js';
import type { Correspondent } from '../values/model.js';
import { countedMissions, ticketType } from '../ticket/ticket.js';
import type { ExistingTicket, RunningTicket } from '../ticket/ticket.js';

/** Manual, "Étape n° 3 bis": "vous aurez la possibilité de définir les délais de relance". */
export function quoteRequested(
  { timers, comment, actor, now }: StepCommand<'RequestQuote'>,
  fact: StepFact,
  mission: Mission,
  ticket: RunningTicket,
): readonly TicketEvent[] {
  assertBecomesQuote('RequestQuote', ticket);
  assertNone(checkComment('comment', comment));
  const request = { contractor: mission.contractor, comment, dropped: droppedAppointment(mission) };
  return [
    ...updateTicket({ type: 'UpdateTicket', actor, now, timers, addedAttachments: [] }, ticket),
    { type: 'QuoteRequested', ...fact, ...request, fromWorkOrder: true },
  ];
}

export function quoteSubmitted(
  { quotes, amountCents, comment, actor }: StepCommand<'SubmitQuote'>,
  fact: StepFact,
  mission: Mission,
  ticket: RunningTicket,
): readonly MissionEvent[] {
  if (!isQuote(mission)) assertBecomesQuote('SubmitQuote', ticket);
  assertNone([
    // A user may enter a quote that was given by telephone.
    ...filled('quotes', quotes.length > 0 || actor.kind === 'USER'),
    ...checkDocuments('quotes', quotes),
    ...filled('amountCents', amountCents),
    ...checkAmount('amountCents', amountCents),
    ...checkComment('comment', comment),
  ]);
  const dropped = droppedAppointment(mission);
  const received = { type: 'QuoteReceived' as const, ...fact, quotes, amountCents, comment, dropped };
  return [received, ...askedAgain(mission, fact, ticket)];
}

/** Who was deciding on the quote that is replaced decides on the new one. */
function askedAgain(mission: Mission, fact: StepFact, { correspondents }: RunningTicket): MissionEvent[] {
  if (mission.status !== 'QUOTE_AWAITING_APPROVAL') return [];
  const asked = quoteOf(mission)?.approval?.correspondentId;
  const correspondent = correspondents.find(({ id }) => id === asked);
  if (!correspondent) return [];
  const request = { correspondent, informed: [], comment: '', replacement: true as const };
  return [{ type: 'ApprovalRequested', ...fact, actor: SYSTEM, ...request, continues: true }];
}

/** Manual: "cette option n'est pas possible si vous êtes sur un ODSM". */
function assertBecomesQuote(step: 'RequestQuote' | 'SubmitQuote', ticket: RunningTicket): void {
  if (ticketType(ticket) === 'MULTI_WORK_ORDER') throw new NotOnMultiWorkOrder(step);
}

/** Manual, "Étape n° 3": one decides, the other members of the council are only told. */
export function approvalRequested(
  command: StepCommand<'RequestApproval'>,
  fact: StepFact,
  ticket: RunningTicket,
): readonly MissionEvent[] {
  const { informed, comment } = command;
  assertNone([...checkPeople('informed', informed), ...checkComment('comment', comment)]);
  const correspondent = approverOf(command, ticket);
  assertNone(checkApprover(ticket.details.module, correspondent.role));
  return [{ type: 'ApprovalRequested', ...fact, correspondent, informed, comment }];
}

/** One who is reached by no channel is asked otherwise; the answer is then entered by hand. */
function approverOf(
  command: Pick<Agreement, 'correspondentId' | 'role' | 'approver' | 'newCorrespondentId'>,
  { correspondents }: RunningTicket,
): Correspondent {
  const { correspondentId, role, approver, newCorrespondentId } = command;
  if (correspondentId) {
    const known = correspondents.find(({ id }) => id === correspondentId);
    if (!known) throw new CorrespondentNotFound();
    return known;
  }
  const problems = [
    ...filled('role', role),
    ...(approver ? checkPerson('approver', approver) : filled('approver', approver)),
  ];
  if (!role || !approver || problems.length > 0) throw new InvalidCommand(problems);
  return correspondentFor(correspondents, role, approver, newCorrespondentId);
}

/** By whom it was asked of, through its link, or by hand; where nobody was asked, by whoever said it. */
export function approvalAnswered(
  { approved, comment, actor, now, agreement, corrects }: StepCommand<'AnswerApproval'>,
  fact: StepFact,
  mission: Mission,
  ticket: RunningTicket,
): readonly MissionEvent[] {
  const correspondent =
    mission.status === 'QUOTE_AWAITING_APPROVAL' || corrects
      ? askedOf(mission, ticket)
      : agreedWith(agreement, ticket);
  if (actor.kind !== 'USER' && actor.id !== correspondent.id) throw new CorrespondentNotFound();
  assertNone(checkComment('comment', comment));
  const told = actor.kind === 'USER' && agreement && soundAgreement(agreement, comment, now);
  const rivals = countedMissions(ticket).filter((other) => other !== mission);
  if (approved && rivals.some(({ status }) => status === 'QUOTE_APPROVED')) throw new QuoteAlreadyApproved();
  // Agreed on by word of mouth after another was accepted: that one would have to be taken back first.
  if (mission.status === 'QUOTE_RECEIVED' && rivals.some(isAccepted)) throw new QuoteAlreadyAccepted();
  return [
    {
      type: 'ApprovalAnswered',
      ...fact,
      correspondent,
      approved,
      comment,
      ...(told ? { agreement: told } : {}),
      ...(corrects && mission.status !== 'QUOTE_AWAITING_APPROVAL' ? { corrects: true as const } : {}),
    },
  ];
}

function askedOf(mission: Mission, { correspondents }: RunningTicket): Correspondent {
  const asked = quoteOf(mission)?.approval?.correspondentId;
  const correspondent = correspondents.find(({ id }) => id === asked);
  if (!correspondent) throw new CorrespondentNotFound();
  return correspondent;
}

function agreedWith(agreement: Agreement | undefined, ticket: RunningTicket): Correspondent {
  if (!agreement) throw new InvalidCommand(filled('agreement', agreement));
  const correspondent = approverOf(agreement, ticket);
  assertNone(checkApprover(ticket.details.module, correspondent.role));
  return correspondent;
}

/** Who writes down what was just said may have a clock that goes a little fast. */
const FAST_CLOCK_MS = 5 * 60_000;

/** Something has to prove it: a file, or what was said. */
function soundAgreement({ means, saidAt, proofs }: Agreement, comment: string, now: Date) {
  const isToCome = saidAt !== undefined && saidAt.getTime() > now.getTime() + FAST_CLOCK_MS;
  const problems = [
    ...filled('agreement.means', means),
    ...filled('agreement.saidAt', saidAt),
    ...(isToCome ? [{ field: 'agreement.saidAt', code: 'IN_THE_FUTURE' }] : []),
    ...checkDocuments('agreement.proofs', proofs),
    ...filled('comment', proofs.length > 0 || comment.trim()),
  ];
  if (!means || !saidAt || problems.length > 0) throw new InvalidCommand(problems);
  return { means, saidAt, proofs };
}

/** On a multiple quote the others are refused and told. */
export function quoteAccepted(
  { signedCopy, comment }: StepCommand<'AcceptQuote'>,
  fact: StepFact,
  mission: Mission,
  ticket: RunningTicket,
): readonly MissionEvent[] {
  const others = countedMissions(ticket).filter((other) => other !== mission);
  if (others.some(isAccepted)) throw new QuoteAlreadyAccepted();
  if (wantsApproval(mission, ticket)) {
    throw new OwnerApprovalRequired(ticket.details.place.approvalThresholdCents);
  }
  assertNone(checkComment('comment', comment));
  const refused = others
    .filter((other) => !ENDED.includes(other.status))
    .map(({ id }): MissionEvent => {
      return { type: 'QuoteRefused', ...fact, missionId: id, reason: 'OTHER_CHOSEN', comment: '' };
    });
  return [{ type: 'QuoteAccepted', ...fact, signedCopy, comment }, ...refused];
}

/** Quotes that came to nothing before. */
const ENDED: readonly Mission['status'][] = ['QUOTE_REQUEST_REFUSED', 'QUOTE_REFUSED'];

/** Manual, "Module Gérance": "un montant au delà duquel des travaux ne peuvent être entrepris qu'après son acceptation". */
export function wantsApproval(mission: Mission, { details }: ExistingTicket): boolean {
  const { module, place } = details;
  const quote = quoteOf(mission);
  if (module !== 'GERANCE' || place.approvalThresholdCents === 0 || !quote) return false;
  // In gérance nobody but the owner is asked.
  return quote.amountCents > place.approvalThresholdCents && !quote.approval?.approved;
}

export function quoteRefused(
  { comment }: StepCommand<'RefuseQuote'>,
  fact: StepFact,
): readonly MissionEvent[] {
  assertNone(checkComment('comment', comment));
  return [{ type: 'QuoteRefused', ...fact, reason: 'BY_MANAGER', comment }];
}
