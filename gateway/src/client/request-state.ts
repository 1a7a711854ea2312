import type { DocumentRef, HistoryEntry, Ticket } from '@intervia/contracts';
import {
  PreTicketCancelledSchema,
  PreTicketReceivedSchema,
  PreTicketValidatedSchema,
} from '@intervia/contracts';

/** What became of a request; history tells, since a validated one is a ticket like any other. */
export type RequestState = 'PENDING' | 'VALIDATED' | 'CANCELLED';

export interface Decision {
  readonly state: RequestState;
  readonly entry?: HistoryEntry;
}

/** @returns undefined for a ticket that never was a request. */
export function decisionOf({ history }: Ticket): Decision | undefined {
  if (!received(history)) return undefined;
  const cancelled = history.find(({ fact }) => fact === PreTicketCancelledSchema.name);
  if (cancelled) return { state: 'CANCELLED', entry: cancelled };
  const validated = history.find(({ fact }) => fact === PreTicketValidatedSchema.name);
  return validated ? { state: 'VALIDATED', entry: validated } : { state: 'PENDING' };
}

/** What the client itself sent, not what the agency or others added. */
export function sentDocuments({ history }: Ticket): DocumentRef[] {
  return received(history)?.documents ?? [];
}

function received(history: readonly HistoryEntry[]): HistoryEntry | undefined {
  return history.find(({ fact }) => fact === PreTicketReceivedSchema.name);
}
