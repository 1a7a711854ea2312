/** Plain classes: the filter of libs/messaging knows an error by its `code` and `kind`. The message is for logs only. */
export abstract class DirectoryError extends Error {
  constructor(
    readonly code: string,
    readonly kind: 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict',
    readonly params: Readonly<Record<string, string>> = {},
    readonly fields: readonly Fault[] = [],
  ) {
    super([code, ...fields.slice(0, 1).map((fault) => `${fault.field} ${fault.code}`)].join(': '));
    this.name = new.target.name;
  }
}

/** A field of the request and what is wrong with it. */
export interface Fault {
  field: string;
  code: string;
}

export class InvalidPublication extends DirectoryError {
  constructor(fields: readonly Fault[]) {
    super('INVALID_PUBLICATION', 'invalid', {}, fields);
  }
}

export class AgencyNotFound extends DirectoryError {
  constructor() {
    super('AGENCY_NOT_FOUND', 'not-found');
  }
}

/** Also for another agency's place: nobody learns that it exists. */
export class PlaceNotFound extends DirectoryError {
  constructor() {
    super('PLACE_NOT_FOUND', 'not-found');
  }
}

/** The same for an unknown mail and for a wrong password. */
export class InvalidCredentials extends DirectoryError {
  constructor() {
    super('INVALID_CREDENTIALS', 'unauthenticated');
  }
}

export class TooManyAttempts extends DirectoryError {
  constructor(retryAfterSeconds: number) {
    super('TOO_MANY_ATTEMPTS', 'forbidden', { retryAfterSeconds: String(retryAfterSeconds) });
  }
}

export class SessionExpired extends DirectoryError {
  constructor() {
    super('SESSION_EXPIRED', 'unauthenticated');
  }
}
