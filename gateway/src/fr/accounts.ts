/** Signing in and one's own account, by code. */
export const ACCOUNT_SENTENCES: Readonly<Record<string, string>> = {
  INVALID_CREDENTIALS: 'Adresse e-mail ou mot de passe incorrect.',
  TOO_MANY_ATTEMPTS: 'Trop de tentatives. Réessayez dans quelques minutes.',
  SESSION_EXPIRED: 'Votre session a expiré. Veuillez vous reconnecter.',
  SIGN_IN_REQUIRED: 'Veuillez vous connecter.',
  CSRF_TOKEN_INVALID: 'La demande n’a pas pu être vérifiée. Rechargez la page et recommencez.',
  FORBIDDEN_ACTION: 'Votre rôle ne permet pas cette action.',
  STEP_EXPIRED: 'Cette étape a expiré ou a été tentée trop souvent. Recommencez depuis le début.',
  SECOND_FACTOR_REFUSED: 'Ce code ou cette clé d’accès n’a pas été accepté.',
  SECOND_FACTOR_REQUIRED:
    'Votre agence demande la double authentification : configurez-la dans « Mon compte » pour continuer.',
  ACCESS_CHANGED_MEANWHILE:
    'Un autre administrateur a changé les droits entre-temps : les voici à jour, refaites votre choix.',
  ACCESS_WITHOUT_VIEW:
    'Sans « Consulter », les autres droits du module ne servent à rien : cochez-le, ou décochez-les.',
  CONFIRMATION_REQUIRED: 'Confirmez que c’est bien vous pour continuer.',
  CONFIRMATION_REFUSED: 'Ce mot de passe, ce code ou cette clé d’accès n’est pas le bon.',
  PASSWORD_TOO_SHORT: 'Ce mot de passe est trop court : 12 caractères au moins.',
  PASSWORD_TOO_LONG: 'Ce mot de passe est trop long : 200 caractères au plus.',
  PASSWORD_BREACHED:
    'Ce mot de passe figure parmi ceux que tout le monde essaie en premier. Choisissez-en un autre, par exemple quatre mots au hasard.',
  PASSWORD_PERSONAL:
    'Ce mot de passe se devine à partir de votre nom, de votre adresse ou de votre agence. Choisissez-en un autre.',
  RESET_EXPIRED: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.',
  TOO_MANY_PASSKEYS: 'Dix clés d’accès au plus par compte : retirez-en une d’abord.',
  USER_NOT_FOUND: 'Cet utilisateur n’existe pas.',
  CLIENT_ACCOUNT_NOT_FOUND: 'Aucun client de l’agence ne se connecte avec cette adresse e-mail.',
};
