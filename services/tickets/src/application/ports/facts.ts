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

/** Says what other services are told of a fact; some are nobody's business. */
export abstract class Facts {
  abstract toEvent(event: RecordedEvent, context: FactContext): OutgoingEvent | undefined;

  /** @param ticket as it was; who expects a visit of it is told. */
  abstract deletionEvent(tombstone: Tombstone, ticket: Omit<FactContext, 'audience'>): OutgoingEvent;

  /** Somebody was struck out of an ended ticket, and these documents of theirs with it. */
  abstract erasureEvent(
    ticket: { readonly id: string; readonly agencyId: string },
    documentIds: readonly string[],
    at: Date,
    id: string,
  ): OutgoingEvent;
}
