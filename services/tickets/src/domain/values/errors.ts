export interface FieldProblem {
  readonly field: string;
  readonly code: string;
}

type Kind = 'invalid' | 'forbidden' | 'not-found' | 'conflict';

/** A refusal of the domain. The code is stable; the message is for logs only. */
export abstract class TicketError extends Error {
  abstract readonly code: string;
  abstract readonly kind: Kind;
  readonly params: Record<string, string> = {};
  readonly fields: FieldProblem[] = [];
}

export class InvalidTicket extends TicketError {
  override readonly name = 'InvalidTicket';
  readonly code = 'INVALID_TICKET';
  readonly kind = 'invalid';

  constructor(override readonly fields: FieldProblem[]) {
    super(`invalid ticket: ${fields.map(({ field, code }) => `${field} ${code}`).join(', ')}`);
  }
}

export class InvalidCommand extends TicketError {
  override readonly name = 'InvalidCommand';
  readonly code = 'INVALID_COMMAND';
  readonly kind = 'invalid';

  constructor(override readonly fields: FieldProblem[]) {
    super(`invalid command: ${fields.map(({ field, code }) => `${field} ${code}`).join(', ')}`);
  }
}

export function assertNone(problems: FieldProblem[]): void {
  if (problems.length > 0) throw new InvalidCommand(problems);
}

/** Also for another agency's ticket, so that an id tells nothing. */
export class TicketNotFound extends TicketError {
  override readonly name = 'TicketNotFound';
  readonly code = 'TICKET_NOT_FOUND';
  readonly kind = 'not-found';

  constructor() {
    super('no such ticket');
  }
}

/** Also for another contractor's mission. */
export class MissionNotFound extends TicketError {
  override readonly name = 'MissionNotFound';
  readonly code = 'MISSION_NOT_FOUND';
  readonly kind = 'not-found';

  constructor() {
    super('no such mission');
  }
}

export class TicketAlreadyClosed extends TicketError {
  override readonly name = 'TicketAlreadyClosed';
  readonly code = 'TICKET_ALREADY_CLOSED';
  readonly kind = 'conflict';

  constructor(number: number) {
    super(`ticket ${number} is closed`);
    this.params.number = String(number);
  }
}

/** The mission's status does not allow it. */
export class ActionNotAllowed extends TicketError {
  override readonly name = 'ActionNotAllowed';
  readonly code = 'ACTION_NOT_ALLOWED';
  readonly kind = 'conflict';

  constructor(action: string, status: string) {
    super(`${action} is not allowed in ${status}`);
    this.params.action = action;
    this.params.status = status;
  }
}

/** Never allowed to this kind of actor, whatever the status. */
export class ActorNotAllowed extends TicketError {
  override readonly name = 'ActorNotAllowed';
  readonly code = 'ACTOR_NOT_ALLOWED';
  readonly kind = 'forbidden';

  constructor(action: string, actorKind: string) {
    super(`${action} is not open to ${actorKind}`);
    this.params.action = action;
  }
}

/** One key was given to two different commands: the second is not silently taken for the first. */
export class IdempotencyKeyReused extends TicketError {
  override readonly name = 'IdempotencyKeyReused';
  readonly code = 'IDEMPOTENCY_KEY_REUSED';
  readonly kind = 'conflict';

  constructor() {
    super('the command id was used for another command');
  }
}

/** Specification, "Who sees what": an assistant or accountant opens tickets where it will see them. */
export class PlaceNotAttached extends TicketError {
  override readonly name = 'PlaceNotAttached';
  readonly code = 'PLACE_NOT_ATTACHED';
  readonly kind = 'forbidden';

  constructor(label: string) {
    super('the caller is not attached to this place');
    this.params.place = label;
  }
}

/** A mandate may keep dearer works for the owner to decide (manual, "Module Gérance"). */
export class OwnerApprovalRequired extends TicketError {
  override readonly name = 'OwnerApprovalRequired';
  readonly code = 'OWNER_APPROVAL_REQUIRED';
  readonly kind = 'conflict';

  constructor(thresholdCents: number) {
    super('the owner must approve this quote first');
    this.params.thresholdCents = String(thresholdCents);
  }
}

export class QuoteAlreadyAccepted extends TicketError {
  override readonly name = 'QuoteAlreadyAccepted';
  readonly code = 'QUOTE_ALREADY_ACCEPTED';
  readonly kind = 'conflict';

  constructor() {
    super('another quote of this ticket was accepted');
  }
}

/** The mission is at its first step. */
export class NothingToStepBack extends TicketError {
  override readonly name = 'NothingToStepBack';
  readonly code = 'NOTHING_TO_STEP_BACK';
  readonly kind = 'conflict';

  constructor() {
    super('no step to go back from');
  }
}

/** Also for another correspondent's. */
export class CorrespondentNotFound extends TicketError {
  override readonly name = 'CorrespondentNotFound';
  readonly code = 'CORRESPONDENT_NOT_FOUND';
  readonly kind = 'not-found';

  constructor() {
    super('no such correspondent');
  }
}

/** Also for a thread with somebody else. */
export class ThreadNotFound extends TicketError {
  override readonly name = 'ThreadNotFound';
  readonly code = 'THREAD_NOT_FOUND';
  readonly kind = 'not-found';

  constructor() {
    super('no such thread');
  }
}

/** Manual: several contractors are at several steps. */
export class NotOnMultiWorkOrder extends TicketError {
  override readonly name = 'NotOnMultiWorkOrder';
  readonly code = 'NOT_ON_MULTI_WORK_ORDER';
  readonly kind = 'conflict';

  constructor(action: string) {
    super(`${action} does not exist on a work order with several contractors`);
    this.params.action = action;
  }
}

export class InvalidSettings extends TicketError {
  override readonly name = 'InvalidSettings';
  readonly code = 'INVALID_SETTINGS';
  readonly kind = 'invalid';

  constructor(override readonly fields: FieldProblem[]) {
    super(`invalid settings: ${fields.map(({ field, code }) => `${field} ${code}`).join(', ')}`);
  }
}
