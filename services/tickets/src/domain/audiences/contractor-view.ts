import { hasNothingLeft } from '../mission/mission.js';
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
 * Manual, "Digicode": shown in the description sent to contractors. The creation form may have put it there already.
 * @param line how people read a digicode
 */
export function descriptionForContractors(
  { description, place }: TicketDetails,
  line: (digicode: string) => string,
): string {
  if (!place.digicode || description.includes(line(place.digicode))) return description;
  return [description, line(place.digicode)].filter(Boolean).join('\n\n');
}

/** The creation form may have put the digicode there. */
export function descriptionWithoutDigicode(
  { description, place }: TicketDetails,
  line: (digicode: string) => string,
): string {
  return place.digicode ? description.replaceAll(line(place.digicode), '').trim() : description;
}

/** What third parties other than contractors read: the text for notified people, else that without the digicode. */
export function descriptionForThirdParties(
  details: TicketDetails,
  line: (digicode: string) => string,
): string {
  return details.notifiedDescription.trim()
    ? details.notifiedDescription
    : descriptionWithoutDigicode(details, line);
}

/** Who is asked to approve a quote, and what they say, is between them and the agency. */
const SHOWN_AS: Partial<Readonly<Record<MissionStatus, MissionStatus>>> = {
  QUOTE_AWAITING_APPROVAL: 'QUOTE_RECEIVED',
  QUOTE_APPROVED: 'QUOTE_RECEIVED',
  QUOTE_REJECTED: 'QUOTE_RECEIVED',
};

const SENT: readonly DocumentKind[] = ['QUOTE', 'PROOF', 'INVOICE'];

/** What of a ticket its contractor sees otherwise than the agency does. */
interface ContractorView {
  readonly status: MissionStatus;
  readonly place: Place;
  readonly description: string;
  /** Its own documents. */
  readonly sent: readonly TicketDocument[];
  /** The copy of its quote that came back signed. */
  readonly signed?: TicketDocument;
}

/** @param line how people read a digicode */
export function contractorView(
  ticket: ExistingTicket,
  mission: Mission,
  line: (digicode: string) => string,
): ContractorView {
  const { details, documents } = ticket;
  const getsIn = hasToGetIn(ticket, mission);
  const place = withoutAgencysOwn(placeForContractors(details));
  const describe = getsIn ? descriptionForContractors : descriptionWithoutDigicode;
  const own = documents.filter(({ missionId }) => missionId === mission.id);
  return {
    status: SHOWN_AS[mission.status] ?? mission.status,
    place: getsIn ? place : { ...place, digicode: '' },
    description: describe(details, line),
    sent: own.filter(({ kind }) => SENT.includes(kind)),
    signed: own.findLast(({ kind }) => kind === 'SIGNED_QUOTE'),
  };
}
