import { MOST_FILES, MOST_PER_FILE } from './files.js';
import type { TimerSettings } from '../api/types.js';

export const CREATION = {
  title: (module: string) => `Nouveau ticket ${module}`,
  parts: { top: 'Demande', centre: 'Problème signalé', bottom: 'Options et destinataires' },
  type: 'Type de ticket',
  workOrder: 'Ordre de service',
  quote: 'Devis',
  quoteHint: 'Plusieurs intervenants : un devis multiple, dont un seul sera retenu.',
  place: { syndic: 'Copropriété', gerance: 'Lot ou immeuble' },
  placeHint: { syndic: 'Nom, référence ou adresse', gerance: 'Lot, immeuble, propriétaire ou locataire' },
  clearPlace: 'Effacer le lieu',
  units: 'Lots',
  buildings: 'Immeubles complets',
  unitsOnly: 'ses lots seulement',
  nothingFound: 'Aucun résultat',
  searching: 'Recherche…',
  manager: 'Assigné à',
  requester: "Identité à l'origine de la demande",
  requesterHint: 'Nom ou qualité, ou un tiers du lieu choisi',
  source: 'Source',
  choose: 'Choisir…',
  requestedAt: 'Date et heure de la demande',
  requestedAtHint: 'Repère durant toute la vie du ticket',
  subject: 'Sujet',
  subjectHint: 'Repris dans toutes les correspondances',
  description: 'Description',
  descriptionHint: 'Transmise aux intervenants',
  digicode: (code: string) => `Digicode : ${code}. Il est ajouté à la description envoyée à l'intervenant.`,
  originalDescription: 'Description originale',
  originalHint: 'Collez ici les informations transmises par le demandeur',
  notifiedDescription: 'Description pour les notifiés',
  notifiedHint: 'Si elle doit différer de celle des intervenants',
  options: 'Options',
  contractors: 'Intervenants',
  trade: 'Corps de métier',
  allTrades: 'Tous les corps de métier',
  addContractor: 'Ajouter un intervenant',
  contractorHint: 'Nom, métier ou compte',
  addUnlisted: 'Saisir un intervenant non listé',
  contacts: 'Personnes à contacter',
  notified: 'Personnes à notifier',
  groups: 'Notifier aussi',
  addPerson: 'Ajouter une personne non listée',
  suggestions: 'Personnes du lieu',
  choosePlace: "Choisissez d'abord le lieu pour voir ses occupants.",
  person: (index: number) => `Personne ${index}`,
  contractor: (index: number) => `Intervenant ${index}`,
  name: 'Nom',
  mails: 'E-mails',
  mobiles: 'Portables',
  severalHint: 'Plusieurs possibles, séparés par , ou ;',
  phone: 'Téléphone',
  personComment: 'Commentaire',
  ownInstructions: 'Instructions propres à cet intervenant',
  byMail: 'Par e-mail',
  bySms: 'Par SMS',
  timers: 'Délais de relance',
  delay: 'Délai',
  unit: 'Unité',
  days: 'jours',
  hours: 'heures',
  maximum: 'Nombre maximal',
  quietFrom: 'De (heure)',
  quietUntil: 'À (heure)',
  attachments: 'Pièces jointes',
  submit: 'Créer le ticket',
  validate: 'Valider le ticket',
  arrived:
    'Un premier envoi de ce formulaire, avec un texte différent, est déjà arrivé : son ticket existe. Votre saisie est conservée.',
  lookAtArrived: 'Voir ce ticket',
  lookAtList: 'Voir la liste, où il est en tête',
  sendAnother: 'Envoyer comme un autre ticket',
  discard: 'Effacer la saisie',
  errorSummary: 'Le ticket n’a pas été créé. Corrigez les points suivants :',
  created: (number: number) => `Ticket n° ${number} créé.`,
  validation: (number: number) => `Valider la demande n° ${number}`,
  validationHint:
    'Vérifiez la demande, choisissez le type de ticket et les intervenants. Le demandeur sera averti de votre décision.',
  validated: (number: number) => `Demande n° ${number} validée.`,
  keptDocuments: (n: number) =>
    n > 1 ? `Les ${n} documents de la demande sont conservés.` : 'Le document de la demande est conservé.',
};

/** What every form says when it could not be sent. */
export const SUBMISSION = {
  offline: "La connexion a été interrompue : rien n'est perdu, et un nouvel essai ne créera pas de doublon.",
  conflict:
    "Quelqu'un d'autre vient d'enregistrer ces données : rien n'a été écrasé. Votre saisie reste affichée tant que vous ne reprenez pas ce qui est enregistré.",
  reload: 'Reprendre ce qui est enregistré',
  unsaved: 'Rien n’a été enregistré. Corrigez les points suivants :',
};

export const EDITION = {
  title: (number: number) => `Modifier le ticket n° ${number}`,
  submit: 'Enregistrer',
  done: 'Ticket modifié.',
  attachments: 'Ajouter des pièces jointes',
  restored: 'Vos changements, pas encore enregistrés, ont été repris. « Annuler » les abandonne.',
};

/** Two people change the same fields. */
export const CLASH = {
  title: (by: string) => `${by} a modifié ce ticket en même temps que vous`,
  text: 'Rien n’est encore enregistré. Pour chacun des champs que vous avez changés tous les deux, choisissez ce qui doit rester, puis enregistrez.',
  mine: (words: string) => `Ma version : ${words}`,
  theirs: (by: string, words: string) => `La version de ${by} : ${words}`,
  choose: 'Continuer avec ces choix',
  nothing: 'rien',
  words: (text: string) => (text.trim() ? `« ${text.trim()} »` : 'rien'),
  people: (names: readonly string[]) => names.join(', ') || 'personne',
  yesNo: (isOn: boolean) => (isOn ? 'oui' : 'non'),
  reminder: (name: string, delay: string, unit: 'days' | 'hours', maximum: string) =>
    `${name} : ${delay} ${unit === 'days' ? 'j' : 'h'}, ${maximum} au plus`,
};

/** Manual, "Délais de relance". */
export const TIMER_NAMES: Record<keyof TimerSettings, string> = {
  workOrder: "Relance de l'ordre de service",
  quote: 'Relance du devis',
  approval: "Relance de l'approbation",
  invoice: 'Relance de la facture',
  visitHours: "Rappel de l'intervention, en heures avant le RDV (0 : aucun)",
  presenceMinutes: "Demande de présence, en minutes avant l'intervention",
  completionMinutes: "Demande de fin d'intervention, en minutes après la durée prévue",
  quiet: 'Aucune relance la nuit, les dimanches et jours fériés',
};

export const CREATION_ERRORS = {
  place: 'Choisissez le lieu.',
  source: 'Choisissez la source de la demande.',
  subject: 'Indiquez le sujet.',
  contractors: 'Ajoutez au moins un intervenant.',
  name: 'Indiquez le nom.',
  requestedAt: 'Indiquez la date et l’heure de la demande, par exemple 05/03/2026 14:30.',
  mails: 'Adresse e-mail incorrecte.',
  channelMail: 'Indiquez une adresse e-mail, ou décochez « Par e-mail ».',
  channelSms: 'Indiquez un portable, ou décochez « Par SMS ».',
  contractorChannel: 'Cochez « Par e-mail » ou « Par SMS ».',
  delay: 'Indiquez un délai, d’une heure à 365 jours.',
  maximum: 'Indiquez un nombre de 0 à 20.',
  whole: (maximum: number) => `Indiquez un nombre de 0 à ${maximum}.`,
  uploads: "Attendez la fin de l'envoi des pièces jointes, ou retirez celles en échec.",
};

export const UPLOADS = {
  drop: 'Déposez vos fichiers ici, ou',
  choose: 'choisissez-les',
  camera: 'Prendre une photo',
  limits: `Photos, PDF, documents bureautiques : ${MOST_FILES}.`,
  tooLarge: `Fichier trop lourd (${MOST_PER_FILE} au plus).`,
  empty: 'Fichier vide.',
  tooMany: (max: number) => `${max} fichiers au plus.`,
  progress: (name: string) => `Envoi de ${name}`,
  done: 'Envoyé',
  retry: (name: string) => `Renvoyer ${name}`,
};
