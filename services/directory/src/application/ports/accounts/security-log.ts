import type {
  NewSecurityEvent,
  SecurityEvent,
  SecurityEventKind,
} from '../../../domain/accounts/security-event.js';

export interface SecurityFilter {
  kinds: readonly SecurityEventKind[];
  personId: string;
  from?: Date;
  until?: Date;
}

export interface SecurityPage {
  events: SecurityEvent[];
  /** Empty on the last page. */
  nextCursor: string;
}

export abstract class SecurityLog {
  abstract record(event: NewSecurityEvent): Promise<void>;
  /** A client's entries say no more whose they are; the chain goes on. @returns how many */
  abstract strikeOut(agencyId: string, clientId: string): Promise<number>;
  /** Newest first. */
  abstract list(
    agencyId: string,
    filter: SecurityFilter,
    cursor: string,
    limit: number,
  ): Promise<SecurityPage>;
}
