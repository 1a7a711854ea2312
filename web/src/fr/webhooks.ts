import type { ChangeType, WebhookDeliveryState, WebhookFault, WebhookState } from '../api/types.js';

/** Where programs are told of changes, on the page of security. */
export const WEBHOOKS = {
  title: 'Webhooks',
  hint: 'Un webhook prévient un serveur de l’agence dès que quelque chose change : chaque changement lui est envoyé, signé, à l’adresse indiquée. Un poste sans adresse publique suit les changements avec sa clé d’API.',
  none: 'Aucun webhook pour l’instant.',
  url: 'Adresse du serveur',
  urlPlaceholder: 'https://crypto.cabinet.fr/intervia',
  urlHint: 'Publique et en « https ».',
  types: 'Ce qui est envoyé',
  typesHint: 'Rien de coché : tout est envoyé.',
  create: 'Créer le webhook',
  created: 'Webhook créé',
  keepIt:
    'Copiez ce secret maintenant dans le programme qui reçoit : il lui sert à vérifier les signatures et ne sera plus jamais affiché. En cas de doute, supprimez le webhook et créez-en un autre.',
  copy: 'Copier',
  copied: 'Copié',
  done: 'J’ai copié le secret',
  pause: 'Suspendre',
  pauseOf: (url: string) => `Suspendre le webhook ${url}`,
  goOn: 'Réactiver',
  goOnOf: (url: string) => `Réactiver le webhook ${url}`,
  remove: 'Supprimer',
  removeOf: (url: string) => `Supprimer le webhook ${url}`,
  removeTitle: 'Supprimer ce webhook ?',
  removeText: (url: string) =>
    `${url} ne recevra plus rien. Le journal et les envois en attente sont supprimés aussi.`,
  removed: 'Webhook supprimé.',
  paused: 'Webhook suspendu : ce qui change est conservé trente jours, et envoyé à la reprise.',
  goesOn: 'Webhook réactivé : les envois en attente partent.',
  journal: 'Journal',
  journalOf: (url: string) => `Journal du webhook ${url}`,
  journalEmpty: 'Rien n’a été envoyé pour l’instant.',
  journalHint: 'Les trente derniers jours, du plus récent au plus ancien.',
  more: 'Afficher la suite',
  refresh: 'Actualiser',
  replay: 'Renvoyer',
  replayOf: (id: string) => `Renvoyer l’envoi ${id}`,
  replayed: 'Renvoi demandé, sous le même identifiant.',
  madeBy: (when: string, who: string) => `Créé le ${when} par ${who}`,
  all: 'Envoie tous les changements',
  only: (types: string) => `Envoie : ${types}`,
  lastDelivered: (when: string) => `dernier envoi accepté le ${when}`,
  neverDelivered: 'aucun envoi accepté pour l’instant',
  failingSince: (when: string) => `En échec depuis le ${when}`,
  waiting: (count: number) => (count === 1 ? '1 envoi en attente' : `${String(count)} envois en attente`),
  attempts: (count: number) => (count === 1 ? '1 essai' : `${String(count)} essais`),
  lastAttempt: (when: string) => `dernier essai le ${when}`,
  nextAttempt: (when: string) => `prochain essai le ${when}`,
  answered: (status: number) => `réponse ${String(status)}`,
  close: 'Fermer',
} as const;

export const WEBHOOK_STATES: Readonly<Record<WebhookState, string>> = {
  ACTIVE: 'Actif',
  PAUSED: 'Suspendu',
  DISABLED: 'Désactivé après échecs',
};

export const WEBHOOK_DELIVERY_STATES: Readonly<Record<WebhookDeliveryState, string>> = {
  PENDING: 'En attente',
  DELIVERED: 'Accepté',
  FAILED: 'Abandonné',
};

export const WEBHOOK_FAULTS: Readonly<Record<WebhookFault, string>> = {
  REFUSED: 'refusé',
  REDIRECTED: 'redirection, non suivie',
  TIMED_OUT: 'pas de réponse à temps',
  NOT_REACHED: 'serveur non joint',
  NOT_PUBLIC: 'l’adresse mène à un réseau privé',
  GONE: 'le serveur ne veut plus rien recevoir',
};

export const CHANGE_TYPES: Readonly<Record<ChangeType, string>> = {
  ticket: 'tickets',
  party: 'tiers',
  account: 'comptes',
  building: 'immeubles',
  unit: 'lots',
  mandate: 'mandats',
  lease: 'baux',
  rentCall: 'appels de loyer',
  registerEntry: 'registre des mandats',
};
