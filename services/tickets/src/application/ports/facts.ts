import type { OutgoingEvent } from '@intervia/messaging';
import type { Tombstone } from '../../domain/opening/deletion.js';
import type { RecordedEvent } from '../../domain/ticket/events.js';
import type { ModuleSettings } from '../../domain/settings/settings.js';
import type { ExistingTicket } from '../../domain/ticket/ticket.js';

export interface FactContext {
  readonly id: string;
  /** The ticket as saved with this fact. */
  readonly ticket: ExistingTicket;
  readonly version: number;
  readonly settings: ModuleSettings;
  /** Which clients it concerns (domain, `concerned-clients.ts`). */
  readonly audience: readonly string[];
}

/** What of an ended ticket is left once somebody was struck out of it. */
export interface ErasedFrom {
  readonly ticketId: string;
  readonly agencyId: string;
  readonly version: number;
  readonly subject: string;
  /** What they had sent and nobody has to keep. */
  readonly documentIds: readonly string[];
  /** Whose contractor they are. */
  readonly missionIds: readonly string[];
}

/** Says what other services are told of a fact; some are nobody's business. */
export abstract class Facts {
  abstract toEvent(event: RecordedEvent, context: FactContext): OutgoingEvent | undefined;

  /** @param ticket as it was; who expects a visit of it is told. */
  abstract deletionEvent(tombstone: Tombstone, ticket: Omit<FactContext, 'audience'>): OutgoingEvent;

  /** A life that was told afterwards, whole: for read models alone. @param lived what would have been told then */
  abstract lifeEvent(
    lived: readonly OutgoingEvent[],
    context: Omit<FactContext, 'audience'>,
    at: Date,
  ): OutgoingEvent;

  /** Somebody was struck out of an ended ticket. */
  abstract erasureEvent(erased: ErasedFrom, at: Date, id: string): OutgoingEvent;
}
