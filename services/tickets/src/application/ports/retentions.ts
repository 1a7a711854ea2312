import type { Retention } from '../../domain/settings/retention.js';
import type { FoundTicket } from './person-tickets.js';

export interface RetentionRecord extends Retention {
  readonly agencyId: string;
  /** Of the last look that deleted or found nothing; absent before the first. */
  readonly lastRunAt?: Date;
  readonly lastDeleted: number;
}

export interface Expired extends FoundTicket {
  readonly documents: number;
}

/** How long agencies keep tickets, and which have been kept that long. */
export abstract class Retentions {
  abstract find(agencyId: string): Promise<RetentionRecord | undefined>;
  abstract save(agencyId: string, retention: Retention): Promise<void>;
  /** One whose turn it is, taken so that no other replica takes it; undefined when all were looked at since. */
  abstract claim(now: Date, notSince: Date): Promise<RetentionRecord | undefined>;
  abstract ran(agencyId: string, at: Date, deleted: number): Promise<void>;
  /** Ended, and not changed since; oldest first. */
  abstract expired(
    agencyId: string,
    phase: 'closed' | 'cancelled',
    notSince: Date,
    limit: number,
  ): Promise<Expired[]>;
}
