import type { Status } from '../api/types.js';

/** For whom a mission waits, and for what; of what waits for the agency, what is to be done. */
export interface Waiting {
  for: 'contractor' | 'approver' | 'agency' | 'nobody';
  what: string;
}

const contractor = (what: string): Waiting => ({ for: 'contractor', what });
const agency = (what: string): Waiting => ({ for: 'agency', what });
const NOBODY: Waiting = { for: 'nobody', what: '' };

export const WAITING: Record<Status, Waiting> = {
  WORK_ORDER_SENT: contractor('sa réponse à l’ordre de service'),
  WORK_ORDER_REFUSED: agency('choisir un autre intervenant'),
  WORK_ORDER_ACCEPTED: contractor('son intervention'),
  QUOTE_REQUESTED: contractor('son devis'),
  QUOTE_REQUEST_REFUSED: agency('choisir un autre intervenant'),
  QUOTE_PROMISED: contractor('le devis promis'),
  QUOTE_RECEIVED: agency('accepter, refuser ou faire approuver le devis'),
  QUOTE_AWAITING_APPROVAL: { for: 'approver', what: 'sa décision sur le devis' },
  QUOTE_APPROVED: agency('accepter le devis approuvé'),
  QUOTE_REJECTED: agency('refuser le devis, ou en demander un autre'),
  QUOTE_ACCEPTED: contractor('sa proposition de rendez-vous'),
  QUOTE_REFUSED: agency('demander un autre devis, ou clore'),
  APPOINTMENT_PROPOSED: agency('valider la date proposée'),
  APPOINTMENT_VALIDATED: contractor('son intervention'),
  PRESENCE_ASKED: contractor('la confirmation de sa présence'),
  PRESENCE_CONFIRMED: contractor('la fin de son intervention'),
  RUNNING_LATE: contractor('son arrivée, en retard'),
  ABSENT: agency('convenir d’une autre date'),
  POSTPONEMENT_ASKED: agency('convenir d’une autre date'),
  AWAITING_COMPLETION: contractor('sa confirmation de fin d’intervention'),
  COMPLETION_RECEIVED: agency('demander la facture, ou clore'),
  INVOICE_REQUESTED: contractor('sa facture'),
  INVOICE_RECEIVED: agency('vérifier la facture, puis clore'),
  NEW_INVOICE_REQUESTED: contractor('sa facture corrigée'),
  REPLACED: NOBODY,
  PENDING_VALIDATION: agency('valider la demande, ou l’annuler'),
  CANCELLED: NOBODY,
  IN_PROGRESS: NOBODY,
  CLOSED: NOBODY,
};

export const NEXT_STEP = {
  title: 'Prochaine étape',
  waiting: (name: string) => `En attente de ${name}`,
  toDo: 'À vous',
  of: (what: string, name: string) => `${what} (${name})`,
  someone: 'la personne interrogée',
  stuck: (name: string) => `${name} ne répond pas : appelez, ou choisissez un autre intervenant`,
  refused: (name: string) => `l’adresse de ${name} est refusée : corrigez ses coordonnées`,
  question: (name: string) => `${name} vous a écrit : répondez`,
  reminder: (moment: string) => `relance ${moment}`,
  visit: (moment: string) => `RDV ${moment}`,
};
