import type { FactKind, FactOf, QuoteRefusal, ReminderKind } from './facts.js';
import { sharesAddress } from './reach.js';
import type { TemplateCode } from './template-codes.js';

/** One row: who is told of a fact, with which template. */
export interface Row<K extends FactKind> {
  readonly template: TemplateCode | ((fact: FactOf<K>) => TemplateCode);
  readonly when?: (fact: FactOf<K>) => boolean;
  /**
   * ticked: the channels ticked, the default. mail-always: by mail too whatever is ticked (tickets.md, settled
   * contradiction 7). somehow: who was named to be written to is, though nobody ticked a channel.
   */
  readonly reach?: 'mail-always' | 'somehow';
  /** Asked for by a click on exactly this: silent mode lets it through when a user did it. */
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

const REMINDERS: Readonly<Record<ReminderKind, TemplateCode>> = {
  'work-order': 'work-order-reminder.contractor',
  quote: 'quote-reminder.contractor',
  invoice: 'invoice-reminder.contractor',
  approval: 'approval-reminder.correspondent',
};

const REFUSALS: Readonly<Record<QuoteRefusal, TemplateCode>> = {
  'by-manager': 'quote-refused.contractor',
  'other-chosen': 'quote-not-chosen.contractor',
  replaced: 'replaced.contractor',
};

/** A step that somebody of the agency took: the others whom the settings tell learn of it. */
const MOVED = { template: 'moved.manager' } as const;

const toContractor = ({ reminder }: FactOf<'reminder-sent'>) => reminder !== 'approval';

/**
 * The manual, "Toutes les étapes d'un ticket", step by step. Where nothing stands, nobody is told.
 * - The appointment given to the notified at the acceptance no longer holds when the contractor is late, absent or
 *   asks for another day: they are told then, and not when the contractor only confirms.
 * - The contact persons of a quote are told who will call once it is accepted ("Personne à contacter").
 * - What is stepped back is never unsent, and nobody outside is told of it.
 */
export const PLANS: { readonly [K in FactKind]: Plan<K> } = {
  'ticket-opened': { notified: { template: 'ticket-opened.notified' }, staff: MOVED },
  'work-order-requested': {
    contractor: { template: 'work-order.contractor' },
    contacts: { template: 'work-order.contact' },
  },
  'work-order-accepted': {
    notified: { template: 'work-order-accepted.notified' },
    staff: { template: 'work-order-accepted.manager' },
  },
  'work-order-refused': { staff: { template: 'work-order-refused.manager' } },
  'reminder-sent': {
    contractor: { template: ({ reminder }) => REMINDERS[reminder], when: toContractor },
    correspondent: {
      template: ({ reminder }) => REMINDERS[reminder],
      when: (fact) => !toContractor(fact),
      reach: 'somehow',
    },
    notified: {
      template: 'reminder.notified',
      when: (fact) => fact.ticket.notifyReminders && toContractor(fact),
    },
  },
  'reminders-exhausted': { staff: { template: 'reminders-exhausted.manager' } },
  'presence-asked': { contractor: { template: 'presence.contractor', requested: always } },
  'presence-answered': {
    notified: { template: 'presence-answered.notified', when: ({ answer }) => answer !== 'confirmed' },
    staff: { template: 'presence-answered.manager' },
  },
  'completion-asked': { contractor: { template: 'completion.contractor', requested: always } },
  'completion-reported': {
    notified: { template: 'completion.notified' },
    staff: { template: 'completion.manager' },
  },
  'invoice-requested': {
    contractor: {
      template: 'invoice.contractor',
      reach: 'mail-always',
      requested: ({ automatic }) => !automatic,
    },
  },
  'invoice-received': { staff: { template: 'invoice.manager' } },
  'new-invoice-requested': {
    contractor: { template: 'new-invoice.contractor', reach: 'mail-always', requested: always },
  },
  'ticket-closed': {
    contractor: { template: 'ticket-closed.contractor' },
    notified: { template: 'ticket-closed.notified' },
    staff: MOVED,
  },
  'ticket-reopened': { notified: { template: 'ticket-reopened.notified' }, staff: MOVED },
  'ticket-updated': {},
  'manager-changed': { manager: { template: 'manager-changed.manager' } },
  'note-added': {},
  'reach-changed': {},
  'pre-ticket-received': { staff: { template: 'pre-ticket-received.manager' } },
  // A requester among the notified gets the creation's message, in the same minute.
  'pre-ticket-validated': {
    requester: {
      template: 'pre-ticket-validated.requester',
      when: ({ ticket: { requester, notified } }) =>
        requester !== undefined && !notified.some((person) => sharesAddress(person, requester)),
      reach: 'somehow',
    },
  },
  'pre-ticket-cancelled': {
    requester: { template: 'pre-ticket-cancelled.requester', reach: 'somehow' },
  },
  'quote-requested': {
    contractor: {
      template: 'quote-request.contractor',
      reach: 'mail-always',
      requested: ({ fromWorkOrder }) => fromWorkOrder,
    },
    // At the opening they are told of the ticket itself.
    notified: { template: 'quote-requested.notified', when: ({ fromWorkOrder }) => fromWorkOrder },
  },
  'quote-promised': { staff: { template: 'quote-promised.manager' } },
  'quote-request-refused': { staff: { template: 'quote-request-refused.manager' } },
  'quote-received': {
    notified: { template: 'quote-received.notified' },
    staff: { template: 'quote-received.manager' },
  },
  'approval-requested': {
    correspondent: { template: 'approval.correspondent', reach: 'somehow', requested: always },
    informed: { template: 'approval-informed.notified', reach: 'somehow', requested: always },
    staff: MOVED,
  },
  'approval-answered': { staff: { template: 'approval-answered.manager' } },
  'quote-accepted': {
    // A signed copy is put there to be sent (manual, "transmission du devis accepté à votre intervenant").
    contractor: {
      template: 'quote-accepted.contractor',
      requested: ({ signedCopy }) => signedCopy !== undefined,
    },
    contacts: { template: 'quote-accepted.contact' },
    notified: { template: 'quote-accepted.notified' },
    staff: MOVED,
  },
  'quote-refused': { contractor: { template: ({ reason }) => REFUSALS[reason] }, staff: MOVED },
  'mission-replaced': { contractor: { template: 'replaced.contractor' }, staff: MOVED },
  // Entered by a user it is validated at once.
  'appointment-proposed': {
    staff: { template: 'appointment-proposed.manager', when: ({ ticket }) => ticket.actor.kind !== 'user' },
  },
  'appointment-validated': {
    contractor: { template: 'appointment-validated.contractor' },
    contacts: { template: 'appointment-validated.contact' },
    notified: { template: 'appointment-validated.notified' },
    staff: MOVED,
  },
  'appointment-postponed': {
    contractor: { template: 'appointment-postponed.contractor' },
    contacts: { template: 'appointment-postponed.contact' },
    notified: { template: 'appointment-postponed.notified' },
    staff: MOVED,
  },
  'appointment-cancelled': {
    contractor: { template: 'appointment-cancelled.contractor' },
    contacts: { template: 'appointment-cancelled.contact' },
    notified: { template: 'appointment-cancelled.notified' },
    staff: MOVED,
  },
  'visit-reminded': { contractor: { template: 'visit.contractor' } },
  'reading-acknowledged': { staff: { template: 'reading-acknowledged.manager' } },
  'stepped-back': { staff: MOVED },
  'third-parties-informed': {
    persons: { template: 'step.notified', reach: 'somehow', requested: always },
  },
  'message-posted': {
    contractor: { template: 'message.contractor', reach: 'somehow', requested: always },
    correspondent: { template: 'message.correspondent', reach: 'somehow', requested: always },
  },
  'message-received': { staff: { template: 'message-received.manager' } },
};
