import type {
  Action,
  ActorKind,
  CorrespondentRole,
  DocumentKind,
  Message,
  NotifiedGroup,
  PlaceRole,
  PresenceAnswer,
  SearchField,
  Show,
  Source,
  Status,
  TicketType,
  TimerKind,
  Visibility,
} from '../api/types.js';
import type { ModulePath } from '../lib/modules.js';

/** The French of a code; the code itself when the server is ahead of this release. */
export function named(table: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(table, code) && table[code]) || code;
}

export const MODULES: Record<ModulePath, string> = { syndic: 'Syndic', gerance: 'Gérance' };

export const TYPES: Record<TicketType, { short: string; long: string }> = {
  WORK_ORDER: { short: 'ODS', long: 'Ordre de service' },
  MULTI_WORK_ORDER: { short: 'ODSM', long: 'Ordre de service multi-intervenants' },
  SINGLE_QUOTE: { short: 'DS', long: 'Devis simple' },
  MULTIPLE_QUOTE: { short: 'DM', long: 'Devis multiple' },
  PRE_TICKET: { short: '?', long: 'Demande à valider' },
};

/** Never fails: a type of a later release is called by its code. */
export function typeName(type: string): { short: string; long: string } {
  return Object.hasOwn(TYPES, type) ? TYPES[type as TicketType] : { short: type, long: type };
}

export const STATUSES: Record<Status, string> = {
  PENDING_VALIDATION: 'En attente de validation',
  CANCELLED: 'Annulé',
  WORK_ORDER_SENT: "Demande d'intervention envoyée",
  WORK_ORDER_REFUSED: 'Intervention refusée',
  WORK_ORDER_ACCEPTED: 'Intervention acceptée',
  QUOTE_REQUESTED: 'Demande de devis',
  QUOTE_REQUEST_REFUSED: 'Demande de devis refusée',
  QUOTE_PROMISED: 'Devis promis',
  QUOTE_RECEIVED: 'Devis reçu',
  QUOTE_AWAITING_APPROVAL: "Devis en attente d'approbation",
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
  AWAITING_COMPLETION: "Attente de fin d'intervention",
  COMPLETION_RECEIVED: "Fin d'intervention reçue",
  INVOICE_REQUESTED: 'Demande de facture envoyée',
  INVOICE_RECEIVED: 'Facture reçue',
  NEW_INVOICE_REQUESTED: 'Nouvel envoi de facture demandé',
  IN_PROGRESS: 'EN COURS',
  CLOSED: 'CLOS',
  REPLACED: 'Annulé et remplacé',
};

export const SOURCES: Record<Source, string> = {
  PHONE: 'Téléphone',
  MAIL: 'E-mail',
  POST: 'Courrier',
  VISIT: 'Visite',
  EXTRANET: 'Extranet',
  VTI: 'VTI',
  LSC: 'LSC',
  OTHER: 'Autre',
};

export const SHOWN: Record<Show, string> = {
  open: 'En cours',
  today: 'Du jour',
  closed: 'Fermés',
  all: 'Tous',
};

export const SEARCH_FIELDS: Record<SearchField, string> = {
  BUILDING: 'Copropriété ou immeuble',
  UNIT: 'Lot',
  OWNER: 'Propriétaire',
  SUBJECT_OR_DESCRIPTION: 'Sujet ou description',
  NUMBER: 'Numéro',
  CONTRACTOR: 'Intervenant',
};

export const ACTIONS: Record<Action, string> = {
  ACCEPT_WORK_ORDER: "Saisir l'acceptation",
  REFUSE_WORK_ORDER: 'Saisir le refus',
  ASK_PRESENCE: 'Demander la présence',
  ANSWER_PRESENCE: 'Saisir la réponse de présence',
  ASK_COMPLETION: "Demander la fin d'intervention",
  REPORT_COMPLETION: "Saisir la fin d'intervention",
  REQUEST_INVOICE: 'Demander la facture',
  SUBMIT_INVOICE: 'Saisir la facture',
  REQUEST_NEW_INVOICE: 'Demander un nouvel envoi de la facture',
  CLOSE: 'Fermer le ticket',
  REQUEST_QUOTE: 'Demander le devis',
  PROMISE_QUOTE: 'Saisir la promesse de devis',
  DECLINE_QUOTE_REQUEST: 'Saisir le refus de proposer un devis',
  SUBMIT_QUOTE: 'Saisir manuellement le devis',
  REQUEST_APPROVAL: "Demander l'approbation du devis",
  ANSWER_APPROVAL: "Saisir la réponse d'approbation",
  ACCEPT_QUOTE: 'Accepter le devis',
  REFUSE_QUOTE: 'Refuser le devis',
  PROPOSE_APPOINTMENT: 'Saisir manuellement le RDV',
  VALIDATE_APPOINTMENT: 'Valider le RDV',
  POSTPONE_APPOINTMENT: 'Reporter le RDV',
  CANCEL_APPOINTMENT: 'Annuler le RDV',
  ACKNOWLEDGE_READING: "Saisir l'accusé de lecture",
  STEP_BACK: "Revenir à l'étape précédente",
  CONTACT_ANOTHER: 'Contacter un autre intervenant',
  INFORM_THIRD_PARTY: 'Informer un tiers',
  POST_MESSAGE: 'Envoyer un message',
  ADD_NOTE: 'Ajouter une note interne',
  CHANGE_REACH: 'Changer les coordonnées',
  UPDATE: 'Modifier le ticket',
  VALIDATE_PRE_TICKET: 'Valider le ticket',
  CANCEL_PRE_TICKET: 'Annuler la demande',
  REOPEN: 'Rouvrir le ticket',
  DELETE: 'Supprimer le ticket',
};

export const PRESENCES: Record<PresenceAnswer, string> = {
  CONFIRMED: 'Présence confirmée',
  LATE: 'En retard',
  ABSENT: 'Absent',
  POSTPONED: 'Report demandé',
};

export const VISIBILITIES: Record<Visibility, string> = {
  REQUESTER: 'Le demandeur seul',
  COUNCIL: 'Les membres du conseil syndical',
  CO_OWNERS: 'Tous les copropriétaires',
  TENANTS: 'Les locataires',
  OWNERS: 'Les propriétaires',
};

export const TIMERS: Record<TimerKind, string> = {
  WORK_ORDER_REMINDER: "Relance de l'ordre de service",
  QUOTE_REMINDER: 'Relance du devis',
  INVOICE_REMINDER: 'Relance de la facture',
  APPROVAL_REMINDER: "Relance de l'approbation",
  VISIT: "Rappel de l'intervention",
  PRESENCE: 'Demande de présence sur place',
  COMPLETION: "Demande de fin d'intervention",
};

export const DOCUMENT_KINDS: Record<DocumentKind, string> = {
  ATTACHMENT: 'Pièce jointe',
  QUOTE: 'Devis',
  SIGNED_QUOTE: 'Devis signé',
  PROOF: 'Preuve',
  INVOICE: 'Facture',
  MESSAGE: 'Message',
  NOTE: 'Note interne',
};

export const ACTORS: Record<ActorKind, string> = {
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

export const CORRESPONDENT_ROLES: Record<CorrespondentRole, string> = {
  OWNER: 'Propriétaire',
  COUNCIL_PRESIDENT: 'Président du conseil syndical',
  COUNCIL_MEMBER: 'Membre du conseil syndical',
  TENANT: 'Locataire',
  OTHER: 'Autre personne',
};

/** Manual, "Personne(s) à notifier". */
export const NOTIFIED_GROUPS: Record<NotifiedGroup, string> = {
  COUNCIL: 'Tous les membres du conseil syndical',
  CO_OWNERS: 'Tous les copropriétaires',
};

export const PLACE_ROLES: Record<PlaceRole, string> = {
  OWNER: 'propriétaire',
  TENANT: 'locataire',
  CARETAKER: 'gardien',
  COUNCIL_PRESIDENT: 'président du CS',
  COUNCIL_MEMBER: 'membre du CS',
};

export const DELIVERIES: Record<Message['delivery'], string> = {
  QUEUED: "En attente d'envoi",
  SENT: 'Envoyé',
  DELIVERED: 'Remis',
  FAILED: "Échec de l'envoi",
  SILENCED: 'Non envoyé (mode silencieux)',
};

export const CHANNELS: Record<Message['channel'], string> = { MAIL: 'E-mail', SMS: 'SMS' };
