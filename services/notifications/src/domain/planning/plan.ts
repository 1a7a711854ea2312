import type {
  Appointment,
  FactKind,
  FactOf,
  QuoteRefusal,
  ReminderKind,
  TicketFact,
} from '../facts/facts.js';
import { sharesAddress } from '../reach.js';
import { isDeclined } from '../facts/steps.js';
import type { TemplateCode } from '../template-codes.js';
import { visitsAhead } from './visits.js';

/** One row: who is told of a fact, with which template. */
export interface Row<K extends FactKind> {
  readonly template: TemplateCode | ((fact: FactOf<K>) => TemplateCode);
  readonly when?: (fact: FactOf<K>) => boolean;
  /**
   * ticked: the channels ticked, the default. mail-always: by mail too whatever is ticked (tickets.md, settled
   * contradiction 7). somehow: who was named to be written to is, though nobody ticked a channel.
   */
  readonly reach?: 'mail-always' | 'somehow';
  /** A user's click on exactly this sending ("SILENT MODE" below). */
  readonly requested?: (fact: FactOf<K>) => boolean;
}

export type Role =
  | 'contractor'
  | 'contacts'
  | 'notified'
  | 'correspondent'
  | 'informed'
  | 'persons'
  | 'requester'
  /** The users whom the module's settings tell. */
  | 'staff'
  | 'manager';

export type Plan<K extends FactKind> = { readonly [R in Role]?: Row<K> };

const always = () => true;

/** Not the opening's: "Demander le devis" of a work order, "Contacter un autre intervenant". */
const askedOnItsOwn = (fact: FactOf<'QuoteRequested'>) => fact.fromWorkOrder || fact.anotherContractor;

const REMINDERS: Readonly<Record<ReminderKind, TemplateCode>> = {
  'work-order': 'work-order-reminder.contractor',
  quote: 'quote-reminder.contractor',
  invoice: 'invoice-reminder.contractor',
  approval: 'approval-reminder.correspondent',
  appointment: 'appointment-reminder.contractor',
  end: 'completion-reminder.contractor',
};

const REFUSALS: Readonly<Record<QuoteRefusal, TemplateCode>> = {
  'by-manager': 'quote-refused.contractor',
  'other-chosen': 'quote-not-chosen.contractor',
  replaced: 'replaced.contractor',
};

/** A step that somebody of the agency took: the others whom the settings tell learn of it. */
const MOVED = { template: 'moved.manager' } as const;

const hasAppointment = ({ mission }: FactOf<'MissionReplaced'>) => mission.appointment !== undefined;

/** A visit that was told does not take place as it was told. */
const dropsVisit = ({ dropped }: { readonly dropped?: Appointment }) => dropped !== undefined;

const upsetsVisit = ({ answer }: FactOf<'PresenceAnswered'>) => answer !== 'confirmed';

/** Told of each move already: asking whether it is repaired writes to nobody who was not to be written to. */
const isRequesterNotified = ({ ticket: { requester, notified } }: TicketFact) =>
  requester !== undefined && notified.some((person) => sharesAddress(person, requester));

/** By whoever asked, through its own link. */
const isWithdrawn = ({ ticket: { actor, requesterId } }: FactOf<'PreTicketCancelled'>) =>
  actor.kind === 'outsider' && requesterId !== undefined && actor.id === requesterId;

const toContractor = ({ reminder }: FactOf<'ReminderSent'>) => reminder !== 'approval';

/**
 * The manual, "Toutes les étapes d'un ticket", step by step. Where nothing stands, nobody is told.
 * - The appointment given to the notified at the acceptance no longer holds when the contractor is late, absent or
 *   asks for another day: they are told then, and not when the contractor only confirms. So are the contact persons of a
 *   quote, who were given it when it was validated and wait at the door.
 * - The contact persons of a quote are told who will call once it is accepted ("Personne à contacter").
 * - Who was given an appointment is told when its contractor is replaced, and when a ticket is closed before it.
 * - A contractor who had refused, or was refused, expects nothing any more and holds no order to be taken back: "demande
 *   annulée, merci de ne pas intervenir" would read as the answer to something never promised. It is not told that somebody
 *   else is asked instead. All others are, also who only promised a quote: it may be at work on it.
 * - What is stepped back is never unsent, and nobody outside is told of it.
 * - Colleagues get one mail for one click: what goes along with it (the other quotes that are refused, the first
 *   contractor who is replaced, the invoice within the completion) adds none.
 *
 * SILENT MODE (tickets.md, "Timers"): a sending that a user clicked on as such goes on: a request, a message, a third
 * party informed, a signed copy handed over, "Contacter un autre intervenant" with its word to the first one. What follows
 * by itself is kept back: the sends of the opening, of timers and settings, the consequences of a decision (quote accepted
 * or refused, appointment validated, postponed or cancelled, ticket closed or reopened, "?" validated or cancelled), the
 * consequences of what is entered in a third party's place, and what contacts and notified people learn of a sending to
 * somebody else. Who decides in silent mode and wants it told has "Envoyer un message" and "Informer un tiers".
 */
export const PLANS: { readonly [K in FactKind]: Plan<K> } = {
  // In the same minute: of the notified, the requester is told that it is accepted instead.
  TicketOpened: {
    requester: {
      template: 'pre-ticket-validated.requester',
      when: (fact) => (fact.ofRequest ?? false) && isRequesterNotified(fact),
      reach: 'somehow',
    },
    notified: { template: 'ticket-opened.notified' },
    staff: MOVED,
  },
  WorkOrderRequested: {
    contractor: {
      template: 'work-order.contractor',
      requested: ({ anotherContractor }) => anotherContractor,
    },
    contacts: { template: 'work-order.contact' },
    staff: { ...MOVED, when: ({ anotherContractor }) => anotherContractor },
  },
  // Moved by the contractor, too: each wording says so.
  WorkOrderAccepted: {
    contractor: { template: 'work-order-accepted.contractor' },
    contacts: { template: 'work-order-accepted.contact' },
    notified: { template: 'work-order-accepted.notified' },
    staff: { template: 'work-order-accepted.manager' },
  },
  WorkOrderRefused: {
    contacts: { template: 'visit-dropped.contact', when: dropsVisit },
    notified: { template: 'visit-dropped.notified', when: dropsVisit },
    staff: { template: 'work-order-refused.manager' },
  },
  ReminderSent: {
    contractor: { template: ({ reminder }) => REMINDERS[reminder], when: toContractor },
    correspondent: {
      template: ({ reminder }) => REMINDERS[reminder],
      when: (fact) => !toContractor(fact),
      reach: 'somehow',
    },
    notified: {
      template: 'reminder.notified',
      when: (fact) => fact.ticket.options.notifyReminders && toContractor(fact),
    },
  },
  RemindersExhausted: { staff: { template: 'reminders-exhausted.manager' } },
  // Its manager whatever the settings say: nothing more comes unless somebody acts.
  AddressRefused: {
    manager: { template: 'address-refused.manager' },
    staff: { template: 'address-refused.manager' },
  },
  PresenceAsked: { contractor: { template: 'presence.contractor', requested: always } },
  PresenceAnswered: {
    contacts: {
      template: 'presence-answered.contact',
      when: upsetsVisit,
    },
    notified: { template: 'presence-answered.notified', when: upsetsVisit },
    staff: { template: 'presence-answered.manager' },
  },
  CompletionAsked: { contractor: { template: 'completion.contractor', requested: always } },
  CompletionReported: {
    contacts: { template: 'visit-dropped.contact', when: dropsVisit },
    requester: { template: 'completion.requester', when: isRequesterNotified, reach: 'somehow' },
    notified: { template: 'completion.notified' },
    staff: { template: 'completion.manager' },
  },
  InvoiceRequested: {
    contractor: {
      template: 'invoice.contractor',
      reach: 'mail-always',
      requested: ({ automatic }) => !automatic,
    },
    staff: { ...MOVED, when: ({ automatic }) => !automatic },
  },
  InvoiceReceived: {
    staff: { template: 'invoice.manager', when: ({ withCompletion }) => !withCompletion },
  },
  NewInvoiceRequested: {
    contractor: { template: 'new-invoice.contractor', reach: 'mail-always', requested: always },
    staff: MOVED,
  },
  TicketClosed: {
    contractor: { template: 'ticket-closed.contractor' },
    contacts: {
      template: 'ticket-closed.contact',
      when: (fact) => visitsAhead(fact).length > 0,
    },
    notified: { template: 'ticket-closed.notified' },
    staff: MOVED,
  },
  // Those who were told that it was closed.
  TicketReopened: {
    contractor: { template: 'ticket-reopened.contractor' },
    contacts: {
      template: 'ticket-reopened.contact',
      when: (fact) => visitsAhead({ ...fact, at: fact.closedAt ?? fact.at }).length > 0,
    },
    notified: { template: 'ticket-reopened.notified' },
    staff: MOVED,
  },
  TicketDeleted: {
    contractor: { template: 'ticket-closed.contractor' },
    contacts: { template: 'ticket-closed.contact' },
  },
  TicketUpdated: {},
  ManagerChanged: { manager: { template: 'manager-changed.manager' } },
  NoteAdded: {},
  ReachChanged: {},
  // Its manager whatever the settings say: "vous recevez, en tant que destinataire de celle-ci, un email".
  // An acknowledgement: what was asked, when, and whom to call in an emergency.
  PreTicketReceived: {
    requester: { template: 'pre-ticket-received.requester', reach: 'somehow' },
    manager: { template: 'pre-ticket-received.manager' },
    staff: { template: 'pre-ticket-received.manager' },
  },
  // A requester among the notified gets the creation's message, in the same minute.
  PreTicketValidated: {
    requester: {
      template: 'pre-ticket-validated.requester',
      when: (fact) => !isRequesterNotified(fact),
      reach: 'somehow',
    },
  },
  PreTicketCancelled: {
    requester: {
      template: 'pre-ticket-cancelled.requester',
      when: (fact) => !isWithdrawn(fact),
      reach: 'somehow',
    },
    manager: { template: 'pre-ticket-withdrawn.manager', when: isWithdrawn },
    staff: { template: 'pre-ticket-withdrawn.manager', when: isWithdrawn },
  },
  QuoteRequested: {
    contractor: {
      template: 'quote-request.contractor',
      reach: 'mail-always',
      requested: askedOnItsOwn,
    },
    // At the opening they are told of the ticket itself.
    notified: { template: 'quote-requested.notified', when: ({ fromWorkOrder }) => fromWorkOrder },
    staff: { ...MOVED, when: askedOnItsOwn },
  },
  QuotePromised: { staff: { template: 'quote-promised.manager' } },
  QuoteRequestRefused: { staff: { template: 'quote-request-refused.manager' } },
  QuoteReceived: {
    notified: { template: 'quote-received.notified' },
    staff: { template: 'quote-received.manager' },
  },
  ApprovalRequested: {
    correspondent: { template: 'approval.correspondent', reach: 'somehow', requested: always },
    informed: { template: 'approval-informed.notified', reach: 'somehow', requested: always },
    staff: MOVED,
  },
  // Who decided keeps a receipt of it.
  ApprovalAnswered: {
    correspondent: { template: 'approval-answered.correspondent', reach: 'somehow' },
    staff: { template: 'approval-answered.manager' },
  },
  QuoteAccepted: {
    // A signed copy is put there to be sent (manual, "transmission du devis accepté à votre intervenant").
    contractor: {
      template: 'quote-accepted.contractor',
      requested: ({ signedCopy }) => signedCopy !== undefined,
    },
    contacts: { template: 'quote-accepted.contact' },
    notified: { template: 'quote-accepted.notified' },
    staff: MOVED,
  },
  QuoteRefused: {
    contractor: { template: ({ reason }) => REFUSALS[reason] },
    staff: { ...MOVED, when: ({ reason }) => reason === 'by-manager' },
  },
  MissionReplaced: {
    contractor: {
      template: 'replaced.contractor',
      when: ({ from }) => from === undefined || !isDeclined(from),
      requested: always,
    },
    contacts: { template: 'replaced.contact', when: hasAppointment },
    notified: { template: 'replaced.notified', when: hasAppointment },
  },
  // Entered by a user it is validated at once.
  AppointmentProposed: {
    contacts: {
      template: 'visit-dropped.contact',
      when: (fact) => dropsVisit(fact) && fact.ticket.actor.kind !== 'user',
    },
    notified: {
      template: 'visit-dropped.notified',
      when: (fact) => dropsVisit(fact) && fact.ticket.actor.kind !== 'user',
    },
    staff: { template: 'appointment-proposed.manager', when: ({ ticket }) => ticket.actor.kind !== 'user' },
  },
  AppointmentValidated: {
    contractor: { template: 'appointment-validated.contractor' },
    contacts: { template: 'appointment-validated.contact' },
    notified: { template: 'appointment-validated.notified' },
    staff: MOVED,
  },
  AppointmentPostponed: {
    contractor: { template: 'appointment-postponed.contractor' },
    contacts: { template: 'appointment-postponed.contact' },
    notified: { template: 'appointment-postponed.notified' },
    staff: MOVED,
  },
  AppointmentCancelled: {
    contractor: { template: 'appointment-cancelled.contractor' },
    contacts: { template: 'appointment-cancelled.contact' },
    notified: { template: 'appointment-cancelled.notified' },
    staff: MOVED,
  },
  VisitReminded: { contractor: { template: 'visit.contractor' } },
  ReadingAcknowledged: { staff: { template: 'reading-acknowledged.manager' } },
  SteppedBack: { staff: MOVED },
  ThirdPartiesInformed: {
    persons: { template: 'step.notified', reach: 'somehow', requested: always },
  },
  MessagePosted: {
    contractor: { template: 'message.contractor', reach: 'somehow', requested: always },
    correspondent: { template: 'message.correspondent', reach: 'somehow', requested: always },
  },
  MessageReceived: { staff: { template: 'message-received.manager' } },
};
