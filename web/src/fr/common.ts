import type { TimerKind } from '../api/types.js';

export const COMMON = {
  product: 'Intervia',
  property: 'Mandats et baux',
  tagline: 'La gestion des tickets de votre agence',
  cancel: 'Annuler',
  retry: 'Réessayer',
  close: 'Fermer',
  remove: (name: string) => `Retirer ${name}`,
  dateTimeHint: 'jj/mm/aaaa hh:mm',
  pickDateTime: (label: string) => `Ouvrir le calendrier : ${label}`,
  loading: 'Chargement…',
  skip: 'Aller au contenu',
  navigation: 'Modules',
  caf: 'CAF',
  jestimo: 'Jestimo',
  signOut: 'Se déconnecter',
  live: 'En direct',
  offline: 'Hors ligne, reconnexion…',
  notFound: "Cette page n'existe pas.",
  backHome: 'Revenir aux tickets',
  crashed: "La page n'a pas pu s'afficher.",
  reload: 'Recharger la page',
  noRight: "Vous n'avez accès à aucun module de tickets. Voyez l'administrateur de votre agence.",
};

/** What the keyboard does, by page: the sheet behind "?". */
export const SHORTCUTS = {
  title: 'Raccourcis clavier',
  parts: [
    {
      title: 'Partout',
      keys: [
        [['?'], 'Afficher cette aide'],
        [['Échap'], 'Fermer une fenêtre où rien n’est saisi'],
        [['Tab', 'Maj + Tab'], 'Aller au bouton ou au champ suivant, précédent'],
      ],
    },
    {
      title: 'Dans la liste des tickets',
      keys: [
        [['J', '↓'], 'Ticket suivant'],
        [['K', '↑'], 'Ticket précédent'],
        [['Entrée'], 'Ouvrir le ticket'],
        [['/'], 'Rechercher'],
        [['N'], 'Nouveau ticket'],
      ],
    },
    {
      title: 'Dans un ticket',
      keys: [
        [['S'], 'Faire la prochaine étape proposée'],
        [['A'], 'Aller à toutes les actions possibles, puis Tab et Entrée'],
        [['R'], 'Envoyer un message'],
        [['O'], 'Ajouter une note interne'],
        [['M'], 'Modifier le ticket'],
        [['V'], 'À revoir le…'],
        [['L'], 'Revenir à la liste'],
      ],
    },
  ] as readonly { title: string; keys: readonly (readonly [readonly string[], string])[] }[],
};

export const SIGN_IN = {
  title: 'Connexion',
  mail: 'Adresse e-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  mailMissing: 'Indiquez votre adresse e-mail.',
  passwordMissing: 'Indiquez votre mot de passe.',
  clients: { question: 'Copropriétaire, propriétaire ou locataire ?', link: 'Espace client' },
  reveal: 'Afficher ou masquer les caractères',
};

export const LIST = {
  title: (module: string) => `Tickets ${module}`,
  create: 'Nouveau ticket',
  mine: 'Mes tickets',
  attached: 'Mes immeubles',
  views: 'Files de travail',
  queue: {
    TODO: 'À traiter',
    UNREAD: 'Non lus',
    WEEK_VISITS: 'RDV de la semaine',
    LATE: 'En retard',
    URGENT: 'Urgents',
    PENDING: 'À valider',
    DORMANT: 'Dormants',
    REVIEW: 'À revoir',
    ASIDE: 'Mis de côté',
    '': 'Tous en cours',
  },
  ownViews: {
    keep: 'Garder cette vue',
    keepHint: 'Les filtres, la file et la recherche du moment, pour vous seul, sur tous vos appareils.',
    name: 'Nom de la vue',
    nameMissing: 'Donnez un nom à cette vue.',
    sameName: 'Une vue de ce nom existe : elle sera remplacée.',
    kept: (name: string) => `Vue « ${name} » gardée.`,
    remove: (name: string) => `Retirer la vue « ${name} »`,
    removed: (name: string) => `Vue « ${name} » retirée.`,
    submit: 'Garder',
  },
  waiting: (n: number) => (n > 99 ? '99+' : String(n)),
  show: 'Afficher',
  search: 'Rechercher',
  searchHint: {
    syndic: 'Numéro, copropriété, sujet, intervenant…',
    gerance: 'Numéro, lot, immeuble, propriétaire, sujet…',
  },
  columns: {
    status: 'Statut',
    number: 'N°',
    type: 'Type',
    subject: 'Sujet',
    place: 'Lieu',
    contractor: 'Intervenant',
    next: 'Échéance / RDV',
    manager: 'Gestionnaire',
    modified: 'Modifié le',
    opened: 'Ouvert le',
    amount: 'Montant',
  },
  overdue: (moment: string) => `C’était prévu ${moment}`,
  unread: 'Non lu',
  urgent: 'Urgent',
  addressRefused: 'Adresse refusée',
  more: 'Afficher la suite',
  count: (n: number, more: boolean) => `${n}${more ? ' premiers' : ''} ticket${n > 1 ? 's' : ''}`,
  empty: 'Aucun ticket',
  emptyHint: 'Aucun ticket ne correspond à ces critères.',
  searchAdvice:
    'Un mot se cherche par son début, trois lettres au moins ; « de », « la », « rue » ne se cherchent pas seuls.',
  searchIn: 'Rechercher par',
  anywhere: 'Partout',
  allTypes: 'Tous les types',
  type: (short: string, long: string) => `${short} : ${long}`,
  print: 'Imprimer la liste',
  statistics: 'Statistiques et tableau de bord',
  reports: 'Rapports',
  export: 'Exporter la liste',
  tools: 'Actions',
  delete: (number: number) => `Supprimer le ticket ${number}`,
  deleted: (number: number) => `Ticket n° ${number} supprimé.`,
  showEveryone: 'Voir aussi les tickets des autres gestionnaires',
  changed: (number: number, status: string) => `Ticket ${number} : ${status}`,
  keys: 'Raccourcis : J et K pour parcourir, Entrée pour ouvrir, / pour rechercher, N pour créer.',
};

/** What is to happen next on a ticket, short enough for a column. */
export const NEXT_UP = {
  visit: 'RDV',
  WORK_ORDER_REMINDER: 'Relance',
  QUOTE_REMINDER: 'Relance',
  INVOICE_REMINDER: 'Relance',
  APPROVAL_REMINDER: 'Relance',
  APPOINTMENT_REMINDER: 'Relance',
  COMPLETION_REMINDER: 'Relance',
  VISIT: 'Rappel',
  PRESENCE: 'Présence',
  COMPLETION: 'Fin',
} satisfies Record<TimerKind | 'visit', string>;

/** Manual, "Actions sur sélection". */
export const SELECTION = {
  title: 'Sélection',
  select: (number: number) => `Sélectionner le ticket ${number}`,
  all: 'Tout sélectionner',
  none: 'Tout désélectionner',
  count: (n: number) => `${n} ticket${n > 1 ? 's' : ''} sélectionné${n > 1 ? 's' : ''}`,
  most: '(le maximum)',
  actions: 'Actions sur la sélection',
  manager: 'Changer le gestionnaire',
  newManager: 'Nouveau gestionnaire',
  choose: 'Choisir…',
  submit: 'Transférer',
  csv: 'Exporter en CSV',
  txt: 'Exporter en TXT',
  changed: (n: number) => `${n} ticket${n > 1 ? 's' : ''} transféré${n > 1 ? 's' : ''}.`,
  refused: (n: number) => `${n} ticket${n > 1 ? 's' : ''} non transféré${n > 1 ? 's' : ''}`,
};

/** Of the text of a note: dark enough on white (WCAG 1.4.3). */
export const COLOURS: Record<string, string> = {
  '#a4161a': 'rouge',
  '#0a4a82': 'bleu',
  '#1b6b3a': 'vert',
  '#7a4a00': 'brun',
};

/** What the buttons of the rich text editor are called. */
export const RICH_TEXT = {
  boldControlLabel: 'Gras',
  italicControlLabel: 'Italique',
  underlineControlLabel: 'Souligné',
  strikeControlLabel: 'Barré',
  clearFormattingControlLabel: 'Effacer la mise en forme',
  colorControlLabel: (colour: string) => `Texte ${COLOURS[colour] ?? colour}`,
  unsetColorControlLabel: 'Couleur par défaut',
  h3ControlLabel: 'Titre',
  blockquoteControlLabel: 'Citation',
  bulletListControlLabel: 'Liste à puces',
  orderedListControlLabel: 'Liste numérotée',
  linkControlLabel: 'Lien',
  unlinkControlLabel: 'Retirer le lien',
  linkEditorInputLabel: 'Adresse du lien',
  linkEditorInputPlaceholder: 'https://exemple.fr',
  linkEditorExternalLink: 'Ouvrir dans un nouvel onglet',
  linkEditorInternalLink: 'Ouvrir dans le même onglet',
  linkEditorSave: 'Enregistrer',
  undoControlLabel: 'Annuler la dernière saisie',
  redoControlLabel: 'Rétablir',
};
