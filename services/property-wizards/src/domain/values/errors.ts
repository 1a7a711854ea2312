type Kind = 'invalid' | 'forbidden' | 'not-found' | 'conflict';

interface FieldFault {
  readonly field: string;
  readonly code: string;
}

/** A refusal with a stable code; the message is for logs only. Codes are told in proto/intervia/property/v1. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    readonly kind: Kind,
    readonly params: Readonly<Record<string, string>> = {},
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(code);
  }
}

/** Also for another agency's draft, so that an id tells nothing. */
export const draftNotFound = (): Refusal => new Refusal('DRAFT_NOT_FOUND', 'not-found');

export const invalidRequest = (fields: readonly FieldFault[]): Refusal =>
  new Refusal('INVALID_REQUEST', 'invalid', {}, fields);
