import type { CarnetChapter, ReportPart, ReportVersion, SharedWith } from '../api/types.js';

const many = (count: number, one: string): string => `${count} ${one}${count > 1 ? 's' : ''}`;

export const REPORTS = {
  title: (module: string) => `Rapports ${module}`,
  list: 'Rapports établis',
  new: 'Nouveau rapport',
  empty: 'Aucun rapport pour l’instant',
  emptyHint: 'Un rapport réunit les tickets clos d’un immeuble ou d’un lot sur une période.',
  created: 'Le rapport est en préparation : vous en recevrez une copie par e-mail.',
  asked: (at: string, by: string) => `Demandé le ${at} par ${by}`,
  waiting: 'En attente de préparation',
  making: (done: number, total: number) => `En préparation : ${done} sur ${many(total, 'ticket')}`,
  progress: (label: string) => `Avancement : ${label}`,
  retried: 'Nouvel essai automatique dans quelques instants.',
  failed: 'Le rapport n’a pas pu être établi.',
  retry: 'Recommencer',
  ready: 'Prêt',
  pdf: 'PDF',
  xlsx: 'Excel',
  csv: 'CSV',
  open: (title: string) => `Ouvrir : ${title}`,
  fileOf: (format: string, title: string) => `${format} : ${title}`,
  share: (title: string) => `Donner à voir sur l’extranet : ${title}`,
  delete: (title: string) => `Supprimer : ${title}`,
  deleteTitle: 'Supprimer ce rapport ?',
  deleteText:
    'Le rapport et ses fichiers sont supprimés ; ceux à qui il avait été donné ne le voient plus. Cette action ne peut pas être annulée.',
  deleteConfirm: 'Supprimer le rapport',
  deleted: 'Rapport supprimé.',
  shown: (count: number, total: number) => `${count} sur ${many(total, 'rapport')}`,
  more: 'Afficher plus',
  visible: 'Visible par',
  kind: 'Document',
  place: 'Immeuble ou lot',
  building: 'Copropriété',
  placeHint: 'Nom, référence ou adresse…',
  placeMissing: 'Choisissez un immeuble.',
  wholeOnly: 'Ce document porte sur un immeuble entier.',
  parts: 'Choix des données',
  partsHint: 'Seuls les tickets clos sont pris en compte.',
  version: 'Version',
  make: 'Établir le rapport',
  mailed: (mail: string) => `Une copie sera envoyée à ${mail}.`,
  carnet: 'Compléter le carnet de cet immeuble',
};

export const REASONS: Readonly<Record<string, string>> = {
  STORAGE_FULL: 'Le disque de la plateforme est plein.',
};
export const OTHER_REASON = 'Un service ne répondait pas.';

export const VERSIONS: Readonly<Record<ReportVersion, { label: string; hint: string }>> = {
  HANDOUT: {
    label: 'À diffuser',
    hint: 'Sans coordonnées personnelles, ni locataires, ni détail des parties privatives.',
  },
  FILE: { label: 'Pour le dossier', hint: 'Complète ; reste dans l’agence.' },
};

export const PARTS: Readonly<Record<ReportPart, string>> = {
  AMOUNTS: 'Montants',
  CONTRACTORS: 'Intervenants',
  DESCRIPTIONS: 'Descriptions',
  HISTORY: 'Chronologie',
  PHOTOS: 'Photos',
  PEOPLE: 'Personnes à contacter',
};

export const SHARED: Readonly<Record<SharedWith, string>> = {
  NOBODY: 'l’agence seule',
  COUNCIL: 'le conseil syndical',
  CO_OWNERS: 'tous les copropriétaires',
};

export const CARNET = {
  title: 'Carnet d’entretien',
  back: 'Rapports',
  lead: 'Ce qui est écrit ici est gardé, et repris dans chaque carnet. Les travaux connus des tickets clos s’y ajoutent d’eux-mêmes.',
  add: 'Ajouter une ligne',
  addTo: (chapter: string) => `Ajouter une ligne : ${chapter}`,
  remove: (subject: string) => `Retirer la ligne ${subject}`,
  none: 'Rien d’inscrit.',
  save: 'Enregistrer le carnet',
  saved: 'Carnet enregistré.',
  subject: 'Objet',
  company: 'Entreprise ou assureur',
  reference: 'N° de contrat',
  year: 'Année',
  expiresOn: 'Échéance',
  amount: 'Montant TTC (€)',
  dayHint: 'jj/mm/aaaa',
  required: 'Écrivez de quoi il s’agit.',
  notADay: 'Écrivez une date : jj/mm/aaaa.',
  notAYear: 'Écrivez une année.',
  notAnAmount: 'Écrivez un montant.',
};

export const CHAPTERS: Readonly<Record<CarnetChapter, string>> = {
  INSURANCE: 'Contrats d’assurance de l’immeuble',
  MAJOR_WORKS: 'Gros travaux réalisés',
  WORKS_INSURANCE: 'Assurances dommages-ouvrage en cours',
  MAINTENANCE: 'Contrats d’entretien et de maintenance',
  DTG: 'Travaux issus du diagnostic technique global',
  PLAN: 'Plan pluriannuel de travaux adopté',
};
