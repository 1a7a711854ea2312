import { OPTION_CHANGES } from './options.js';
import type { ActorCode, FactCode, PresenceCode, TimerCode } from './codes.js';

/** Words of a ticket's history that the agency reads. */

export const FACTS: Readonly<Record<FactCode, string>> = {
  TicketOpened: 'Ticket créé',
  TicketImported: 'Ticket repris',
  WorkOrderRequested: 'Ordre de service envoyé',
  WorkOrderAccepted: 'Intervention acceptée',
  WorkOrderRefused: 'Intervention refusée',
  ReminderSent: 'Relance envoyée',
  RemindersExhausted: 'Nombre maximal de relances atteint',
  AddressRefused: 'Adresse refusée',
  PresenceAsked: 'Présence sur place demandée',
  PresenceAnswered: 'Réponse de présence',
  CompletionAsked: 'Fin d’intervention demandée',
  CompletionReported: 'Fin d’intervention reçue',
  InvoiceRequested: 'Facture demandée',
  InvoiceReceived: 'Facture reçue',
  NewInvoiceRequested: 'Nouvel envoi de la facture demandé',
  TicketClosed: 'Ticket clos',
  PreTicketReceived: 'Demande reçue',
  PreTicketValidated: 'Demande validée',
  PreTicketCancelled: 'Demande annulée',
  QuoteRequested: 'Devis demandé',
  QuotePromised: 'Devis promis',
  QuoteRequestRefused: 'Demande de devis refusée',
  QuoteReceived: 'Devis reçu',
  ApprovalRequested: 'Approbation du devis demandée',
  ApprovalAnswered: 'Réponse au sujet du devis',
  QuoteAccepted: 'Devis accepté',
  QuoteRefused: 'Devis refusé',
  MissionReplaced: 'Intervenant remplacé',
  AppointmentProposed: 'Rendez-vous proposé',
  AppointmentValidated: 'Rendez-vous validé',
  AppointmentPostponed: 'Rendez-vous reporté',
  AppointmentCancelled: 'Rendez-vous annulé',
  VisitReminded: 'Rappel de l’intervention envoyé',
  ReadingAcknowledged: 'Demande lue',
  SteppedBack: 'Retour à l’étape précédente',
  ThirdPartiesInformed: 'Tiers informé',
  MessagePosted: 'Message envoyé',
  MessageReceived: 'Message reçu',
  NoteAdded: 'Note interne',
  ReachChanged: 'Coordonnées changées',
  TicketUpdated: 'Ticket modifié',
  ManagerChanged: 'Gestionnaire changé',
  TicketReopened: 'Ticket rouvert',
  ActionRefused: 'Action refusée',
};

/** "ApprovalAnswered" tells which of the two. */
export const APPROVALS = { approved: 'Devis approuvé', rejected: 'Devis rejeté' } as const;

export const TIMERS: Readonly<Record<TimerCode, string>> = {
  WORK_ORDER_REMINDER: 'Relance de l’ordre de service',
  QUOTE_REMINDER: 'Relance du devis',
  INVOICE_REMINDER: 'Relance de la facture',
  APPROVAL_REMINDER: 'Relance de l’approbation',
  APPOINTMENT_REMINDER: 'Relance du rendez-vous à fixer',
  COMPLETION_REMINDER: 'Relance de la fin d’intervention',
  VISIT: 'Rappel de l’intervention',
  PRESENCE: 'Demande de présence sur place',
  COMPLETION: 'Demande de fin d’intervention',
};

export const PRESENCES: Readonly<Record<PresenceCode, string>> = {
  CONFIRMED: 'Présence confirmée',
  LATE: 'En retard',
  ABSENT: 'Absent',
  POSTPONED: 'Report demandé',
};

/** How an approval was told otherwise than through the link: "Devis approuvé au téléphone". */
export const AGREEMENT_MEANS = {
  PHONE: 'Au téléphone',
  IN_PERSON: 'De vive voix',
  MAIL: 'Par e-mail',
  SMS: 'Par SMS',
  LETTER: 'Par courrier',
  MEETING: 'En réunion',
} as const;

export const ACTORS: Readonly<Record<ActorCode, string>> = {
  USER: 'Agence',
  CONTRACTOR: 'Intervenant',
  OWNER: 'Propriétaire',
  COUNCIL_PRESIDENT: 'Président du conseil syndical',
  COUNCIL_MEMBER: 'Membre du conseil syndical',
  TENANT: 'Locataire',
  THIRD_PARTY: 'Tiers',
  REQUESTER: 'Demandeur',
  SYSTEM: 'Automatique',
};

/** Fields of "TicketUpdated", as the history names them. */
export const UPDATED_FIELDS: Readonly<Record<string, string>> = {
  subject: 'sujet',
  description: 'description',
  notifiedDescription: 'description pour les notifiés',
  ...OPTION_CHANGES,
  timers: 'délais de relance',
  contacts: 'personnes à contacter',
  notified: 'personnes à notifier',
  requester: 'demandeur',
  addedAttachments: 'pièces jointes',
};
