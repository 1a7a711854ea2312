import type { PresenceAnswer, ReminderKind, TicketType } from '../../../domain/facts.js';
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

export const REMINDERS: Readonly<Record<ReminderKind, string>> = {
  'work-order': 'l’ordre de service',
  invoice: 'la facture',
};

/** Follows the contractor's name. */
export const PRESENCE: Readonly<Record<PresenceAnswer, (lateMinutes: number) => string>> = {
  confirmed: () => 'confirme sa présence',
  late: (minutes) => (minutes > 0 ? `annonce un retard d’environ ${duration(minutes)}` : 'annonce un retard'),
  absent: () => 'ne pourra pas venir',
  postponed: () => 'demande à reporter l’intervention',
};

export const URGENT = 'URGENT';

/** At the foot of a mail: why it was sent. */
export const FOOTERS: Readonly<Record<Audience, string>> = {
  contractor:
    'Vous recevez ce message car une intervention vous est confiée. Le lien vous est personnel, ne le transférez pas.',
  contact: 'Vous recevez ce message car vous êtes la personne à contacter pour cette intervention.',
  notified: 'Vous recevez ce message car vous suivez cette intervention.',
  manager: 'Vous recevez ce message car vous êtes le gestionnaire de ce ticket.',
};

export const OPEN_TICKET = 'Ouvrir le ticket';

/** Label of a line of facts, in mails and in their text. */
export const LABELS = {
  place: 'Lieu',
  address: 'Adresse',
  appointment: 'Rendez-vous',
  manager: 'Votre gestionnaire',
} as const;
