/** Plain classes: the filter of libs/messaging knows an error by its `code` and `kind`. */
abstract class DirectoryError extends Error {
  abstract readonly code: string;
  abstract readonly kind: 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found';
  readonly params: Record<string, string> = {};

  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** A field of the request and what is wrong with it. */
export interface Fault {
  field: string;
  code: string;
}

export class InvalidPublication extends DirectoryError {
  readonly code = 'INVALID_PUBLICATION';
  readonly kind = 'invalid';

  constructor(readonly fields: readonly Fault[]) {
    super(
      `publication refused: ${String(fields.length)} fault(s), first ${fields[0]?.field} ${fields[0]?.code}`,
    );
  }
}

export class AgencyNotFound extends DirectoryError {
  readonly code = 'AGENCY_NOT_FOUND';
  readonly kind = 'not-found';

  constructor() {
    super('no such agency');
  }
}

/** Also for another agency's place: nobody learns that it exists. */
export class PlaceNotFound extends DirectoryError {
  readonly code = 'PLACE_NOT_FOUND';
  readonly kind = 'not-found';

  constructor() {
    super('no such building or unit in this agency');
  }
}

/** The same for an unknown mail and for a wrong password. */
export class InvalidCredentials extends DirectoryError {
  readonly code = 'INVALID_CREDENTIALS';
  readonly kind = 'unauthenticated';

  constructor() {
    super('unknown mail or wrong password');
  }
}

export class TooManyAttempts extends DirectoryError {
  readonly code = 'TOO_MANY_ATTEMPTS';
  readonly kind = 'forbidden';
  override readonly params: Record<string, string>;

  constructor(retryAfterSeconds: number) {
    super('too many failed attempts for this mail');
    this.params = { retryAfterSeconds: String(retryAfterSeconds) };
  }
}

export class SessionExpired extends DirectoryError {
  readonly code = 'SESSION_EXPIRED';
  readonly kind = 'unauthenticated';

  constructor() {
    super('the session is unknown or has expired');
  }
}
