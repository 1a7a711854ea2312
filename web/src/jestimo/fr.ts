import type { Feed, Sending } from './api.js';

export const JESTIMO = {
  title: 'Jestimo',
  lead: 'Estimations de logements par le partenaire Jestimo, sous votre compte chez lui.',
  notConfigured:
    'La passerelle Jestimo n’est pas configurée sur cette plateforme : aucune estimation ne peut être demandée.',
  // account
  account: 'Mon compte Jestimo',
  none: 'Aucun compte renseigné : les boutons d’estimation des fiches lot vous le demanderont.',
  saved: (login: string, when: string) => `Compte « ${login} », enregistré le ${when}.`,
  login: 'Identifiant',
  password: 'Mot de passe',
  passwordHint: 'Conservé chiffré ; il n’est jamais réaffiché.',
  save: 'Enregistrer',
  forget: 'Oublier ce compte',
  done: 'Compte enregistré.',
  // everybody's
  accounts: 'Comptes des utilisateurs',
  accountsLead:
    'Il n’est pas indispensable d’avoir un compte distinct par utilisateur : le même peut servir à plusieurs.',
  user: 'Utilisateur',
  noLogin: 'Aucun',
  give: 'Enregistrer pour les utilisateurs cochés',
  // feed
  feed: 'Envoi des données',
  feedLead:
    'Facultatif mais conseillé : plus la base de Jestimo est complète, meilleures sont les estimations. Les données sont anonymisées : aucun nom, aucun numéro de rue, de lot ni de mandat ne part.',
  what: [
    'Lots : locataires présents dont la date de 1er quittancement n’excède pas deux ans',
    'Dossiers de type « compromis » signés depuis deux ans ou moins',
    'Révision de loyer : ce qui a déjà été envoyé l’est à nouveau quand le loyer évolue',
  ],
  noEntity: 'Aucune entité.',
  enabled: 'Envoyer les données anonymisées de cette entité',
  initialise: 'Initialisation à J-1',
  again: 'Relancer l’initialisation à J-1',
  retry: 'Réessayer maintenant',
  lastSent: (when: string, records: number) =>
    `Date de dernier envoi : ${when} (${records} enregistrement${records > 1 ? 's' : ''}).`,
  neverSent: 'Date de dernier envoi : aucun envoi.',
  upTo: (day: string) => `À jour au ${day}.`,
  known: (count: number) =>
    `${count} enregistrement${count > 1 ? 's' : ''} connu${count > 1 ? 's' : ''} de Jestimo.`,
  nextTry: (when: string) => `Nouvel essai automatique le ${when}.`,
  // sendings
  sendings: 'Derniers envois',
  day: 'Données au',
  entity: 'Entité',
  records: 'Enregistrements',
  made: 'Préparé le',
  state: 'État',
  attempts: (count: number) => `${count} essai${count > 1 ? 's' : ''}`,
  // estimates
  estimates: 'Estimations Jestimo',
  RENT: 'Estimation location',
  SALE: 'Estimation vente',
  open: 'Ouvrir dans Jestimo',
  madeBy: (when: string, by: string) => `${when}, ${by}`,
  range: (low: string, high: string) => `entre ${low} et ${high}`,
  perMonth: 'par mois',
  perM2: (amount: string) => `${amount} par m²`,
  confidence: (text: string) => `fiabilité : ${text}`,
  settings: 'Paramètres Jestimo',
  wait: 'Jestimo calcule l’estimation…',
} as const;

export const FEED_STATES: Readonly<Record<Feed['state'], string>> = {
  OFF: 'Désactivé',
  READY: 'À initialiser',
  SENDING: 'Envoi en cours',
  SENT: 'À jour',
  FAILING: 'En échec',
};

export const SENDING_STATES: Readonly<Record<Sending['state'], string>> = {
  WAITING: 'En attente',
  SENT: 'Envoyé',
  FAILING: 'En échec, sera réessayé',
};

const FAILURES: Readonly<Record<string, string>> = {
  JESTIMO_UNAVAILABLE: 'Jestimo ne répond pas.',
  JESTIMO_UNREADABLE: 'La réponse de Jestimo n’est pas lisible.',
  JESTIMO_ACCOUNT_REFUSED: 'Jestimo refuse l’identifiant ou le mot de passe du compte utilisé.',
  JESTIMO_ACCOUNT_MISSING: 'Le compte Jestimo de l’utilisateur qui a lancé l’envoi n’est plus renseigné.',
  JESTIMO_REFUSED: 'Jestimo refuse les données : contactez Jestimo.',
  JESTIMO_NOT_CONFIGURED: 'La passerelle Jestimo n’est pas configurée sur cette plateforme.',
};

export const failureText = (code: string): string =>
  FAILURES[code] ?? 'Une erreur interne a interrompu l’envoi.';
