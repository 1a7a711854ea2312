import * as format from '@intervia/french';
import type { DocumentCode, FactCode, PresenceCode, TimerCode } from '@intervia/french/words';
import * as words from '@intervia/french/words';
import type { DossierAppointment, DossierEntry } from '../application/dossier.js';

/** Every French string of the summary and of the archive. */

type Names = Readonly<Record<string, string>>;

const types = Object.entries(words.TYPES);

/** In file names. */
const typeCodes: Names = Object.fromEntries(types.map(([code, { short }]) => [code, short]));

/** Who reads a summary has nothing to validate any more. */
export const typeNames: Names = {
  ...Object.fromEntries(types.map(([code, { long }]) => [code, long])),
  PRE_TICKET: 'Demande',
};

/** "ods-1042", in file names. */
export function ticketCode({ type, number }: { type: string; number: number }): string {
  const code = type === 'PRE_TICKET' ? undefined : typeCodes[type];
  return `${(code ?? 'ticket').toLowerCase()}-${number}`;
}

export const modules: Names = words.MODULES;
export const sources: Names = words.SOURCES;
export const statuses: Names = words.STATUSES;
export const documentKinds: Names = words.DOCUMENT_KINDS;
export const channels: Names = words.CHANNELS;

/** Internal notes are in neither file. */
export const folders: Names & Record<Exclude<DocumentCode, 'NOTE'> | 'OTHER', string> = {
  ATTACHMENT: 'Pièces jointes',
  QUOTE: 'Devis',
  SIGNED_QUOTE: 'Devis signés',
  PROOF: 'Preuves d’intervention',
  INVOICE: 'Factures',
  MESSAGE: 'Messages',
  OTHER: 'Autres documents',
};

export const deliveries: Names = {
  QUEUED: 'en attente d’envoi',
  SENT: 'envoyé',
  DELIVERED: 'remis',
  FAILED: 'échec',
  SILENCED: 'non envoyé (mode silencieux)',
};

/** The name of somebody of the agency says it. */
export const actors: Names = { ...words.ACTORS, USER: '' };

/** After a colon. */
export const presences: Names & Record<PresenceCode, string> = {
  CONFIRMED: 'sur place ou à l’heure',
  LATE: 'en retard',
  ABSENT: 'absent',
  POSTPONED: 'demande de report',
};

/** After "Relance". */
export const timers: Names & Record<TimerCode, string> = {
  WORK_ORDER_REMINDER: 'de la demande d’intervention',
  QUOTE_REMINDER: 'de la demande de devis',
  INVOICE_REMINDER: 'de la demande de facture',
  APPROVAL_REMINDER: 'de la demande d’approbation',
  APPOINTMENT_REMINDER: 'du rendez-vous à fixer',
  COMPLETION_REMINDER: 'de la demande de fin d’intervention',
  VISIT: 'de l’intervention',
  PRESENCE: 'de la présence sur place',
  COMPLETION: 'de la fin d’intervention',
};

/** What facts are called, where the name alone is not enough. */
const facts: Readonly<Partial<Record<FactCode, (entry: DossierEntry, name: string) => string>>> = {
  WorkOrderAccepted: ({ appointment }, name) => `${name}${at(appointment)}`,
  ReminderSent: ({ timer }) => `Relance ${timers[timer] ?? ''}`,
  RemindersExhausted: ({ timer }) => `Dernière relance restée sans réponse : relance ${timers[timer] ?? ''}`,
  AddressRefused: ({ names }, name) => `${name}${listed(names)}`,
  PresenceAnswered: ({ presence, lateMinutes }, name) =>
    `${name} : ${presences[presence] ?? ''}${lateMinutes > 0 ? ` de ${format.duration(lateMinutes)}` : ''}`,
  InvoiceReceived: ({ amountCents }, name) => `${name}${withAmount(amountCents)}`,
  QuoteReceived: ({ amountCents }, name) => `${name}${withAmount(amountCents)}`,
  ApprovalRequested: ({ names }, name) => `${name}${toNames(names)}`,
  ApprovalAnswered: ({ approved }) => (approved ? words.APPROVALS.approved : words.APPROVALS.rejected),
  AppointmentProposed: ({ appointment }, name) => `${name}${at(appointment)}`,
  AppointmentValidated: ({ appointment }, name) => `${name}${at(appointment)}`,
  SteppedBack: ({ status }) => `Retour à l’étape « ${statuses[status] ?? ''} »`,
  ThirdPartiesInformed: ({ names }) => `Information envoyée${toNames(names)}`,
  MessagePosted: ({ names }, name) => `${name}${toNames(names)}`,
  ReachChanged: ({ names }, name) => `${name}${listed(names)}`,
  TicketUpdated: ({ text }, name) => `${name}${text ? ` : ${updatedText(text)}` : ''}`,
  ManagerChanged: ({ names }, name) => `${name}${listed(names)}`,
};

const updatedText = (fields: string): string =>
  fields
    .split(', ')
    .map((field) => words.UPDATED_FIELDS[field] ?? field)
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

function listed(names: readonly string[]): string {
  return names.length > 0 ? ` : ${names.join(', ')}` : '';
}

/** A fact of a later version is told by its code rather than left out. */
export function factText(entry: DossierEntry): string {
  if (!Object.hasOwn(words.FACTS, entry.fact)) return entry.fact;
  const fact = entry.fact as FactCode;
  return facts[fact]?.(entry, words.FACTS[fact]) ?? words.FACTS[fact];
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
  times: 'Les heures sont celles de Paris (Europe/Paris).',
  pending: (at: string) => `Des envois étaient encore en attente le ${at}, à l’édition de ce résumé.`,
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
