import { maskLinks } from '@intervia/rules';
import type { ReasonCode } from '../../domain/message.js';
import { ANSWER_LENGTH } from '../../domain/received-mail.js';

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
  SHIPPED_WORDING: 'envoyé avec le texte d’origine, celui de l’agence n’a pas pu être rempli',
  BOUNCED: 'revenu à l’expéditeur',
  NOT_DELIVERED: 'non remis par l’opérateur téléphonique',
  OVERTAKEN: 'non envoyé, la demande elle-même n’était pas encore partie',
  CORRECTED: 'non envoyé, les coordonnées ont été corrigées',
  REPLACED: 'non envoyé, un envoi plus récent dit la suite',
  IN_DIGEST: 'dans le récapitulatif quotidien',
};

/** Why an answer waits for somebody to sort it; the tickets' own refusals are said by their code. */
const REVIEW_REASONS: Readonly<Record<string, string>> = {
  UNKNOWN_SENDER: 'expéditeur inconnu',
  UNSIGNED_ADDRESS: 'expéditeur connu, mais le message ne répond à aucun envoi',
  NO_EXCHANGE: 'l’expéditeur était seulement informé du ticket',
  EMPTY: 'message sans texte ni pièce jointe',
  TICKET_NOT_FOUND: 'le ticket n’existe plus',
  MISSION_NOT_FOUND: 'l’intervenant n’est plus sur le ticket',
  TICKET_ALREADY_CLOSED: 'le ticket est clôturé',
};

export const reviewReasonText = (code: string): string =>
  REVIEW_REASONS[code] ?? `le ticket n’accepte pas ce message (${code})`;

const SUBJECT_LENGTH = 200;
const ONLY_DOCUMENTS = '(pièces jointes sans texte)';
/** The whole text is among the documents then. */
const CUT = '\n[…]';

/** What came in as the ticket takes it: never empty, not too long, and nothing lost in silence. */
export function filedText(answer: { subject: string; text: string; lost: readonly string[] }): {
  subject: string;
  text: string;
} {
  const lost = answer.lost.map((name) => `\n[pièce jointe non conservée : ${name}]`).join('');
  const room = ANSWER_LENGTH - lost.length;
  // A quotation holds the link of the one who answers.
  const text = maskLinks(answer.text) || ONLY_DOCUMENTS;
  const kept = text.length <= room ? text : text.slice(0, room - CUT.length) + CUT;
  return { subject: maskLinks(answer.subject).slice(0, SUBJECT_LENGTH), text: kept + lost };
}
