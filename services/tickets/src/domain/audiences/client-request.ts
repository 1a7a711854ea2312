import type { CourseRecord } from '../history/record.js';
import type { ExistingTicket } from '../ticket/ticket.js';

export type RequestState = 'PENDING' | 'VALIDATED' | 'CANCELLED';

/** What became of what a client asked for; of a validated one, the follow-up tells the rest. */
export interface ClientRequest {
  readonly state: RequestState;
  readonly decidedAt?: Date;
  /** Of a cancellation: of other decisions the text is internal. */
  readonly reason: string;
}

export function clientRequestOf({ phase }: ExistingTicket, history: readonly CourseRecord[]): ClientRequest {
  if (phase === 'pending') return { state: 'PENDING', reason: '' };
  if (phase === 'cancelled') {
    const cancelled = history.find(({ fact }) => fact === 'PreTicketCancelled');
    return { state: 'CANCELLED', decidedAt: cancelled?.at, reason: cancelled?.text ?? '' };
  }
  const validated = history.find(({ fact }) => fact === 'PreTicketValidated');
  return { state: 'VALIDATED', decidedAt: validated?.at, reason: '' };
}
