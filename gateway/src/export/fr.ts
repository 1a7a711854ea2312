import { Module, Source, Status, TicketType } from '@intervia/contracts';

/** Words of the exported list, as the extranet shows them. */
export const TYPES: Readonly<Record<TicketType, string>> = {
  [TicketType.UNSPECIFIED]: '',
  [TicketType.WORK_ORDER]: 'ODS',
  [TicketType.MULTI_WORK_ORDER]: 'ODSM',
  [TicketType.SINGLE_QUOTE]: 'DS',
  [TicketType.MULTIPLE_QUOTE]: 'DM',
  [TicketType.PRE_TICKET]: '?',
};

export const MODULES: Readonly<Record<Module, string>> = {
  [Module.UNSPECIFIED]: '',
  [Module.SYNDIC]: 'Syndic',
  [Module.GERANCE]: 'Gérance',
};

export const SOURCES: Readonly<Record<Source, string>> = {
  [Source.UNSPECIFIED]: '',
  [Source.PHONE]: 'Téléphone',
  [Source.MAIL]: 'E-mail',
  [Source.POST]: 'Courrier',
  [Source.VISIT]: 'Visite',
  [Source.EXTRANET]: 'Extranet',
  [Source.VTI]: 'VTI',
  [Source.LSC]: 'LSC',
  [Source.OTHER]: 'Autre',
};

export const STATUSES: Readonly<Record<Status, string>> = {
  [Status.UNSPECIFIED]: '',
  [Status.PENDING_VALIDATION]: 'En attente de validation',
  [Status.CANCELLED]: 'Annulé',
  [Status.WORK_ORDER_SENT]: 'Demande d’intervention envoyée',
  [Status.WORK_ORDER_REFUSED]: 'Intervention refusée',
  [Status.WORK_ORDER_ACCEPTED]: 'Intervention acceptée',
  [Status.QUOTE_REQUESTED]: 'Demande de devis',
  [Status.QUOTE_REQUEST_REFUSED]: 'Demande de devis refusée',
  [Status.QUOTE_PROMISED]: 'Devis promis',
  [Status.QUOTE_RECEIVED]: 'Devis reçu',
  [Status.QUOTE_AWAITING_APPROVAL]: 'Devis en attente d’approbation',
  [Status.QUOTE_APPROVED]: 'Devis approuvé',
  [Status.QUOTE_REJECTED]: 'Devis rejeté',
  [Status.QUOTE_ACCEPTED]: 'Devis accepté, attente de RDV',
  [Status.QUOTE_REFUSED]: 'Devis refusé',
  [Status.APPOINTMENT_PROPOSED]: 'RDV proposé',
  [Status.APPOINTMENT_VALIDATED]: 'RDV validé',
  [Status.PRESENCE_ASKED]: 'Présence demandée',
  [Status.PRESENCE_CONFIRMED]: 'Présence confirmée',
  [Status.RUNNING_LATE]: 'En retard',
  [Status.ABSENT]: 'Absent',
  [Status.POSTPONEMENT_ASKED]: 'Report demandé',
  [Status.AWAITING_COMPLETION]: 'Attente de fin d’intervention',
  [Status.COMPLETION_RECEIVED]: 'Fin d’intervention reçue',
  [Status.INVOICE_REQUESTED]: 'Demande de facture envoyée',
  [Status.INVOICE_RECEIVED]: 'Facture reçue',
  [Status.NEW_INVOICE_REQUESTED]: 'Nouvel envoi de facture demandé',
  [Status.IN_PROGRESS]: 'EN COURS',
  [Status.CLOSED]: 'CLOS',
  [Status.REPLACED]: 'Remplacé',
};

export const YES_NO = (value: boolean): string => (value ? 'Oui' : 'Non');

export const HEADERS = {
  number: 'Numéro',
  type: 'Type',
  status: 'Statut',
  module: 'Module',
  subject: 'Sujet',
  description: 'Description',
  place: 'Immeuble ou lot',
  address: 'Adresse',
  owner: 'Propriétaire',
  requester: 'Demandeur',
  manager: 'Gestionnaire',
  contractors: 'Intervenants',
  source: 'Source',
  urgent: 'Urgent',
  amount: 'Montant (€)',
  openedAt: 'Créé le',
  modifiedAt: 'Modifié le',
  closedAt: 'Clos le',
};
