import type { FieldError } from '@intervia/rules';
import { AppError } from '@intervia/rules';

/** A refusal of the domain. */
export class TicketError extends AppError {}

export class InvalidTicket extends TicketError {
  constructor(fields: readonly FieldError[]) {
    super('INVALID_TICKET', 'invalid', {}, fields);
  }
}

export class InvalidCommand extends TicketError {
  constructor(fields: readonly FieldError[]) {
    super('INVALID_COMMAND', 'invalid', {}, fields);
  }
}

export function assertNone(problems: FieldError[]): void {
  if (problems.length > 0) throw new InvalidCommand(problems);
}

/** Also for another agency's ticket, so that an id tells nothing. */
export class TicketNotFound extends TicketError.of('TICKET_NOT_FOUND', 'not-found') {}

/** Also for another contractor's mission. */
export class MissionNotFound extends TicketError.of('MISSION_NOT_FOUND', 'not-found') {}

export class TicketAlreadyClosed extends TicketError {
  constructor(number: number) {
    super('TICKET_ALREADY_CLOSED', 'conflict', { number: String(number) });
  }
}

/** Somebody else has changed the same fields since the writer read them. */
export class TicketChangedMeanwhile extends TicketError {
  constructor(by: string, fields: readonly string[]) {
    const changed = fields.map((field) => ({ field, code: 'CHANGED_MEANWHILE' }));
    super('TICKET_CHANGED_MEANWHILE', 'conflict', { by }, changed);
  }
}

/** The mission's status does not allow it. */
export class ActionNotAllowed extends TicketError {
  constructor(action: string, status: string) {
    super('ACTION_NOT_ALLOWED', 'conflict', { action, status });
  }
}

/** Never allowed to this kind of actor, whatever the status. */
export class ActorNotAllowed extends TicketError {
  constructor(action: string) {
    super('ACTOR_NOT_ALLOWED', 'forbidden', { action });
  }
}

/** One key was given to two different commands: the second is not silently taken for the first. */
export class IdempotencyKeyReused extends TicketError.of('IDEMPOTENCY_KEY_REUSED', 'conflict') {}

/** Specification, "Who sees what": an assistant or accountant opens tickets where it will see them. */
export class PlaceNotAttached extends TicketError {
  constructor(label: string) {
    super('PLACE_NOT_ATTACHED', 'forbidden', { place: label });
  }
}

/** A mandate may keep dearer works for the owner to decide (manual, "Module Gérance"). */
export class OwnerApprovalRequired extends TicketError {
  constructor(thresholdCents: number) {
    super('OWNER_APPROVAL_REQUIRED', 'conflict', { thresholdCents: String(thresholdCents) });
  }
}

/** Of two rival quotes one may be approved; the other one's approval would contradict it. */
export class QuoteAlreadyApproved extends TicketError.of('QUOTE_ALREADY_APPROVED', 'conflict') {}

/** The minutes in which it could be taken back are over. */
export class AnswerSettled extends TicketError.of('ANSWER_SETTLED', 'conflict') {}

export class QuoteAlreadyAccepted extends TicketError.of('QUOTE_ALREADY_ACCEPTED', 'conflict') {}

/** The mission is at its first step. */
export class NothingToStepBack extends TicketError.of('NOTHING_TO_STEP_BACK', 'conflict') {}

/** Also for another correspondent's. */
export class CorrespondentNotFound extends TicketError.of('CORRESPONDENT_NOT_FOUND', 'not-found') {}

/** Also for a thread with somebody else. */
export class ThreadNotFound extends TicketError.of('THREAD_NOT_FOUND', 'not-found') {}

/** Manual: several contractors are at several steps. */
export class NotOnMultiWorkOrder extends TicketError {
  constructor(action: string) {
    super('NOT_ON_MULTI_WORK_ORDER', 'conflict', { action });
  }
}

export class InvalidSettings extends TicketError {
  constructor(fields: readonly FieldError[]) {
    super('INVALID_SETTINGS', 'invalid', {}, fields);
  }
}

/** Somebody is still needed there: the ticket goes on. */
export class PersonInOpenTicket extends TicketError {
  constructor(number: number) {
    super('PERSON_IN_OPEN_TICKET', 'conflict', { number: String(number) });
  }
}
