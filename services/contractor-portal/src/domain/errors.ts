export class LinkUnknown extends Error {
  readonly code = 'LINK_UNKNOWN';
  readonly kind = 'not-found';
}

export class LinkExpired extends Error {
  readonly code = 'LINK_EXPIRED';
  readonly kind = 'not-found';
}
