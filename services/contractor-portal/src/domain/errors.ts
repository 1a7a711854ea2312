/** The filter of libs/messaging knows an error by its `code` and `kind`. The message is for logs only. */
abstract class PortalError extends Error {
  constructor(
    readonly code: string,
    readonly kind: 'invalid' | 'not-found',
  ) {
    super(code);
    this.name = new.target.name;
  }
}

export class LinkUnknown extends PortalError {
  constructor() {
    super('LINK_UNKNOWN', 'not-found');
  }
}

export class LinkExpired extends PortalError {
  /** Of the agency that can send a new one. */
  constructor(readonly agencyId: string) {
    super('LINK_EXPIRED', 'not-found');
  }
}

/** A link is for one mission or one correspondent of one ticket of one agency. */
export class HolderRequired extends PortalError {
  constructor() {
    super('HOLDER_REQUIRED', 'invalid');
  }
}
