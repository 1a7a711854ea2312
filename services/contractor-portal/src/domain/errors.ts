export class LinkUnknown extends Error {
  readonly code = 'LINK_UNKNOWN';
  readonly kind = 'not-found';
}

export class LinkExpired extends Error {
  readonly code = 'LINK_EXPIRED';
  readonly kind = 'not-found';

  /** Of the agency that can send a new one. */
  constructor(readonly agencyId: string) {
    super(`A link of agency ${agencyId} is over`);
  }
}

/** A link is for one mission or one correspondent of one ticket of one agency. */
export class HolderRequired extends Error {
  readonly code = 'HOLDER_REQUIRED';
  readonly kind = 'invalid';
}
