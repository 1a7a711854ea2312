import { MOST_FILES } from './files.js';
import type { FactCode } from '@intervia/french/words';
import type { RequestState, Status } from '../api/types.js';

export const CLIENT = {
  title: 'Espace client',
  tagline: 'Vos demandes d’intervention et leur suivi',
  staff: { question: 'Vous travaillez à l’agence ?', link: 'Accès agence' },
  navigation: 'Rubriques',
  newRequest: 'Nouvelle demande',
  followUps: 'Suivi d’intervention',
  reports: 'Rapports',
  reportsEmpty: 'Aucun rapport pour l’instant',
  reportsHint: 'Les rapports que l’agence donne au conseil syndical ou aux copropriétaires apparaissent ici.',
  openReport: (title: string) => `Ouvrir le PDF : ${title}`,
  requests: 'Mes demandes',
  home: 'Revenir à l’accueil',
  updated: (date: string) => `Mis à jour le ${date}`,
  emergency: 'En cas d’urgence, appelez',
  number: (n: number) => `N° ${n}`,
  numberAndSubject: (n: number, subject: string) => `N° ${n} : ${subject}`,
};

export const CLIENT_REQUEST = {
  hint: 'Décrivez le problème : votre agence l’étudie et décide de la suite.',
  place: 'Où est le problème ?',
  choose: 'Choisir…',
  units: 'Mes lots',
  commonParts: 'Parties communes',
  commonPartsOf: (building: string) => `Parties communes, ${building}`,
  unitsOnly: 'Pour les parties communes, choisissez votre lot et précisez-le dans la description.',
  noPlace: 'Aucun lot n’est rattaché à votre compte. Contactez votre agence.',
  subject: 'Sujet',
  subjectHint: 'En quelques mots, par exemple « Fuite sous l’évier »',
  description: 'Description',
  descriptionHint: 'Ce que vous constatez, depuis quand, et quand on peut vous joindre.',
  photos: 'Photos (facultatif)',
  photosHint: `${MOST_FILES}. Les PDF sont acceptés.`,
  submit: 'Envoyer la demande',
  notSent: 'La demande n’est pas partie. Corrigez les points suivants :',
  retrying: 'La connexion est mauvaise : nouvel essai en cours. Votre saisie est conservée.',
  arrived:
    'Un premier envoi de cette demande, avec un texte différent, est déjà arrivé à l’agence : il est dans « Mes demandes ». Renvoyez seulement si vous voulez faire une seconde demande.',
  missing: {
    place: 'Choisissez le lieu.',
    subject: 'Indiquez le sujet.',
    description: 'Décrivez le problème.',
  },
  tooLong: (max: number) => `${max} caractères au plus.`,
};

/** What a request became. */
export const OWN_REQUEST = {
  title: (n: number) => `Demande n° ${n}`,
  sent: (n: number) => `Votre demande n° ${n} est bien envoyée.`,
  states: {
    PENDING: 'En attente de validation',
    VALIDATED: 'Validée',
    CANCELLED: 'Annulée',
  } satisfies Record<RequestState, string>,
  explained: {
    PENDING: 'Votre agence n’a pas encore étudié cette demande.',
    VALIDATED: 'Votre agence a pris la demande en charge.',
    CANCELLED: 'Votre agence ne donne pas suite à cette demande.',
  } satisfies Record<RequestState, string>,
  requestedAt: (date: string) => `Envoyée le ${date}`,
  decidedAt: (date: string) => `Décision du ${date}`,
  reason: 'Motif',
  follow: 'Suivre l’intervention',
  page: {
    PENDING: 'Compléter ou annuler',
    VALIDATED: 'Écrire à l’agence, ajouter des photos',
    CANCELLED: '',
  } satisfies Record<RequestState, string>,
  noPage: 'La page n’a pas pu être ouverte. Réessayez dans un instant.',
  next: 'Et maintenant ?',
  steps: (mail: string | undefined, isFollowed: boolean) => [
    'Le gestionnaire étudie votre demande : il la valide ou l’annule.',
    mail
      ? `Vous êtes averti de sa décision à l’adresse ${mail}, et sur cette page.`
      : 'Vous voyez sa décision sur cette page.',
    ...(isFollowed ? ['Une fois validée, vous suivez l’intervention dans « Suivi d’intervention ».'] : []),
  ],
  description: 'Ce que vous avez écrit',
  documents: 'Ce que vous avez joint',
};

export const OWN_REQUESTS = {
  empty: 'Aucune demande',
  emptyHint: 'Vos demandes apparaissent ici, avec la décision de votre agence.',
  more: 'Afficher la suite',
  loaded: (n: number, more: boolean) => `${n}${more ? ' premières' : ''} demande${n > 1 ? 's' : ''}`,
};

export const FOLLOW_UPS = {
  empty: 'Aucune intervention à suivre',
  emptyHint: 'Une demande apparaît ici dès que votre agence l’a validée.',
  more: 'Afficher la suite',
  loaded: (n: number, more: boolean) => `${n}${more ? ' premières' : ''} intervention${n > 1 ? 's' : ''}`,
  status: 'Où en est-on ?',
  appointment: (date: string) => `Intervention prévue le ${date}`,
  duration: (duration: string) => `Durée prévue : ${duration}`,
  description: 'Description',
  steps: 'Étapes',
  noStep: 'Aucune étape pour le moment.',
};

interface Words {
  title: string;
  explained: string;
}

const IN_PROGRESS: Words = { title: 'En cours', explained: 'Votre agence s’occupe de l’intervention.' };
const ASKED: Words = {
  title: 'Entreprise sollicitée',
  explained: 'Une entreprise a reçu la demande d’intervention ; sa réponse est attendue.',
};
const EXPECTED: Words = { title: 'Intervention prévue', explained: 'L’entreprise a accepté d’intervenir.' };
const QUOTE_ASKED: Words = { title: 'Devis demandé', explained: 'Un devis a été demandé ; il est attendu.' };
const QUOTE_HERE: Words = { title: 'Devis reçu', explained: 'Le devis est reçu ; la décision est attendue.' };
const QUOTE_ACCEPTED: Words = {
  title: 'Devis accepté',
  explained: 'Le devis est accepté ; l’entreprise propose un rendez-vous.',
};
const DONE: Words = {
  title: 'Intervention terminée',
  explained: 'L’entreprise a terminé ; votre agence achève le dossier.',
};

/** A client reads no jargon of the agency. Which of them a follow-up shows is decided by the tickets service. */
const CLIENT_STATUSES: Record<Status, Words> = {
  PENDING_VALIDATION: IN_PROGRESS,
  CANCELLED: IN_PROGRESS,
  WORK_ORDER_SENT: ASKED,
  WORK_ORDER_REFUSED: IN_PROGRESS,
  WORK_ORDER_ACCEPTED: EXPECTED,
  QUOTE_REQUESTED: QUOTE_ASKED,
  QUOTE_REQUEST_REFUSED: IN_PROGRESS,
  QUOTE_PROMISED: QUOTE_ASKED,
  QUOTE_RECEIVED: QUOTE_HERE,
  QUOTE_AWAITING_APPROVAL: QUOTE_HERE,
  QUOTE_APPROVED: QUOTE_HERE,
  QUOTE_REJECTED: QUOTE_HERE,
  QUOTE_ACCEPTED,
  QUOTE_REFUSED: IN_PROGRESS,
  APPOINTMENT_PROPOSED: QUOTE_ACCEPTED,
  APPOINTMENT_VALIDATED: { title: 'Rendez-vous fixé', explained: 'Le rendez-vous est fixé.' },
  PRESENCE_ASKED: EXPECTED,
  PRESENCE_CONFIRMED: EXPECTED,
  RUNNING_LATE: EXPECTED,
  ABSENT: IN_PROGRESS,
  POSTPONEMENT_ASKED: IN_PROGRESS,
  AWAITING_COMPLETION: IN_PROGRESS,
  COMPLETION_RECEIVED: DONE,
  INVOICE_REQUESTED: DONE,
  INVOICE_RECEIVED: DONE,
  NEW_INVOICE_REQUESTED: DONE,
  IN_PROGRESS,
  CLOSED: { title: 'Terminé', explained: 'Le dossier est clos.' },
  REPLACED: IN_PROGRESS,
};

/** A status of a later release is "in progress", which is never wrong. */
export function clientStatus(status: Status): Words {
  return Object.hasOwn(CLIENT_STATUSES, status) ? CLIENT_STATUSES[status] : IN_PROGRESS;
}

/** The steps that a client is told. */
export const CLIENT_FACTS: Partial<Record<FactCode | 'RequestAccepted', string>> = {
  PreTicketReceived: 'Demande reçue par l’agence',
  TicketOpened: 'Dossier ouvert par l’agence',
  RequestAccepted: 'Demande validée par l’agence',
  WorkOrderRequested: 'Entreprise sollicitée',
  WorkOrderAccepted: 'Intervention acceptée par l’entreprise',
  QuoteRequested: 'Devis demandé',
  QuoteReceived: 'Devis reçu',
  QuoteAccepted: 'Devis accepté',
  AppointmentValidated: 'Rendez-vous fixé',
  AppointmentPostponed: 'Rendez-vous reporté',
  AppointmentCancelled: 'Rendez-vous annulé',
  CompletionReported: 'Intervention terminée',
  TicketClosed: 'Dossier clos',
  TicketReopened: 'Dossier rouvert',
};
