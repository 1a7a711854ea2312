import * as format from '@intervia/french';
import type { DossierAppointment, DossierEntry } from '../application/dossier.js';

/** Every French string of the summary and of the archive. */

type Names = Readonly<Record<string, string>>;

/** Manual, "Les différents types de tickets". */
const typeCodes: Names = {
  WORK_ORDER: 'ODS',
  MULTI_WORK_ORDER: 'ODSM',
  SINGLE_QUOTE: 'DS',
  MULTIPLE_QUOTE: 'DM',
};

export const types: Names = {
  WORK_ORDER: 'Ordre de service',
  MULTI_WORK_ORDER: 'Ordre de service multi-intervenants',
  SINGLE_QUOTE: 'Devis simple',
  MULTIPLE_QUOTE: 'Devis multiple',
  PRE_TICKET: 'Demande',
};

/** "ods-1042", in file names. */
export function ticketCode({ type, number }: { type: string; number: number }): string {
  return `${(typeCodes[type] ?? 'ticket').toLowerCase()}-${number}`;
}

export const modules: Names = { SYNDIC: 'Syndic', GERANCE: 'Gérance' };

export const sources: Names = {
  PHONE: 'Téléphone',
  MAIL: 'E-mail',
  POST: 'Courrier',
  VISIT: 'Visite',
  EXTRANET: 'Extranet',
  VTI: 'VTI',
  LSC: 'LSC',
  OTHER: 'Autre',
};

export const statuses: Names = {
  PENDING_VALIDATION: 'En attente de validation',
  CANCELLED: 'Annulé',
  WORK_ORDER_SENT: 'Demande d’intervention envoyée',
  WORK_ORDER_REFUSED: 'Intervention refusée',
  WORK_ORDER_ACCEPTED: 'Intervention acceptée',
  QUOTE_REQUESTED: 'Demande de devis',
  QUOTE_REQUEST_REFUSED: 'Demande de devis refusée',
  QUOTE_PROMISED: 'Devis promis',
  QUOTE_RECEIVED: 'Devis reçu',
  QUOTE_AWAITING_APPROVAL: 'Devis en attente d’approbation',
  QUOTE_APPROVED: 'Devis approuvé',
  QUOTE_REJECTED: 'Devis rejeté',
  QUOTE_ACCEPTED: 'Devis accepté, attente de RDV',
  QUOTE_REFUSED: 'Devis refusé',
  APPOINTMENT_PROPOSED: 'RDV proposé',
  APPOINTMENT_VALIDATED: 'RDV validé',
  PRESENCE_ASKED: 'Présence demandée',
  PRESENCE_CONFIRMED: 'Présence confirmée',
  RUNNING_LATE: 'En retard',
  ABSENT: 'Absent',
  POSTPONEMENT_ASKED: 'Report demandé',
  AWAITING_COMPLETION: 'Attente de fin d’intervention',
  COMPLETION_RECEIVED: 'Fin d’intervention reçue',
  INVOICE_REQUESTED: 'Demande de facture envoyée',
  INVOICE_RECEIVED: 'Facture reçue',
  NEW_INVOICE_REQUESTED: 'Nouvel envoi demandé',
  IN_PROGRESS: 'En cours',
  CLOSED: 'Clos',
  REPLACED: 'Remplacé par un autre intervenant',
};

export const documentKinds: Names = {
  ATTACHMENT: 'Pièce jointe',
  QUOTE: 'Devis',
  SIGNED_QUOTE: 'Devis signé',
  PROOF: 'Preuve d’intervention',
  INVOICE: 'Facture',
  MESSAGE: 'Jointe à un message',
};

export const folders: Names & { OTHER: string } = {
  ATTACHMENT: 'Pièces jointes',
  QUOTE: 'Devis',
  SIGNED_QUOTE: 'Devis signés',
  PROOF: 'Preuves d’intervention',
  INVOICE: 'Factures',
  MESSAGE: 'Messages',
  OTHER: 'Autres documents',
};

export const channels: Names = { MAIL: 'E-mail', SMS: 'SMS' };

export const deliveries: Names = {
  QUEUED: 'en attente d’envoi',
  SENT: 'envoyé',
  DELIVERED: 'remis',
  FAILED: 'échec',
  SILENCED: 'non envoyé (mode silencieux)',
};

export const actors: Names = {
  CONTRACTOR: 'Intervenant',
  OWNER: 'Propriétaire',
  COUNCIL_PRESIDENT: 'Président du conseil syndical',
  COUNCIL_MEMBER: 'Membre du conseil syndical',
  TENANT: 'Locataire',
  THIRD_PARTY: 'Tiers',
  REQUESTER: 'Demandeur',
  SYSTEM: 'Automatique',
};

export const presences: Names = {
  CONFIRMED: 'sur place ou à l’heure',
  LATE: 'en retard',
  ABSENT: 'absent',
  POSTPONED: 'demande de report',
};

export const timers: Names = {
  WORK_ORDER_REMINDER: 'de la demande d’intervention',
  QUOTE_REMINDER: 'de la demande de devis',
  INVOICE_REMINDER: 'de la demande de facture',
  APPROVAL_REMINDER: 'de la demande d’approbation',
  VISIT: 'de l’intervention',
  PRESENCE: 'de la présence sur place',
  COMPLETION: 'de la fin d’intervention',
};

/** Fields of TicketUpdated, as the history names them. */
const updatedFields: Names = {
  subject: 'sujet',
  description: 'description',
  notifiedDescription: 'description pour les notifiés',
  ...format.OPTION_CHANGES,
  timers: 'délais de relance',
  contacts: 'personnes à contacter',
  notified: 'personnes à notifier',
  requester: 'demandeur',
  addedAttachments: 'pièces jointes',
};

const facts: Readonly<Record<string, (entry: DossierEntry) => string>> = {
  TicketOpened: () => 'Création du ticket',
  TicketImported: () => 'Reprise d’un ticket antérieur',
  WorkOrderRequested: () => 'Demande d’intervention envoyée',
  WorkOrderAccepted: ({ appointment }) => `Intervention acceptée${at(appointment)}`,
  WorkOrderRefused: () => 'Intervention refusée',
  ReminderSent: ({ timer }) => `Relance ${timers[timer] ?? ''}`,
  RemindersExhausted: ({ timer }) => `Dernière relance restée sans réponse : relance ${timers[timer] ?? ''}`,
  PresenceAsked: () => 'Présence sur place demandée',
  PresenceAnswered: ({ presence, lateMinutes }) =>
    `Réponse de présence : ${presences[presence] ?? ''}${lateMinutes > 0 ? ` de ${format.duration(lateMinutes)}` : ''}`,
  CompletionAsked: () => 'Fin d’intervention demandée',
  CompletionReported: () => 'Fin d’intervention confirmée',
  InvoiceRequested: () => 'Facture demandée',
  InvoiceReceived: ({ amountCents }) => `Facture reçue${withAmount(amountCents)}`,
  NewInvoiceRequested: () => 'Nouvel envoi de la facture demandé',
  TicketClosed: () => 'Clôture du ticket',
  PreTicketReceived: () => 'Demande reçue',
  PreTicketValidated: () => 'Demande validée',
  PreTicketCancelled: () => 'Demande annulée',
  QuoteRequested: () => 'Demande de devis envoyée',
  QuotePromised: () => 'Devis promis',
  QuoteRequestRefused: () => 'Demande de devis refusée',
  QuoteReceived: ({ amountCents }) => `Devis reçu${withAmount(amountCents)}`,
  ApprovalRequested: ({ names }) => `Approbation du devis demandée${toNames(names)}`,
  ApprovalAnswered: ({ approved }) => (approved ? 'Devis approuvé' : 'Devis rejeté'),
  QuoteAccepted: () => 'Devis accepté',
  QuoteRefused: () => 'Devis refusé',
  MissionReplaced: () => 'Demande annulée et remplacée',
  AppointmentProposed: ({ appointment }) => `Rendez-vous proposé${at(appointment)}`,
  AppointmentValidated: ({ appointment }) => `Rendez-vous validé${at(appointment)}`,
  AppointmentPostponed: () => 'Rendez-vous reporté',
  AppointmentCancelled: () => 'Rendez-vous annulé',
  VisitReminded: () => 'Rappel du rendez-vous',
  ReadingAcknowledged: () => 'Demande lue',
  SteppedBack: ({ status }) => `Retour à l’étape « ${statuses[status] ?? ''} »`,
  ThirdPartiesInformed: ({ names }) => `Information envoyée${toNames(names)}`,
  MessagePosted: ({ names }) => `Message envoyé${toNames(names)}`,
  MessageReceived: () => 'Message reçu',
  ReachChanged: ({ names }) => `Coordonnées changées${names.length > 0 ? ` : ${names.join(', ')}` : ''}`,
  TicketUpdated: ({ text }) => `Ticket modifié${text ? ` : ${updatedText(text)}` : ''}`,
  ManagerChanged: ({ names }) =>
    `Changement de gestionnaire${names.length > 0 ? ` : ${names.join(', ')}` : ''}`,
  TicketReopened: () => 'Ticket rouvert',
};

const updatedText = (fields: string): string =>
  fields
    .split(', ')
    .map((field) => updatedFields[field] ?? field)
    .join(', ');

/** Facts whose text names what is shown already: the subject, the contractor, the fields that the fact tells in French. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set([
  'TicketOpened',
  'TicketImported',
  'PreTicketReceived',
  'WorkOrderRequested',
  'TicketUpdated',
]);

/** What was said, as it was said. */
export function commentText({ fact, text }: DossierEntry): string {
  return TOLD_ELSEWHERE.has(fact) ? '' : text;
}

function withAmount(cents: number): string {
  return cents > 0 ? ` : ${format.euros(cents)} TTC` : '';
}

function toNames(names: readonly string[]): string {
  return names.length > 0 ? ` à ${names.join(', ')}` : '';
}

function at(appointment: DossierAppointment | undefined): string {
  return appointment ? ` : ${appointmentText(appointment)}` : '';
}

/** A fact of a later version is told by its name rather than left out. */
export function factText(entry: DossierEntry): string {
  return Object.hasOwn(facts, entry.fact) ? (facts[entry.fact]?.(entry) ?? entry.fact) : entry.fact;
}

export function actorText({ actorKind, actorName, manualEntry }: DossierEntry): string {
  const kind = actors[actorKind];
  const who = kind && actorName ? `${actorName} (${kind.toLowerCase()})` : actorName || kind || '';
  return manualEntry ? `${who}, saisie manuelle` : who;
}

export function appointmentText({ start, durationMinutes }: DossierAppointment): string {
  return `${format.longDateTime(start)}, durée prévue ${format.duration(durationMinutes)}`;
}

export const texts = {
  title: 'Résumé du ticket',
  urgent: 'URGENT',
  identity: 'Identité',
  place: 'Lieu',
  missions: 'Intervenants',
  people: 'Personnes concernées',
  timeline: 'Chronologie',
  documents: 'Documents',
  photos: 'Photos',
  messages: 'Messages',
  none: 'Aucun',
  missing: 'fichier introuvable',
  page: (page: number, count: number) => `Page ${page} / ${count}`,
  labels: {
    status: 'Statut',
    module: 'Module',
    source: 'Origine',
    manager: 'Gestionnaire',
    creator: 'Créé par',
    requester: 'Demandeur',
    requestedAt: 'Demandé le',
    openedAt: 'Ouvert le',
    closedAt: 'Clos le',
    amount: 'Montant TTC',
    description: 'Description',
    address: 'Adresse',
    reference: 'Référence',
    owner: 'Propriétaire',
    contact: 'À contacter',
    notified: 'À notifier',
    appointment: 'Rendez-vous',
    documents: 'Documents',
  },
};
