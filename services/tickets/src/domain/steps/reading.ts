import type { Mission, MissionStatus } from '../mission/mission.js';
import type { ExistingTicket } from '../ticket/ticket.js';

/** Whoever answered has read. */
const UNANSWERED: readonly MissionStatus[] = ['WORK_ORDER_SENT', 'QUOTE_REQUESTED'];

/** Until it was given, or the request was answered (manual, "Recevoir l'accusé de lecture de l'ODS"). */
export function isReadingAsked({ status, readAt }: Mission, { phase, details }: ExistingTicket): boolean {
  return phase === 'open' && details.options.readReceipt && !readAt && UNANSWERED.includes(status);
}
