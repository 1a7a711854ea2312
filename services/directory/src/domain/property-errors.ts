import { AppError } from '@intervia/rules';
import type { FieldError } from '@intervia/rules';

/** Refusals of rental management. Each code has its French sentence in the gateway. */
abstract class Conflict extends AppError {
  constructor(code: string, params?: Readonly<Record<string, string>>) {
    super(code, 'conflict', params);
  }
}

abstract class NotFound extends AppError {
  constructor(code: string) {
    super(code, 'not-found');
  }
}

export class InvalidRequest extends AppError {
  constructor(fields: readonly FieldError[]) {
    super('INVALID_REQUEST', 'invalid', {}, fields);
  }
}

/** A command would make a file larger than a document may be: nothing of it was written. */
export class FileFull extends Conflict {
  constructor() {
    super('FILE_FULL');
  }
}

/** The same command id came with something else. */
export class IdempotencyKeyReused extends Conflict {
  constructor() {
    super('IDEMPOTENCY_KEY_REUSED');
  }
}

export class CommandDiscarded extends Conflict {
  constructor() {
    super('COMMAND_DISCARDED');
  }
}

export class StagingConfirmed extends Conflict {
  constructor() {
    super('STAGING_CONFIRMED');
  }
}

export class StagingNotFound extends NotFound {
  constructor() {
    super('STAGING_NOT_FOUND');
  }
}

export class LeaseNotFound extends NotFound {
  constructor() {
    super('LEASE_NOT_FOUND');
  }
}

export class AccountNotFound extends NotFound {
  constructor() {
    super('ACCOUNT_NOT_FOUND');
  }
}

export class FileNotFound extends NotFound {
  constructor() {
    super('FILE_NOT_FOUND');
  }
}

export class NoticeNotFound extends NotFound {
  constructor() {
    super('NOTICE_NOT_FOUND');
  }
}

export class SharerNotFound extends NotFound {
  constructor() {
    super('SHARER_NOT_FOUND');
  }
}

export class NotAFlatShare extends Conflict {
  constructor() {
    super('NOT_A_FLAT_SHARE');
  }
}

/** Nobody takes the place of one who neither left nor gave notice. */
export class SharerStays extends Conflict {
  constructor() {
    super('SHARER_STAYS');
  }
}

export class SharerReplaced extends Conflict {
  constructor() {
    super('SHARER_REPLACED');
  }
}

export class AlreadyASharer extends Conflict {
  constructor() {
    super('ALREADY_A_SHARER');
  }
}

export class AlarmNotFound extends NotFound {
  constructor() {
    super('ALARM_NOT_FOUND');
  }
}

export class NoticeAlreadyGiven extends Conflict {
  constructor() {
    super('NOTICE_ALREADY_GIVEN');
  }
}

export class TenantLeft extends Conflict {
  constructor() {
    super('TENANT_LEFT');
  }
}

export class RentFrozen extends Conflict {
  constructor() {
    super('RENT_FROZEN');
  }
}

export class RevisionTooEarly extends Conflict {
  constructor(earliestOn: string) {
    super('REVISION_TOO_EARLY', { earliestOn });
  }
}

export class CafNumberAlreadySet extends Conflict {
  constructor() {
    super('CAF_NUMBER_ALREADY_SET');
  }
}

export class UnitLetMeanwhile extends Conflict {
  constructor(params: { leaseId: string; from: string; until: string }) {
    super('UNIT_LET_MEANWHILE', params);
  }
}

export class KeyTaken extends Conflict {
  constructor(params: { value: string; holderId: string }) {
    super('KEY_TAKEN', params);
  }
}

export class FieldLocked extends Conflict {
  constructor(field: string) {
    super('FIELD_LOCKED', { field });
  }
}
