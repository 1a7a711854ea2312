import { hasNothingLeft, quoteOf } from '../mission/mission.js';
import type { Mission, MissionStatus } from '../mission/mission.js';
import type { DocumentKind, Place, TicketDetails, TicketDocument } from '../values/model.js';
import type { ExistingTicket } from '../ticket/ticket.js';

/** The link goes on living after the work; the digicode is shown to whoever still has to get in. */
export function hasToGetIn({ phase }: ExistingTicket, mission: Mission): boolean {
  return phase === 'open' && !hasNothingLeft(mission);
}

/** Manual, "Envoi du propriétaire": the owner's name goes to contractors in gérance only, and when ticked. */
export function placeForContractors({ place, module, options }: TicketDetails): Place {
  return module === 'GERANCE' && options.sendOwner ? place : { ...place, ownerName: '' };
}

/** What the mandate says, and who works on it, is told to nobody outside. */
export function withoutAgencysOwn(place: Place): Place {
  return { ...place, approvalThresholdCents: 0, staffIds: [] };
}

/**
 * What clients and approvers read below the subject: what is written for notified people. What is meant for the
 * contractor is never shown to them; without such words the subject stands alone.
 */
export function descriptionForThirdParties({
  notifiedDescription,
}: Pick<TicketDetails, 'notifiedDescription'>): string {
  return notifiedDescription.trim();
}

/** Who is asked to approve a quote, and what they say, is between them and the agency. */
const SHOWN_AS: Partial<Readonly<Record<MissionStatus, MissionStatus>>> = {
  QUOTE_AWAITING_APPROVAL: 'QUOTE_RECEIVED',
  QUOTE_APPROVED: 'QUOTE_RECEIVED',
  QUOTE_REJECTED: 'QUOTE_RECEIVED',
};

const SENT: readonly DocumentKind[] = ['QUOTE', 'PROOF', 'INVOICE'];

interface SentDocument extends TicketDocument {
  /** A later quote or invoice took its place. */
  readonly superseded: boolean;
}

/** What of a ticket its contractor sees otherwise than the agency does. */
interface ContractorView {
  readonly status: MissionStatus;
  /** With its digicode only for who still has to get in. */
  readonly place: Place;
  /** Its own documents. */
  readonly sent: readonly SentDocument[];
  /** The copy of its quote that came back signed. */
  readonly signed?: TicketDocument;
}

export function contractorView(ticket: ExistingTicket, mission: Mission): ContractorView {
  const { details, documents } = ticket;
  const place = withoutAgencysOwn(placeForContractors(details));
  const own = documents.filter(({ missionId }) => missionId === mission.id);
  return {
    status: SHOWN_AS[mission.status] ?? mission.status,
    place: hasToGetIn(ticket, mission) ? place : { ...place, digicode: '' },
    sent: own
      .filter(({ kind }) => SENT.includes(kind))
      .map((document) => ({ ...document, superseded: isSuperseded(document, own, mission) })),
    signed: own.findLast(({ kind }) => kind === 'SIGNED_QUOTE'),
  };
}

/** Quotes and invoices follow each other; proofs add up. */
function isSuperseded(
  { kind, ref, addedAt }: TicketDocument,
  own: readonly TicketDocument[],
  mission: Mission,
): boolean {
  if (kind === 'QUOTE') return quoteOf(mission)?.documents.every(({ id }) => id !== ref.id) ?? false;
  return kind === 'INVOICE' && own.some((other) => other.kind === kind && other.addedAt > addedAt);
}
