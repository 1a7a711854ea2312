import { MOST_PER_FILE } from './files.js';
/** When the server's own French detail is absent. */
export const ERRORS: Record<string, string> = {
  INVALID_CREDENTIALS: 'Adresse e-mail ou mot de passe incorrect.',
  TOO_MANY_ATTEMPTS: "Trop d'essais. Patientez quelques minutes avant de recommencer.",
  TICKET_NOT_FOUND: "Ce ticket n'existe pas, ou n'est pas de votre agence.",
  TICKET_ALREADY_CLOSED: 'Ce ticket est clos : plus aucune action n’est possible.',
  TICKET_FULL: 'Ce ticket ne peut plus rien recevoir. Clôturez-le et ouvrez-en un autre pour la suite.',
  ACTION_NOT_ALLOWED: "Cette action n'est plus possible à cette étape du ticket.",
  QUOTE_ALREADY_ACCEPTED: 'Un autre devis est déjà accepté sur ce ticket.',
  QUOTE_ALREADY_APPROVED: 'Un autre devis est déjà approuvé : un seul peut l’être.',
  OWNER_APPROVAL_REQUIRED:
    "Le montant dépasse le seuil du mandat : l'accord du propriétaire est nécessaire avant d'accepter ce devis.",
  NOT_ON_MULTI_WORK_ORDER: "Cette action n'existe pas sur un ordre de service multi-intervenants.",
  NOTHING_TO_STEP_BACK: "Il n'y a pas d'étape précédente.",
  MISSION_NOT_FOUND: "Cet intervenant n'est pas sur le ticket.",
  CORRESPONDENT_NOT_FOUND: "Ce tiers n'est pas sur le ticket.",
  ACTOR_NOT_ALLOWED: "Cette action n'est pas ouverte à cette personne.",
  VERSION_CONFLICT: "Quelqu'un d'autre vient de changer ces données. Rechargez la page et recommencez.",
  FILE_TOO_LARGE: `Fichier trop lourd (${MOST_PER_FILE} au plus).`,
  FILE_TYPE_REFUSED: 'Ce type de fichier est refusé.',
  HTTP_403: "Vous n'avez pas le droit de faire cela.",
  HTTP_404: 'Introuvable.',
  HTTP_413: `Fichier trop lourd (${MOST_PER_FILE} au plus).`,
  HTTP_429: 'Trop de demandes. Patientez un instant avant de recommencer.',
  HTTP_503: 'Le service est momentanément indisponible. Réessayez dans un instant.',
};

export const UNKNOWN_ERROR = 'Une erreur est survenue. Réessayez ; si elle persiste, prévenez votre support.';
export const NETWORK_ERROR = 'Connexion interrompue. Vérifiez votre accès à Internet, puis réessayez.';
export const FIELD_ERROR = 'Valeur refusée.';
