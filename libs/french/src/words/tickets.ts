import type { DocumentCode, ModuleCode, SourceCode, StatusCode, TypeCode, VisibilityCode } from './codes.js';

/** Words about tickets that the agency reads: on its screens, in exports, in the summary. Contractors and clients have their own. */

/** Manual, "Les différents types de tickets". */
export const TYPES: Readonly<Record<TypeCode, { readonly short: string; readonly long: string }>> = {
  WORK_ORDER: { short: 'ODS', long: 'Ordre de service' },
  MULTI_WORK_ORDER: { short: 'ODSM', long: 'Ordre de service multi-intervenants' },
  SINGLE_QUOTE: { short: 'DS', long: 'Devis simple' },
  MULTIPLE_QUOTE: { short: 'DM', long: 'Devis multiple' },
  PRE_TICKET: { short: '?', long: 'Demande à valider' },
};

/** Manual, "Couleurs et statuts". */
export const STATUSES: Readonly<Record<StatusCode, string>> = {
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
  NEW_INVOICE_REQUESTED: 'Nouvel envoi de facture demandé',
  IN_PROGRESS: 'EN COURS',
  CLOSED: 'CLOS',
  REPLACED: 'Annulé et remplacé',
};

export const SOURCES: Readonly<Record<SourceCode, string>> = {
  PHONE: 'Téléphone',
  MAIL: 'E-mail',
  POST: 'Courrier',
  VISIT: 'Visite',
  EXTRANET: 'Extranet',
  VTI: 'VTI',
  LSC: 'LSC',
  OTHER: 'Autre',
};

export const MODULES: Readonly<Record<ModuleCode, string>> = { SYNDIC: 'Syndic', GERANCE: 'Gérance' };

/** Manual, "Ticket visible pour". */
export const VISIBILITIES: Readonly<Record<VisibilityCode, string>> = {
  REQUESTER: 'Le demandeur seul',
  COUNCIL: 'Les membres du conseil syndical',
  CO_OWNERS: 'Tous les copropriétaires',
  TENANTS: 'Les locataires',
  OWNERS: 'Les propriétaires',
};

export const DOCUMENT_KINDS: Readonly<Record<DocumentCode, string>> = {
  ATTACHMENT: 'Pièce jointe',
  QUOTE: 'Devis',
  SIGNED_QUOTE: 'Devis signé',
  PROOF: 'Preuve',
  INVOICE: 'Facture',
  MESSAGE: 'Message',
  NOTE: 'Note interne',
};
