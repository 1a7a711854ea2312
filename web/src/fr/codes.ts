import { TYPES } from '@intervia/french/words';
import type { Action, NotifiedGroup, PlaceRole, SearchField, Show, TicketType } from '../api/types.js';
import type { ModulePath } from '../lib/modules.js';

/** What every reader of the agency is told alike. */
export {
  ACTORS,
  AGREEMENT_MEANS,
  APPROVALS,
  CHANNELS,
  CORRESPONDENT_ROLES,
  DELIVERIES,
  DOCUMENT_KINDS,
  FACTS,
  PRESENCES,
  SOURCES,
  STATUSES,
  TIMERS,
  TYPES,
  UPDATED_FIELDS,
  VISIBILITIES,
} from '@intervia/french/words';

/** The French of a code; the code itself when the server is ahead of this release. */
export function named(table: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(table, code) && table[code]) || code;
}

export const MODULES: Record<ModulePath, string> = { syndic: 'Syndic', gerance: 'Gérance' };

/** Never fails: a type of a later release is called by its code. */
export function typeName(type: string): { short: string; long: string } {
  return Object.hasOwn(TYPES, type) ? TYPES[type as TicketType] : { short: type, long: type };
}

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
  ANSWER_APPROVAL: 'Saisir l’accord',
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
