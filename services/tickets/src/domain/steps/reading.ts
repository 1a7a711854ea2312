import type { Mission } from '../mission/mission.js';
import type { ExistingTicket } from '../ticket/ticket.js';

/** Until it was given (manual, "Recevoir l'accusé de lecture de l'ODS"). */
export function isReadingAsked(mission: Mission, { phase, details }: ExistingTicket): boolean {
  const waiting = mission.status !== 'REPLACED' && mission.status !== 'QUOTE_REFUSED';
  return phase === 'open' && details.options.readReceipt && !mission.readAt && waiting;
}
