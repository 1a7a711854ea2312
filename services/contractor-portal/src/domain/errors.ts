export class LinkUnknown extends Error {
  readonly code = 'LINK_UNKNOWN';
  readonly kind = 'not-found';
}

export class LinkExpired extends Error {
  readonly code = 'LINK_EXPIRED';
  readonly kind = 'not-found';
}

/** A link is for one mission or one correspondent of one ticket of one agency. */
export class HolderRequired extends Error {
  readonly code = 'HOLDER_REQUIRED';
  readonly kind = 'invalid';
}
