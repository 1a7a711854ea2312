import type { FieldError } from '@intervia/rules';
import { AppError } from '@intervia/rules';

export class InvalidPublication extends AppError {
  constructor(fields: readonly FieldError[]) {
    super('INVALID_PUBLICATION', 'invalid', {}, fields);
  }
}

export class AgencyNotFound extends AppError.of('AGENCY_NOT_FOUND', 'not-found') {}

/** They sign in, or places name them: their account is needed. */
export class PersonInService extends AppError {
  constructor(name: string) {
    super('PERSON_IN_SERVICE', 'conflict', { name });
  }
}

/** Also for another agency's place: nobody learns that it exists. */
export class PlaceNotFound extends AppError.of('PLACE_NOT_FOUND', 'not-found') {}

/** The same for an unknown mail and for a wrong password. */
export class InvalidCredentials extends AppError.of('INVALID_CREDENTIALS', 'unauthenticated') {}

export class TooManyAttempts extends AppError {
  constructor(retryAfterSeconds: number) {
    super('TOO_MANY_ATTEMPTS', 'forbidden', { retryAfterSeconds: String(retryAfterSeconds) });
  }
}

export class SessionExpired extends AppError.of('SESSION_EXPIRED', 'unauthenticated') {}
