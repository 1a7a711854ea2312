export const ERROR_KINDS = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'unavailable',
  'internal',
] as const;

export type ErrorKind = (typeof ERROR_KINDS)[number];

/** A field of the request and what is wrong with it. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
}

/**
 * An error with a stable code, from a domain to the page: over the bus it comes out as an `AppError` again, and the gateway
 * says it in French. The message is for logs only.
 */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    readonly params: Readonly<Record<string, string>> = {},
    readonly fields: readonly FieldError[] = [],
    options?: ErrorOptions,
  ) {
    super(
      [code, ...fields.slice(0, 3).map(({ field, code: fault }) => `${field} ${fault}`)].join(': '),
      options,
    );
    this.name = new.target.name;
  }

  /**
   * What an error extends that says one thing, and always the same.
   * @example class LinkUnknown extends AppError.of('LINK_UNKNOWN', 'not-found') {}
   */
  static of(this: typeof AppError, code: string, kind: ErrorKind): new () => AppError {
    return class extends this {
      constructor() {
        super(code, kind);
      }
    };
  }
}
