import { SecurityEventKind as Kind } from '@intervia/contracts';

/** The log of security in a spreadsheet. */
export const SECURITY_EVENT_LABELS: Readonly<Record<Kind, string>> = {
  [Kind.UNSPECIFIED]: '',
  [Kind.SIGN_IN]: 'Connexion',
  [Kind.SIGN_IN_FAILED]: 'Échec de connexion',
  [Kind.LOCKED]: 'Tentatives bloquées',
  [Kind.SIGN_OUT]: 'Déconnexion',
  [Kind.SESSIONS_ENDED]: 'Appareils déconnectés',
  [Kind.PASSWORD_CHANGED]: 'Mot de passe changé',
  [Kind.RESET_REQUESTED]: 'Nouveau mot de passe demandé',
  [Kind.PASSWORD_RESET]: 'Mot de passe réinitialisé',
  [Kind.SECOND_FACTOR_ADDED]: 'Double authentification ajoutée',
  [Kind.SECOND_FACTOR_REMOVED]: 'Double authentification retirée',
  [Kind.RECOVERY_CODE_USED]: 'Code de secours utilisé',
  [Kind.RECOVERY_CODES_RENEWED]: 'Codes de secours renouvelés',
  [Kind.NEW_DEVICE]: 'Nouvel appareil',
  [Kind.SETTINGS_CHANGED]: 'Réglage de sécurité changé',
  [Kind.REFUSED]: 'Action refusée',
  [Kind.SECRET_CHANGED]: 'Secret changé',
  [Kind.EXPORTED]: 'Export',
  [Kind.DELETED]: 'Suppression',
  [Kind.REOPENED]: 'Réouverture',
  [Kind.KEY_USED]: 'Clé utilisée',
  [Kind.ERASED]: 'Données personnelles effacées',
  [Kind.API_KEY_CREATED]: 'Clé d’API créée',
  [Kind.API_KEY_USED]: 'Clé d’API utilisée depuis un nouveau lieu',
  [Kind.API_KEY_ROTATED]: 'Clé d’API renouvelée',
  [Kind.API_KEY_REVOKED]: 'Clé d’API révoquée',
};

export const SECURITY_COLUMNS = [
  'Date',
  'Heure',
  'Événement',
  'Personne',
  'Compte',
  'Adresse IP',
  'Appareil',
  'Objet',
  'Nombre de fois',
] as const;

export const KIND_OF_ACCOUNT = { staff: 'Agence', client: 'Client' } as const;
