import { AppError } from '@intervia/rules';

export class LinkUnknown extends AppError.of('LINK_UNKNOWN', 'not-found') {}

export class LinkExpired extends AppError {
  /** Of the agency that can send a new one. */
  constructor(
    readonly agencyId: string,
    readonly token: string,
  ) {
    super('LINK_EXPIRED', 'not-found');
  }
}

/** A link is for one mission or one correspondent of one ticket of one agency. */
export class HolderRequired extends AppError.of('HOLDER_REQUIRED', 'invalid') {}
