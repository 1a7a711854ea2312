import type { FieldError } from '@intervia/rules';
import { AppError } from '@intervia/rules';

/** This platform does not know where the partner is. */
export class NotConfigured extends AppError.of('JESTIMO_NOT_CONFIGURED', 'conflict') {}

export class AccountMissing extends AppError.of('JESTIMO_ACCOUNT_MISSING', 'conflict') {}

export class SecretsNotConfigured extends AppError.of('SECRETS_NOT_CONFIGURED', 'conflict') {}

export class UnitNotFound extends AppError.of('UNIT_NOT_FOUND', 'not-found') {}

export class EntityNotFound extends AppError.of('JESTIMO_ENTITY_NOT_FOUND', 'not-found') {}

export class FeedOff extends AppError.of('JESTIMO_FEED_OFF', 'conflict') {}

export class InvalidRequest extends AppError {
  constructor(fields: readonly FieldError[]) {
    super('INVALID_REQUEST', 'invalid', {}, fields);
  }
}

/** The unit cannot be estimated as it is. */
export class NotEstimable extends AppError {
  constructor(code: 'JESTIMO_NO_DWELLING' | 'JESTIMO_OUT_OF_FRANCE') {
    super(code, 'conflict');
  }
}

/** What the unit's file, or its building's, lacks for an estimate. */
export class UnitIncomplete extends AppError {
  constructor(code: 'JESTIMO_SURFACE_MISSING' | 'JESTIMO_ADDRESS_MISSING') {
    super(code, 'conflict');
  }
}

export const PARTNER_FAILURES = {
  /** Login or password refused. */
  JESTIMO_ACCOUNT_REFUSED: 'conflict',
  /** Refused as it was asked; the same again will be refused again. */
  JESTIMO_REFUSED: 'conflict',
  /** Not reached, too slow, out of order, or asked to come back later. */
  JESTIMO_UNAVAILABLE: 'unavailable',
  /** Answered something that is no answer. */
  JESTIMO_UNREADABLE: 'unavailable',
} as const;
export type PartnerFailureCode = keyof typeof PARTNER_FAILURES;

/** `uncertain`: the partner may have taken what was sent; it is asked before the same goes again. */
export class PartnerFailure extends AppError {
  constructor(
    override readonly code: PartnerFailureCode,
    readonly uncertain: boolean,
    options?: ErrorOptions & { retryAfterSeconds?: number },
  ) {
    super(code, PARTNER_FAILURES[code], {}, [], options);
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }

  readonly retryAfterSeconds: number | undefined;
}
