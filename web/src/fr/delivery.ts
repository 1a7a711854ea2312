import type { SimulatedMessage } from '../api/types.js';

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n > 1 ? many : one}`;

export const SIMULATION = {
  open: 'Voir ce qui partira',
  ofTicket: 'Voir ce qui partira encore',
  hint: "Rien n'est envoyé. Les relances partent seulement si personne n'agit avant ; les heures de repos peuvent les décaler.",
  none: 'Aucun message ne partira.',
  total: (mails: number, sms: number) =>
    `${plural(mails, 'e-mail')} et ${plural(sms, 'SMS', 'SMS')} en tout (un SMS coûte un crédit)`,
  atOnce: 'À la validation',
  later: "Ensuite, si personne n'agit",
  sms: (n: number, recipients: number) =>
    `${plural(n, 'SMS', 'SMS')}${recipients > 1 ? ` × ${recipients} destinataires` : ''}`,
  ucs2: 'alphabet étendu',
  deliveries: {
    SILENCED: 'Ne partira pas (mode silencieux)',
    FAILED: 'Ne partira pas (aucune adresse)',
  } satisfies Partial<Record<SimulatedMessage['delivery'], string>>,
};

export const SETTINGS_TABS = {
  label: 'Parties des paramètres',
  names: {
    module: 'Module',
    'mail-templates': "Modèles d'e-mails",
    'sms-templates': 'Modèles de SMS',
    channels: "Comptes d'envoi",
    deletions: 'Suppressions',
  },
};

export const CHANNELS_PAGE = {
  title: "Comptes d'envoi",
  hint: "Communs aux deux modules. Sans compte de l'agence, tout part par celui de la plateforme.",
  mail: 'E-mail',
  dkim: 'Signature DKIM',
  sms: 'SMS',
  labels: {
    ownMail: "Envoyer par le serveur de l'agence",
    from: "Adresse de l'expéditeur",
    host: 'Serveur SMTP',
    port: 'Port',
    security: 'Chiffrement',
    user: 'Utilisateur',
    password: 'Mot de passe',
    ownDkim: 'Signer les e-mails',
    domain: 'Domaine',
    selector: 'Sélecteur',
    privateKey: 'Clé privée',
    ownSms: "Envoyer par le compte OVH de l'agence",
    sender: "Nom de l'expéditeur",
    service: 'Compte SMS',
    appKey: "Clé d'application",
    appSecret: "Secret d'application",
    consumerKey: 'Clé de consommateur',
    creditsThreshold: 'Prévenir les administrateurs au-dessous de ce nombre de crédits',
    receiptsUrl: 'Accusés de réception',
    incomingUrl: 'SMS reçus',
  },
  hints: {
    platformMail: "Les e-mails partent par le serveur de la plateforme, au nom de l'agence.",
    user: 'Sans utilisateur, le serveur ne demande pas de mot de passe et celui qui est enregistré est retiré.',
    passwordAgain: 'À ressaisir : le serveur ou l’utilisateur a changé.',
    dkim: "Prouve aux messageries que les e-mails viennent du domaine de l'expéditeur. Sans effet sur une adresse d'un autre domaine.",
    privateKey: 'Au format PEM, du début à la fin',
    platformSms: 'Les SMS partent par le compte de la plateforme.',
    sender: "11 lettres ou chiffres au plus, déclaré chez OVH. Vide : celui de l'agence.",
    service: 'Par exemple sms-ab12345-1',
    creditsThreshold: '0 : ne jamais prévenir',
    callbacks: 'À indiquer chez OVH pour suivre la remise des SMS et recevoir les réponses.',
  },
  tls: 'TLS dès la connexion',
  startTls: 'STARTTLS si le serveur le propose',
  stored: 'Enregistré',
  replace: 'Remplacer',
  replaceNamed: (label: string) => `Remplacer : ${label}`,
  keep: "Garder l'actuel",
  credits: 'Crédits',
  creditsLeft: (n: number) => `${n} crédit${n > 1 ? 's' : ''} à la dernière lecture`,
  callbacks: "Adresses d'appel",
  copy: 'Copier',
  copied: 'Copié',
  copyNamed: (label: string) => `Copier : ${label}`,
  number: 'Indiquez un nombre entier.',
};

export const PREFERENCES = {
  title: 'Préférences',
  alerts: 'Alertes par e-mail',
  hint: 'Votre choix ne concerne que vous.',
  each: 'Un e-mail par alerte, tout de suite',
  digest: 'Un seul e-mail par jour, avec toutes les alertes',
  hour: "Heure de l'envoi",
  hourName: (hour: number) => `${hour} h`,
  atOnce: 'Ce qui a été réuni depuis le dernier envoi part dès que vous revenez aux e-mails séparés.',
  saved: 'Préférences enregistrées.',
};

export const REVIEWS = {
  title: 'Réponses à classer',
  menu: (n: number | undefined) => `Réponses à classer${n ? ` (${n})` : ''}`,
  hint: "E-mails et SMS reçus dont l'expéditeur ou le ticket n'a pas été reconnu.",
  state: 'Afficher',
  states: { OPEN: 'À classer', ASSIGNED: 'Rattachées', DISMISSED: 'Écartées' },
  empty: {
    OPEN: 'Aucune réponse à classer.',
    ASSIGNED: 'Aucune réponse rattachée.',
    DISMISSED: 'Aucune réponse écartée.',
  },
  noSubject: 'Sans sujet',
  from: (sender: string) => `De : ${sender}`,
  documents: 'Pièces jointes',
  assign: 'Rattacher à un ticket',
  dismiss: 'Écarter',
  dismissTitle: 'Écarter cette réponse ?',
  dismissText: 'Elle ne sera rattachée à aucun ticket. Vous la retrouverez parmi les réponses écartées.',
  exchange: "Dans l'échange avec",
  noExchange: "Ce ticket n'a personne avec qui échanger.",
  submit: 'Rattacher',
  assigned: (number: number) => `Réponse rattachée au ticket n° ${number}.`,
  dismissed: 'Réponse écartée.',
  settled: (name: string, when: string) => `Traitée par ${name} le ${when}`,
  missingExchange: 'Choisissez un échange.',
};
