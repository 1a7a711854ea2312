import type { WizardCode } from '../wizards/plan/wizard.js';

export const WIZARD_TITLES: Readonly<Record<WizardCode, string>> = {
  MANDATE: 'Nouveau mandat',
  TENANT: 'Nouveau locataire',
  UNIT: 'Nouveau lot',
};

/** Manual, "Principes de navigation et validation". */
export const WIZARD = {
  steps: (wizard: string) => `Étapes : ${wizard}`,
  step: (n: number) => `Étape ${n} :`,
  position: (n: number, last: number, title: string) => `Étape ${n} sur ${last} : ${title}`,
  window: (n: number, last: number) => `Fenêtre ${n} sur ${last}`,
  current: 'En cours',
  done: 'Validée',
  next: 'Étape suivante',
  previous: 'Étape précédente',
  backToUnits: 'Valider et retourner à la liste des lots',
  backToTenants: 'Étape suivante : retour à la liste des lots',
  save: 'Enregistrer',
  leave: 'Quitter l’assistant',
  saveStates: {
    saved: 'Brouillon enregistré',
    typing: 'Saisie en cours…',
    saving: 'Enregistrement du brouillon…',
    offline: 'Connexion interrompue : votre saisie est gardée ici et sera enregistrée dès son retour.',
    conflict: 'À trancher : voir ci-dessous',
    refused: 'Brouillon non enregistré',
  },
  savedAt: (when: string, by: string) => `Brouillon enregistré ${when}${by ? ` par ${by}` : ''}`,
  presence: (names: string) => `${names} travaille aussi sur ce brouillon.`,
  merged: (by: string) =>
    `${by || 'Quelqu’un d’autre'} a aussi modifié cette étape : ses changements sont repris avec les vôtres.`,
  faults: (n: number) =>
    n > 1
      ? `${n} points sont à compléter ou à corriger avant de continuer :`
      : 'Un point est à compléter ou à corriger avant de continuer :',
  conflict: (by: string) =>
    `${by || 'Quelqu’un d’autre'} vient d’enregistrer cette étape avec d’autres valeurs que les vôtres. Rien n’est perdu : votre saisie reste affichée, et voici la sienne.`,
  theirs: (label: string, value: string, by: string) =>
    `${label} : ${by || 'l’autre saisie'} a mis « ${value} ».`,
  takeTheirs: 'Prendre cette valeur',
  settle: 'Enregistrer ce qui est affiché',
  nothing: 'rien',
  several: 'plusieurs valeurs',
  yesNo: (yes: boolean) => (yes ? 'oui' : 'non'),
  gone: 'Ce brouillon n’existe plus : il a été supprimé, ou ses fiches ont été créées.',
  readOnly: 'Votre rôle vous permet de consulter, pas de modifier.',
};

/** Manual, "Quitter l'assistant". */
export const LEAVE = {
  title: 'Quitter l’assistant',
  keep: 'Fermer l’écran et enregistrer ma saisie en brouillon',
  notKeepable: 'Possible une fois qu’une étape a été validée.',
  delete: 'Fermer l’écran et supprimer le brouillon en cours',
  confirm: 'Valider',
  close: 'Fermer',
};

export const DRAFTS = {
  title: {
    MANDATE: 'Mandats en attente',
    UNIT: 'Lots en attente',
    TENANT: 'Lots pour affectation locataire',
  },
  create: 'Créer',
  hint: 'Reprenez un brouillon à l’étape où il s’est arrêté, ou créez-en un nouveau.',
  untitled: 'Sans nom',
  columns: { title: 'Brouillon', step: 'Étape', saved: 'Enregistré', who: 'En cours par' },
  resume: (title: string) => `Reprendre ${title}`,
  delete: (title: string) => `Supprimer le brouillon ${title}`,
  deleteTitle: 'Supprimer le brouillon ?',
  deleteConfirm: 'Supprimer le brouillon',
  deleteText: (title: string) => `« ${title} » : aucune fiche ne sera créée, et la saisie sera perdue.`,
  deleted: 'Brouillon supprimé.',
  complete: 'Complet',
  empty: 'Aucun brouillon.',
};

/** Manual, "Étape 4 – Immeuble – Lot(s)". */
export const UNITS = {
  title: 'Immeuble et lot(s)',
  hint: 'Rattachez au mandat le ou les lots du propriétaire : un lot à créer en gérance, ou un lot déjà connu du module syndic.',
  add: 'Ajouter un lot',
  gerance: 'Lot en gérance',
  geranceHint: 'À créer, dans un immeuble nouveau ou existant',
  syndic: 'Lot en syndic',
  syndicHint: 'Déjà dans le module syndic : repris tel quel',
  empty: 'Aucun lot pour le moment : ajoutez-en un.',
  edit: (name: string) => `Modifier ${name}`,
  remove: (name: string) => `Retirer ${name}`,
  fromSyndic: 'Lot en syndic : repris tel quel, non modifiable ici.',
  incomplete: 'À compléter',
  unnamed: (n: number) => `Lot ${n}`,
  chooseSyndic: 'Choisir un lot du module syndic',
  search: 'Rechercher un lot',
  searchHint: 'Code, immeuble, copropriétaire…',
  choose: (name: string) => `Choisir ${name}`,
  chooseIt: 'Choisir',
  none: 'Aucun lot de syndic ne correspond.',
  more: 'Afficher la suite',
};

/** Manual, "Étape 5 – Et après…", and the message after it. */
export const AND_THEN = {
  title: 'Et après…',
  hint: 'Ajoutez un autre lot, quittez pour y revenir plus tard, ou enregistrez pour créer toutes les fiches en une fois.',
  recap: 'Récapitulatif',
  owner: 'Propriétaire',
  account: 'Compte',
  mandate: 'Mandat',
  units: 'Lots',
  toComplete: 'Étapes à compléter',
  again: 'Réessayer',
  offline:
    'La connexion a été interrompue pendant l’enregistrement. Réessayez : les fiches ne seront créées qu’une fois.',
  refused: 'Aucune fiche n’a été créée et votre saisie est intacte. À corriger :',
};

export const FINISHED = {
  progress: 'Création des fiches',
  running: (done: number, total: number) => `Création des fiches… ${done} sur ${total}`,
  title: { MANDATE: 'Mandat créé', TENANT: 'Locataire créé', UNIT: 'Lot créé' },
  mandate: (number: string) => `Mandat n° ${number} inscrit au registre.`,
  files: 'Fiches créées',
  kinds: {
    PARTY: 'Tiers',
    ACCOUNT: 'Compte',
    BUILDING: 'Immeuble',
    UNIT: 'Lot',
    MANDATE: 'Mandat',
    LEASE: 'Bail',
  },
  offer: 'Voulez-vous créer le locataire associé ?',
  accept: 'Créer le locataire',
  decline: 'Non, terminer',
  home: 'Retour aux mandats et baux',
  refused: 'Les fiches n’ont pas été créées.',
  back: 'Revenir au brouillon',
};

/** Manual, "Nouveau locataire", "Étape 1 : choix du ou des lot(s)". */
export const TENANTS = {
  choose: 'Choisissez les lots où entre un locataire.',
  search: 'Rechercher un lot',
  searchHint: 'Code, immeuble, propriétaire, locataire…',
  columns: {
    unit: 'Lot',
    building: 'Immeuble',
    owner: 'Propriétaire',
    present: 'Locataire en place',
    new: 'Nouveau locataire',
    step: 'Étape',
  },
  leaves: (on: string) => `part le ${on}`,
  vacant: 'Libre',
  select: (name: string) => `Choisir ${name}`,
  selected: (n: number) => `${n} lot${n > 1 ? 's' : ''} choisi${n > 1 ? 's' : ''}`,
  treat: 'Traiter la sélection',
  treatAll: 'Tout traiter',
  tooMany: (max: number) => `${max} lots au plus à la fois.`,
  open: 'Ajout / modification du nouveau locataire',
  openOne: (name: string) => `Saisir le nouveau locataire : ${name}`,
  validate: 'Valider les nouveaux locataires',
  validateNone: 'Aucun nouveau locataire n’est complet.',
  addUnits: 'Ajouter des lots',
  notYet: 'Pas encore saisi',
  empty: 'Aucun lot ne correspond.',
  made: (n: number) => `${n} locataire${n > 1 ? 's' : ''} créé${n > 1 ? 's' : ''}.`,
  refused: (title: string) => `${title} : non créé.`,
  keepAll: 'Conserver les saisies en brouillon',
  deleteAll: 'Supprimer les brouillons de cette liste',
};

/** Manual, "Nouveau lot", "Étape 0". */
export const UNIT_WIZARD = {
  choose: 'Choisissez le mandat de gestion du lot (un seul à la fois).',
  search: 'Rechercher un mandat',
  searchHint: 'Numéro, mandant…',
  mandate: (number: string, owner: string) => `Mandat n° ${number} · ${owner}`,
  select: (name: string) => `Choisir : ${name}`,
  chooseIt: 'Choisir',
  empty: 'Aucun mandat actif ne correspond.',
  step: 'Mandat',
};
