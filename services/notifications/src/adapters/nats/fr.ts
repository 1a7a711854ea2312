import type { ReasonCode } from '../../domain/message.js';

/** Why a message failed, waits or was kept back, for people. */
export const REASONS: Readonly<Record<ReasonCode, string>> = {
  SILENT_MODE: 'non envoyé (mode silencieux)',
  NO_ADDRESS: 'aucune adresse ou aucun numéro pour ce mode d’envoi',
  WAITING: 'en attente d’un nouvel essai',
  SOME_REFUSED: 'refusé pour une partie des destinataires',
  REFUSED: 'refusé',
  GIVEN_UP: 'abandonné après de nombreux essais',
  UNCERTAIN: 'sans réponse de l’opérateur, l’envoi n’est pas certain',
  NOT_RENDERED: 'le modèle n’a pas pu être rempli',
};
