import type {
  Appointment,
  Document,
  FactKind,
  Manager,
  MissionFacts,
  Module,
  Person,
  TicketFact,
  TicketFacts,
  TicketOptions,
  TicketType,
} from './facts.js';
import { NO_OPTIONS } from './facts.js';
import type { Specifics } from './specifics.js';
import { specificsOf } from './specifics.js';
import type { Step } from './steps.js';
import type { Audience } from '../template-codes.js';
import { endsTicket, visitsAhead } from '../planning/visits.js';
import type { Visit } from '../planning/visits.js';

/** What a message is written from, kept with it: a later change of the ticket does not change a message on its way. */
export interface MessageFacts extends Specifics {
  readonly fact: FactKind;
  readonly ticket: {
    readonly id: string;
    readonly number: number;
    readonly type: TicketType;
    readonly module: Module;
    readonly subject: string;
    readonly description: string;
    readonly place: { readonly label: string; readonly address: string };
    /** Of a message that was written before it stood apart, in the description. */
    readonly digicode?: string;
    readonly options?: TicketOptions;
    /** Of a message that was written before it had `options`. */
    readonly urgent?: boolean;
    /** Empty for all but the contractor who may know it. */
    readonly ownerName: string;
  };
  readonly manager: Manager;
  /** Manual, "Masquer le mail de l'agence pour l'intervenant". */
  readonly hidesAgencyMail: boolean;
  readonly recipientName: string;
  readonly requesterName: string;
  /** Only for whoever asked. */
  readonly emergencyNumbers?: string;
  /** Who did it. */
  readonly actorName: string;
  /** Where the mission stands, or the ticket when none is spoken of. */
  readonly step: Step;
  readonly contractor?: { readonly name: string; readonly phone: string };
  readonly contacts?: readonly { readonly name: string; readonly phone: string; readonly comment: string }[];
  /** For this contractor alone (manual, "personnaliser les instructions de l'intervention"). */
  readonly instructions?: string;
  readonly appointment?: Appointment;
  /** That the closing of the ticket drops. */
  readonly visits?: readonly Visit[];
  /** To be sent along with a mail. */
  readonly documents?: readonly Document[];
}

export function optionsOf({ ticket }: MessageFacts): TicketOptions {
  return ticket.options ?? { ...NO_OPTIONS, urgent: ticket.urgent ?? false };
}

/** Who reads how to get in, and what the agency wrote for contractors. */
const GET_IN: ReadonlySet<Audience> = new Set<Audience>(['contractor', 'manager']);

/** Each audience reads its own description. */
function descriptionFor(audience: Audience, ticket: TicketFacts): string {
  const shown: Record<Audience, string> = {
    contractor: ticket.description,
    manager: ticket.description,
    contact: '',
    notified: ticket.notifiedDescription,
    correspondent: ticket.notifiedDescription,
    requester: ticket.notifiedDescription,
  };
  return shown[audience];
}

const reach = (person: Person) => person.mobiles[0] ?? person.phone;

/** Documents are for whom they were handed over to: the first requests' and the signed copy for the contractor, a quote for its approver. */
function documentsFor(audience: Audience, fact: TicketFact): readonly Document[] {
  if (audience === 'notified' || audience === 'contact') return [];
  if (fact.kind === 'QuoteAccepted') {
    return audience === 'contractor' && fact.signedCopy ? [fact.signedCopy] : [];
  }
  return 'documents' in fact ? fact.documents : [];
}

/** For those who were invited to them; a contractor has its own appointment, and does not hear of others'. */
function visitsFor(audience: Audience, fact: TicketFact): readonly Visit[] | undefined {
  if (audience !== 'contact' && audience !== 'notified') return undefined;
  return endsTicket(fact) || fact.kind === 'TicketReopened' ? visitsAhead(fact) : undefined;
}

/** Only what this audience may read goes into the message, so no template can give away more. */
export function messageFacts(
  fact: TicketFact,
  to: { audience: Audience; recipientName: string; mission?: MissionFacts },
): MessageFacts {
  const { ticket } = fact;
  const { mission } = to;
  const toContractor = to.audience === 'contractor';
  const contacts = ticket.contacts.map((person) => ({
    name: person.name,
    phone: reach(person),
    comment: person.comment,
  }));
  return {
    fact: fact.kind,
    ticket: {
      id: ticket.id,
      number: ticket.number,
      type: ticket.type,
      module: ticket.module,
      subject: ticket.subject,
      description: descriptionFor(to.audience, ticket),
      place: { label: ticket.place.label, address: ticket.place.address },
      digicode: GET_IN.has(to.audience) ? ticket.digicode : '',
      options: ticket.options,
      ownerName: toContractor ? ticket.ownerName : '',
    },
    manager: ticket.manager,
    hidesAgencyMail: ticket.hidesAgencyMail,
    recipientName: to.recipientName,
    requesterName: ticket.requester?.name ?? '',
    emergencyNumbers: to.audience === 'requester' ? (ticket.emergencyNumbers ?? '') : '',
    actorName: ticket.actor.name,
    step: mission?.step ?? ticket.step,
    contractor: mission && { name: mission.contractor.name, phone: reach(mission.contractor) },
    contacts: toContractor ? contacts : undefined,
    instructions: toContractor ? mission?.contractor.comment : undefined,
    appointment: mission?.appointment,
    visits: visitsFor(to.audience, fact),
    documents: documentsFor(to.audience, fact),
    ...specificsOf(fact),
  };
}
