/** When the server's own French detail is absent. */
export const ERRORS: Record<string, string> = {
  INVALID_CREDENTIALS: 'Adresse e-mail ou mot de passe incorrect.',
  TOO_MANY_ATTEMPTS: "Trop d'essais. Patientez quelques minutes avant de recommencer.",
  TICKET_NOT_FOUND: "Ce ticket n'existe pas, ou n'est pas de votre agence.",
  TICKET_ALREADY_CLOSED: 'Ce ticket est clos : plus aucune action n’est possible.',
  ACTION_NOT_ALLOWED: "Cette action n'est plus possible à cette étape du ticket.",
  FILE_TOO_LARGE: 'Fichier trop lourd (25 Mo au plus).',
  FILE_TYPE_REFUSED: 'Ce type de fichier est refusé.',
  HTTP_403: "Vous n'avez pas le droit de faire cela.",
  HTTP_404: 'Introuvable.',
  HTTP_413: 'Fichier trop lourd (25 Mo au plus).',
  HTTP_429: 'Trop de demandes. Patientez un instant avant de recommencer.',
  HTTP_503: 'Le service est momentanément indisponible. Réessayez dans un instant.',
};

export const UNKNOWN_ERROR = 'Une erreur est survenue. Réessayez ; si elle persiste, prévenez votre support.';
export const NETWORK_ERROR = 'Connexion interrompue. Vérifiez votre accès à Internet, puis réessayez.';
export const FIELD_ERROR = 'Valeur refusée.';
