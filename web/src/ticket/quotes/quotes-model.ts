import type { Mission, Ticket, TicketDocument, TicketType } from '../../api/types.js';

const QUOTES: ReadonlySet<TicketType> = new Set(['SINGLE_QUOTE', 'MULTIPLE_QUOTE']);

export function isQuote({ type }: Pick<Ticket, 'type'>): boolean {
  return QUOTES.has(type);
}

export interface QuoteLine {
  mission: Mission;
  /** Undefined while there is none. */
  amountCents: number | undefined;
  documents: TicketDocument[];
  /** The lowest of those that may still be chosen, or were. */
  isBest: boolean;
}

/** Out of the choice: their price is no bargain. */
const OUT: ReadonlySet<string> = new Set([
  'QUOTE_REFUSED',
  'QUOTE_REJECTED',
  'QUOTE_REQUEST_REFUSED',
  'REPLACED',
]);
const NO_QUOTE_YET: ReadonlySet<string> = new Set([
  'QUOTE_REQUESTED',
  'QUOTE_PROMISED',
  'QUOTE_REQUEST_REFUSED',
]);

/** Manual, "faire un « choix » sur les devis reçus": cheapest first, those without a quote last. */
export function quoteLines({ missions, documents }: Ticket): QuoteLine[] {
  const lines = missions.map((mission) => ({
    mission,
    amountCents: hasQuote(mission) ? mission.amountCents : undefined,
    documents: documents.filter(
      ({ kind, missionId }) => missionId === mission.id && (kind === 'QUOTE' || kind === 'SIGNED_QUOTE'),
    ),
  }));
  const inPlay = lines.filter(({ mission }) => !OUT.has(mission.status));
  const amounts = inPlay.flatMap(({ amountCents }) => amountCents ?? []);
  const lowest = amounts.length > 1 ? Math.min(...amounts) : undefined;
  return lines
    .map((line) => ({
      ...line,
      isBest:
        lowest !== undefined &&
        line.amountCents === lowest &&
        inPlay.some(({ mission }) => mission === line.mission),
    }))
    .sort((a, b) => (a.amountCents ?? Infinity) - (b.amountCents ?? Infinity));
}

function hasQuote({ status, amountCents }: Mission): boolean {
  return amountCents > 0 && !NO_QUOTE_YET.has(status);
}
