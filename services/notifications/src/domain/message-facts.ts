import type {
  Appointment,
  Manager,
  MissionFacts,
  Module,
  Person,
  PresenceAnswer,
  ReminderKind,
  TicketFact,
  TicketFacts,
  TicketType,
} from './facts.js';
import type { Audience } from './template-codes.js';

/** What a message is written from, kept with it: a later change of the ticket does not change a message on its way. */
export interface MessageFacts {
  readonly ticket: {
    readonly id: string;
    readonly number: number;
    readonly type: TicketType;
    readonly module: Module;
    readonly subject: string;
    readonly description: string;
    readonly place: { readonly label: string; readonly address: string };
    readonly urgent: boolean;
  };
  readonly manager: Manager;
  readonly recipientName: string;
  readonly contractor?: { readonly name: string; readonly phone: string };
  readonly contacts?: readonly { readonly name: string; readonly phone: string; readonly comment: string }[];
  readonly appointment?: Appointment;
  readonly comment?: string;
  readonly attachments?: number;
  readonly reminder?: { readonly kind: ReminderKind; readonly count?: number; readonly maximum?: number };
  readonly presence?: { readonly answer: PresenceAnswer; readonly lateMinutes: number };
  readonly completion?: { readonly proofs: number; readonly withInvoice: boolean };
  readonly invoice?: { readonly amountCents: number };
}

/** Each audience reads its own description; only contractors read the one that holds the digicode. */
function descriptionFor(audience: Audience, ticket: TicketFacts): string {
  const shown: Record<Audience, string> = {
    contractor: ticket.description,
    manager: ticket.description,
    contact: '',
    notified: ticket.notifiedDescription,
  };
  return shown[audience];
}

const reach = (person: Person) => person.mobiles[0] ?? person.phone;

type Specifics = Omit<
  MessageFacts,
  'ticket' | 'manager' | 'recipientName' | 'contractor' | 'contacts' | 'appointment'
>;

function specificsOf(fact: TicketFact): Specifics {
  switch (fact.kind) {
    case 'work-order-requested':
      return { attachments: fact.attachments };
    case 'work-order-accepted':
    case 'work-order-refused':
    case 'new-invoice-requested':
    case 'ticket-closed':
      return { comment: fact.comment };
    case 'reminder-sent':
      return { reminder: { kind: fact.reminder, count: fact.count, maximum: fact.maximum } };
    case 'reminders-exhausted':
      return { reminder: { kind: fact.reminder } };
    case 'presence-answered':
      return { comment: fact.comment, presence: { answer: fact.answer, lateMinutes: fact.lateMinutes } };
    case 'completion-reported':
      return { comment: fact.comment, completion: { proofs: fact.proofs, withInvoice: fact.withInvoice } };
    case 'invoice-received':
      return { invoice: { amountCents: fact.amountCents } };
    case 'ticket-opened':
    case 'presence-asked':
    case 'completion-asked':
    case 'invoice-requested':
      return {};
    default:
      return fact satisfies never;
  }
}

/** Only what this audience may read goes into the message, so no template can give away more. */
export function messageFacts(
  fact: TicketFact,
  to: { audience: Audience; recipientName: string; mission?: MissionFacts },
): MessageFacts {
  const { ticket } = fact;
  const contacts = ticket.contacts.map((person) => ({
    name: person.name,
    phone: reach(person),
    comment: person.comment,
  }));
  return {
    ticket: {
      id: ticket.id,
      number: ticket.number,
      type: ticket.type,
      module: ticket.module,
      subject: ticket.subject,
      description: descriptionFor(to.audience, ticket),
      place: { label: ticket.place.label, address: ticket.place.address },
      urgent: ticket.urgent,
    },
    manager: ticket.manager,
    recipientName: to.recipientName,
    contractor: to.mission && { name: to.mission.contractor.name, phone: reach(to.mission.contractor) },
    contacts: to.audience === 'contractor' ? contacts : undefined,
    appointment: to.mission?.appointment,
    ...specificsOf(fact),
  };
}
