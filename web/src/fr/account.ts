/** Signing in beyond the password, one's own account, and the log of security. */
export const SECOND_STEP = {
  title: 'Confirmez que c’est vous',
  code: 'Code de votre application',
  codeHint: 'Les six chiffres affichés par votre application d’authentification.',
  recovery: 'Code de secours',
  recoveryHint:
    'Un des dix codes remis à l’activation, par exemple 7K2M-9QXD-4TB1. Chacun ne sert qu’une fois.',
  useRecovery: 'Je n’ai plus mon téléphone',
  useCode: 'Utiliser mon application',
  passkey: 'Utiliser ma clé d’accès',
  submit: 'Valider',
  back: 'Revenir à la connexion',
  missing: 'Indiquez le code.',
  passkeySignIn: 'Utiliser une clé d’accès',
  passkeyFailed: 'La clé d’accès n’a pas pu être lue. Réessayez, ou utilisez un autre moyen.',
};

/** Over the page, when a session has ended. */
export const SIGN_IN_AGAIN = {
  title: 'Reconnectez-vous',
  text: 'Votre session a expiré. Rien de ce que vous avez saisi n’est perdu : une fois reconnecté, vous continuez où vous en étiez, et ce que vous étiez en train d’enregistrer est enregistré.',
  leave: 'Abandonner et quitter la page',
};

export const FORGOTTEN = {
  link: 'Mot de passe oublié ?',
  title: 'Mot de passe oublié',
  hint: 'Indiquez l’adresse e-mail de votre compte : vous recevrez un lien pour choisir un nouveau mot de passe.',
  submit: 'Recevoir le lien',
  sent: 'Si un compte existe avec cette adresse, un e-mail vient de partir. Le lien est valable 30 minutes ; pensez à regarder dans les courriers indésirables.',
  back: 'Revenir à la connexion',
};

export const RESET = {
  title: 'Choisir un nouveau mot de passe',
  submit: 'Enregistrer',
  incomplete: 'Ce lien est incomplet : ouvrez-le depuis l’e-mail, ou demandez-en un nouveau.',
  done: 'Votre mot de passe est enregistré. Connectez-vous avec le nouveau.',
  again: 'Demander un nouveau lien',
};

/** The page behind a link of La Solution Crypto. */
export const OPEN = {
  title: 'Ouverture du ticket',
  opening: 'Connexion en cours…',
  incomplete: 'Ce lien a déjà servi ou est incomplet : rouvrez le ticket depuis La Solution Crypto.',
  signIn: 'Ouvrir le ticket en se connectant',
};

export const PASSWORD = {
  current: 'Mot de passe actuel',
  next: 'Nouveau mot de passe',
  repeat: 'Nouveau mot de passe, une seconde fois',
  hint: '12 caractères au moins. Une phrase de quelques mots au hasard est plus sûre et plus simple à retenir que des signes compliqués.',
  different: 'Les deux mots de passe ne sont pas les mêmes.',
  tooShort: '12 caractères au moins.',
  missing: 'Indiquez votre mot de passe actuel.',
  submit: 'Changer le mot de passe',
  done: 'Mot de passe changé. Vos autres appareils ont été déconnectés.',
  changedAt: (when: string) => `Dernier changement : ${when}.`,
};

export const ACCOUNT = {
  title: 'Mon compte et ma sécurité',
  menu: 'Mon compte et ma sécurité',
  clientMenu: 'Mon compte',
  identity: 'Identité',
  password: 'Mot de passe',
  secondFactor: 'Double authentification',
  secondFactorHint:
    'En plus du mot de passe, une preuve que vous seul avez : si quelqu’un apprend votre mot de passe, il ne peut pas se connecter.',
  required:
    'Votre agence demande la double authentification. Ajoutez une application ou une clé d’accès ci-dessous : l’extranet s’ouvrira aussitôt.',
  totp: 'Application d’authentification',
  totpHint: 'Sur votre téléphone : Google Authenticator, Microsoft Authenticator, Aegis, 2FAS…',
  totpOn: 'Activée',
  totpOff: 'Non activée',
  totpAdd: 'Activer',
  totpRemove: 'Désactiver',
  totpScan: 'Scannez ce code avec votre application, puis saisissez les six chiffres qu’elle affiche.',
  totpManual: 'Ou saisissez cette clé dans l’application :',
  totpCode: 'Code à six chiffres',
  totpQr: 'Code QR à scanner avec l’application d’authentification',
  totpConfirm: 'Confirmer',
  passkeys: 'Clés d’accès',
  passkeysHint:
    'L’empreinte, le visage ou le code de cet appareil, ou une clé USB. Elle remplace à la fois le mot de passe et le code, et ne peut pas être donnée par erreur à un faux site.',
  passkeyName: 'Nom de la clé',
  passkeyNameHint: 'Pour la reconnaître, par exemple « Ordinateur du bureau ».',
  passkeyAdd: 'Ajouter une clé d’accès',
  passkeyAdded: (name: string) => `Clé d’accès « ${name} » ajoutée.`,
  passkeyNone: 'Aucune clé d’accès.',
  passkeyUsed: (added: string, used: string) => `Ajoutée le ${added}, utilisée le ${used}`,
  passkeyUnused: (added: string) => `Ajoutée le ${added}, jamais utilisée`,
  passkeyUnsupported: 'Ce navigateur ne prend pas en charge les clés d’accès.',
  codes: 'Codes de secours',
  codesHint: 'Pour vous connecter si vous perdez votre téléphone ou votre clé. Chacun ne sert qu’une fois.',
  codesLeft: (n: number) =>
    n === 0 ? 'Aucun code restant.' : `${n} code${n > 1 ? 's' : ''} restant${n > 1 ? 's' : ''}.`,
  codesRenew: 'Obtenir de nouveaux codes',
  codesRenewText: 'Les codes que vous avez déjà ne vaudront plus rien.',
  codesTitle: 'Vos codes de secours',
  codesKeep: 'Notez-les ou imprimez-les maintenant : ils ne seront plus affichés.',
  codesCopy: 'Copier',
  codesCopied: 'Copiés',
  codesDone: 'Je les ai notés',
  sessions: 'Appareils connectés',
  sessionsHint: 'Un appareil que vous ne reconnaissez pas ? Déconnectez-le et changez votre mot de passe.',
  sessionCurrent: 'Cet appareil',
  sessionFacts: (address: string, seen: string) =>
    [address, seen && `vu le ${seen}`].filter(Boolean).join(' · '),
  sessionUnknown: 'Appareil inconnu',
  sessionEnd: 'Déconnecter',
  sessionEndOf: (device: string) => `Déconnecter ${device}`,
  sessionsEnd: 'Déconnecter tous les autres appareils',
  sessionsEnded: (n: number) => `${n} appareil${n > 1 ? 's' : ''} déconnecté${n > 1 ? 's' : ''}.`,
  remove: 'Retirer',
  removeOf: (name: string) => `Retirer ${name}`,
  removeTitle: (name: string) => `Retirer « ${name} » ?`,
  removeText: 'Vous ne pourrez plus l’utiliser pour vous connecter.',
  done: 'C’est enregistré.',
};

export const CONFIRMATION = {
  title: 'Confirmez que c’est vous',
  text: 'Cette action est sensible. Indiquez votre mot de passe pour continuer ; il ne sera pas redemandé pendant un quart d’heure.',
  submit: 'Confirmer',
  passkey: 'Utiliser ma clé d’accès',
  missing: 'Indiquez votre mot de passe.',
};

export const SECURITY = {
  title: 'Sécurité de l’agence',
  menu: 'Sécurité de l’agence',
  access: 'Contrôle des accès',
  rule: 'Connexion des collaborateurs',
  required: 'Exiger la double authentification de tous les collaborateurs',
  requiredHint:
    'Qui ne l’a pas encore la configure à sa prochaine page, avant toute autre chose. Les clients ne sont pas concernés.',
  saved: 'Réglage enregistré.',
  team: 'Collaborateurs',
  has: 'Double authentification active',
  hasNot: 'Sans double authentification',
  reset: 'Réinitialiser',
  resetOf: (name: string) => `Réinitialiser la double authentification de ${name}`,
  resetTitle: (name: string) => `Réinitialiser la double authentification de ${name} ?`,
  resetText:
    'À faire seulement si la personne a perdu son téléphone et ses codes de secours, après l’avoir reconnue. Son mot de passe suffira jusqu’à ce qu’elle la configure de nouveau.',
  resetDone: (name: string) => `Double authentification de ${name} réinitialisée. Un e-mail l’en informe.`,
  end: 'Déconnecter',
  endOf: (name: string) => `Déconnecter ${name} de tous ses appareils`,
  endTitle: (name: string) => `Déconnecter ${name} de tous ses appareils ?`,
  endText:
    'À faire si un appareil est perdu ou volé. La personne se reconnecte avec son mot de passe ; demandez-lui de le changer si quelqu’un d’autre peut le connaître.',
  clientMail: 'Adresse e-mail d’un client',
  clientMailHint:
    'Copropriétaire, locataire ou propriétaire bailleur : l’adresse avec laquelle il se connecte.',
  endClient: 'Déconnecter ce client',
  endedClient: (n: number) =>
    n === 0
      ? 'Ce client n’était connecté sur aucun appareil.'
      : n === 1
        ? 'Ce client a été déconnecté d’un appareil.'
        : `Ce client a été déconnecté de ${n} appareils.`,
  endAll: 'Déconnecter tout le monde',
  endAllTitle: 'Déconnecter tout le monde ?',
  endAllText:
    'Tous les collaborateurs et tous les clients de l’agence devront se reconnecter, sur chacun de leurs appareils. Seul l’appareil que vous utilisez reste connecté.',
  ended: (n: number) =>
    n === 0
      ? 'Aucun autre appareil n’était connecté.'
      : `${n} appareil${n > 1 ? 's' : ''} déconnecté${n > 1 ? 's' : ''}.`,
  log: 'Journal de sécurité',
  logHint: 'Conservé un an. Il ne contient ni mot de passe ni code.',
  kind: 'Événement',
  allKinds: 'Tous les événements',
  person: 'Personne',
  everybody: 'Tout le monde',
  from: 'Depuis le',
  until: 'Jusqu’au',
  export: 'Exporter en CSV',
  more: 'Afficher la suite',
  empty: 'Aucun événement ne correspond à ces critères.',
  columns: { at: 'Date', kind: 'Événement', person: 'Personne', from: 'Provenance', about: 'Objet' },
  client: 'client',
  times: (n: number) => `${n} fois`,
};

export const SECURITY_EVENTS = {
  SIGN_IN: 'Connexion',
  SIGN_IN_FAILED: 'Échec de connexion',
  LOCKED: 'Tentatives bloquées',
  SIGN_OUT: 'Déconnexion',
  SESSIONS_ENDED: 'Appareils déconnectés',
  PASSWORD_CHANGED: 'Mot de passe changé',
  RESET_REQUESTED: 'Nouveau mot de passe demandé',
  PASSWORD_RESET: 'Mot de passe réinitialisé',
  SECOND_FACTOR_ADDED: 'Double authentification ajoutée',
  SECOND_FACTOR_REMOVED: 'Double authentification retirée',
  RECOVERY_CODE_USED: 'Code de secours utilisé',
  RECOVERY_CODES_RENEWED: 'Codes de secours renouvelés',
  NEW_DEVICE: 'Nouvel appareil',
  SETTINGS_CHANGED: 'Réglage de sécurité changé',
  REFUSED: 'Action refusée',
  SECRET_CHANGED: 'Secret changé',
  EXPORTED: 'Export',
  DELETED: 'Suppression',
  REOPENED: 'Réouverture',
  KEY_USED: 'Clé utilisée',
  ERASED: 'Données personnelles effacées',
  API_KEY_CREATED: 'Clé d’API créée',
  API_KEY_USED: 'Clé d’API utilisée depuis un nouveau lieu',
  API_KEY_ROTATED: 'Clé d’API renouvelée',
  API_KEY_REVOKED: 'Clé d’API révoquée',
} as const;

/** How the log says by what somebody signed in, and what a setting became. */
export const SECURITY_ABOUT: Readonly<Record<string, string>> = {
  password: 'par mot de passe',
  totp: 'avec l’application d’authentification',
  passkey: 'par clé d’accès',
  'recovery-code': 'avec un code de secours',
  'lsc-link': 'par un lien de La Solution Crypto',
  'second-factor': 'code refusé',
  confirmation: 'confirmation refusée',
  'second-factor-required': 'double authentification exigée',
  'second-factor-optional': 'double authentification facultative',
  everybody: 'de tout le monde',
  'access-of-manager': 'droits des gestionnaires',
  'access-of-assistant': 'droits des assistants',
  'access-of-accountant': 'droits des comptables',
  'access-of-administrator': 'droits des administrateurs',
};

export const MAIL_TEST = {
  button: 'Essayer ce compte',
  hint: 'Envoie un e-mail d’essai à votre adresse, avec ce qui est saisi ci-dessus.',
  results: {
    OK: 'L’e-mail d’essai est parti : il arrive dans votre boîte.',
    HOST: 'Serveur introuvable, ou qui n’est pas sur Internet : vérifiez son nom.',
    PORT: 'Rien ne répond sur ce port : vérifiez le numéro (465 ou 587 le plus souvent).',
    TLS: 'La connexion chiffrée n’a pas abouti : vérifiez le port et le choix de la sécurité.',
    PASSWORD: 'Identifiant ou mot de passe refusé par le serveur.',
    SENDER: 'Le serveur refuse l’adresse de l’expéditeur : ce doit être une adresse de ce compte.',
    RECIPIENT: 'Le serveur refuse d’écrire à votre propre adresse.',
    OTHER: 'Le serveur a refusé l’e-mail d’essai sans dire ce qui ne va pas.',
  } as Readonly<Record<string, string>>,
};
