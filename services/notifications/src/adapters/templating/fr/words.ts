import type { FactKind, PresenceAnswer, ReminderKind, TicketType } from '../../../domain/facts/facts.js';
import type { Step } from '../../../domain/facts/steps.js';
import type { Audience } from '../../../domain/template-codes.js';
import { duration } from '../french-format.js';

/** Manual, "Les différents types de tickets". */
export const TYPE_LABELS: Readonly<Record<TicketType, string>> = {
  'work-order': 'ODS',
  'multi-work-order': 'ODSM',
  'single-quote': 'DS',
  'multiple-quote': 'DM',
  'pre-ticket': 'Ticket',
};

export const TYPE_NAMES: Readonly<Record<TicketType, string>> = {
  'work-order': 'Ordre de service',
  'multi-work-order': 'Ordre de service',
  'single-quote': 'Demande de devis',
  'multiple-quote': 'Demande de devis',
  'pre-ticket': 'Demande',
};

/** Before the number, for those who do not know the trade's short names. */
export const WITHOUT_JARGON = 'Ticket';

export const UNNUMBERED = '#####';

export const REMINDERS: Readonly<Record<ReminderKind, string>> = {
  'work-order': 'l’ordre de service',
  quote: 'la demande de devis',
  invoice: 'la facture',
  approval: 'l’approbation du devis',
  appointment: 'le rendez-vous à fixer',
  end: 'la fin d’intervention',
};

/** Follows the contractor's name. */
export const PRESENCE: Readonly<Record<PresenceAnswer, (lateMinutes: number) => string>> = {
  confirmed: () => 'confirme sa présence',
  late: (minutes) => (minutes > 0 ? `annonce un retard d’environ ${duration(minutes)}` : 'annonce un retard'),
  absent: () => 'ne pourra pas venir',
  postponed: () => 'demande à reporter l’intervention',
};

export const URGENT = 'URGENT';

/** Before the subject of a mail that a user sends to themselves. */
export const TEST = 'TEST';

/** At the foot of a mail: why it was sent. */
export const FOOTERS: Readonly<Record<Audience, string>> = {
  contractor:
    'Vous recevez ce message car une intervention vous est confiée. Le lien vous est personnel, ne le transférez pas.',
  contact: 'Vous recevez ce message car vous êtes la personne à contacter pour cette intervention.',
  notified: 'Vous recevez ce message car vous suivez cette intervention.',
  correspondent:
    'Vous recevez ce message car votre agence vous écrit au sujet de cette demande. Le lien vous est personnel, ne le transférez pas.',
  requester: 'Vous recevez ce message car vous avez fait cette demande.',
  manager: 'Vous recevez ce message car vous suivez ce ticket dans votre agence.',
};

export const OPEN_TICKET = 'Ouvrir le ticket';

export const TUTORIAL = 'Comment répondre (aide)';

/** Label of a line of facts, in mails and in their text. */
export const LABELS = {
  place: 'Lieu',
  address: 'Adresse',
  appointment: 'Rendez-vous',
  manager: 'Votre gestionnaire',
  leftOut: 'Documents trop volumineux pour être joints, à consulter en ligne',
} as const;

/** Where a request stands, to somebody who knows nothing of it; `who` does it, and may be nobody. */
export const STEPS: Readonly<Record<Step, (who: string) => string>> = {
  'pending-validation': () => 'La demande est reçue et sera étudiée.',
  cancelled: () => 'La demande est annulée.',
  'work-order-sent': (who) => `L’intervention est demandée${to(who)}.`,
  'work-order-refused': () =>
    'L’entreprise contactée ne peut pas intervenir, une autre solution est recherchée.',
  'work-order-accepted': (who) => `L’intervention est acceptée${by(who)}.`,
  'quote-requested': (who) => `Un devis est demandé${to(who)}.`,
  'quote-request-refused': () =>
    'L’entreprise contactée ne fera pas de devis, une autre solution est recherchée.',
  'quote-promised': (who) => `Un devis est promis${by(who)}.`,
  'quote-received': (who) => `Le devis${of(who)} est reçu et à l’étude.`,
  'quote-awaiting-approval': (who) => `Le devis${of(who)} est soumis à approbation.`,
  'quote-approved': (who) => `Le devis${of(who)} est approuvé.`,
  'quote-rejected': (who) => `Le devis${of(who)} est rejeté.`,
  'quote-accepted': (who) => `Le devis${of(who)} est accepté, le rendez-vous reste à fixer.`,
  'quote-refused': (who) => `Le devis${of(who)} est refusé.`,
  'appointment-proposed': (who) => `Un rendez-vous est proposé${by(who)}.`,
  'appointment-validated': (who) => `Le rendez-vous${having(who)} est fixé.`,
  'presence-asked': (who) => `L’intervention${of(who)} est imminente.`,
  'presence-confirmed': (who) => `L’entreprise${named(who)} est sur place.`,
  'running-late': (who) => `L’entreprise${named(who)} annonce un retard.`,
  absent: (who) => `L’entreprise${named(who)} n’a pas pu venir, un nouveau rendez-vous sera fixé.`,
  'postponement-asked': (who) => `L’entreprise${named(who)} demande à reporter le rendez-vous.`,
  'awaiting-completion': (who) => `L’intervention${of(who)} est en cours.`,
  'completion-received': (who) => `L’intervention${of(who)} est terminée.`,
  'invoice-requested': (who) => `L’intervention${of(who)} est terminée, la facture est attendue.`,
  'invoice-received': (who) => `L’intervention${of(who)} est terminée, la facture est reçue.`,
  'new-invoice-requested': (who) =>
    `L’intervention${of(who)} est terminée, une nouvelle facture est attendue.`,
  'in-progress': () => 'Les interventions sont en cours.',
  closed: () => 'La demande est close.',
  replaced: () => 'Une autre entreprise est contactée.',
};

const to = (who: string) => who && ` à ${who}`;
const by = (who: string) => who && ` par ${who}`;
const of = (who: string) => who && ` de ${who}`;
const having = (who: string) => who && ` avec ${who}`;
const named = (who: string) => who && ` ${who}`;

/** Of a visit that will not take place. */
export const dropped = (date: string, who: string): string =>
  `Le rendez-vous du ${date}${who && ` avec l’entreprise ${who}`} n’a plus lieu.`;

/** Of one that takes place after all. */
export const resumed = (date: string, who: string): string =>
  `Le rendez-vous du ${date}${who && ` avec l’entreprise ${who}`} a bien lieu.`;

/** What somebody of the agency did, to the colleagues whom the settings tell. */
export const MOVES: Readonly<Partial<Record<FactKind, (who: string) => string>>> = {
  TicketOpened: () => 'Ticket créé',
  TicketClosed: () => 'Ticket fermé',
  TicketReopened: () => 'Ticket rouvert',
  ApprovalRequested: (who) => `Approbation du devis${of(who)} demandée`,
  QuoteAccepted: (who) => `Devis${of(who)} accepté`,
  QuoteRefused: (who) => `Devis${of(who)} refusé`,
  WorkOrderRequested: (who) => `Autre intervenant contacté${who && ` (${who})`}`,
  QuoteRequested: (who) => `Devis demandé${to(who)}`,
  InvoiceRequested: (who) => `Facture demandée${to(who)}`,
  NewInvoiceRequested: (who) => `Nouvel envoi de la facture demandé${to(who)}`,
  AppointmentValidated: (who) => `Rendez-vous${having(who)} validé`,
  AppointmentPostponed: (who) => `Rendez-vous${having(who)} reporté`,
  AppointmentCancelled: (who) => `Rendez-vous${having(who)} annulé`,
  SteppedBack: (who) => `Retour à l’étape précédente${who && ` (${who})`}`,
};

export const MOVED_SOMEHOW = 'Ticket mis à jour';

export const APPROVED = 'approuvé';
export const REJECTED = 'rejeté';
