import { MOST_PER_FILE } from './fr-files.js';
import type { FormName } from '../../domain/answer.js';

/** Every French string of the forms but the sentences of the templates. */

interface FormTexts {
  title: string;
  button: string;
  /** Shown instead of the title while nobody asked for this answer. */
  unasked?: string;
}

export const forms: Readonly<Record<FormName, FormTexts>> = {
  accuse: { title: 'Accusé de lecture', button: 'J’ai lu cette demande' },
  presence: {
    title: 'Serez-vous présent à l’heure prévue ?',
    button: '',
    unasked: 'Prévenir d’un retard, d’une absence ou d’un report',
  },
  'devis-promis': { title: 'Ferez-vous un devis ?', button: 'Oui, je prépare un devis' },
  devis: {
    title: 'Envoyer votre devis',
    button: 'Envoyer le devis',
    unasked: 'Mon devis est prêt : l’envoyer',
  },
  'devis-refus': { title: 'Non, je ne ferai pas de devis', button: 'Refuser de faire un devis' },
  acceptation: { title: 'Accepter l’intervention', button: 'Accepter l’intervention' },
  'rendez-vous': {
    title: 'Fixer le rendez-vous',
    button: 'Proposer ce rendez-vous',
    unasked: 'Proposer une autre date',
  },
  refus: { title: 'Refuser l’intervention', button: 'Refuser l’intervention' },
  'fin-intervention': {
    title: 'L’intervention est-elle terminée ?',
    button: 'Envoyer la fin d’intervention',
    unasked: 'Déclarer la fin de l’intervention',
  },
  facture: { title: 'Envoyer votre facture', button: 'Envoyer la facture' },
  approbation: { title: 'Votre décision', button: 'Approuver ce devis' },
  message: { title: 'Contacter le gestionnaire', button: 'Envoyer le message' },
  reparation: { title: 'Est-ce réparé ?', button: '', unasked: 'Changer ma réponse : est-ce réparé ?' },
  annulation: { title: 'Annuler ma demande', button: 'Annuler ma demande' },
};

const newAppointment: FormTexts = {
  title: 'Proposer un nouveau rendez-vous',
  button: 'Proposer ce rendez-vous',
};
const lostAppointment = { acceptation: newAppointment, 'rendez-vous': newAppointment };
const movedAppointment: FormTexts = {
  title: 'Déplacer le rendez-vous',
  button: 'Déplacer le rendez-vous',
};
/** From the acceptance until the work is done. */
const agreed = {
  acceptation: movedAppointment,
  refus: { title: 'Refuser finalement l’intervention', button: 'Refuser l’intervention' },
  'rendez-vous': { title: 'Demander une autre date', button: 'Proposer cette date' },
};
const calledOff = { ...agreed, presence: { title: 'Annuler le rendez-vous', button: '' } };
const newQuote: FormTexts = { ...forms.devis, unasked: 'Remplacer votre devis' };

/** Where a form means something else than elsewhere, by status. */
export const formsAt: Readonly<Record<string, Partial<Record<FormName, FormTexts>>>> = {
  WORK_ORDER_ACCEPTED: calledOff,
  APPOINTMENT_VALIDATED: calledOff,
  PRESENCE_ASKED: agreed,
  PRESENCE_CONFIRMED: agreed,
  RUNNING_LATE: agreed,
  ABSENT: lostAppointment,
  POSTPONEMENT_ASKED: lostAppointment,
  QUOTE_RECEIVED: { devis: newQuote },
  QUOTE_AWAITING_APPROVAL: { devis: newQuote },
  QUOTE_APPROVED: { devis: newQuote },
  QUOTE_REJECTED: { devis: newQuote },
};

/** Of whoever asked, who has photos to add. */
export const writeMore = 'Écrire, ajouter des photos';
export const reply = 'Répondre';
/** Some minutes after an answer. */
export const changeAnswer = (until: string) => `Changer ma réponse (possible jusqu’à ${until})`;

export const approve = (amount: string) => `Approuver ce devis de ${amount}`;

export const faults: Readonly<Record<string, string>> = {
  DATE_REQUIRED: 'Indiquez la date de votre intervention.',
  DATE_INVALID: 'Cette date n’est pas valable. Exemple : 25/11/2026.',
  DATE_PAST: 'Cette date est passée. Choisissez aujourd’hui ou une date à venir.',
  DATE_TOO_FAR: 'Cette date est à plus d’un an. Choisissez une date plus proche.',
  TIME_REQUIRED: 'Indiquez l’heure de votre arrivée.',
  TIME_INVALID: 'Cette heure n’est pas valable. Exemple : 14:30.',
  TIME_DOES_NOT_EXIST:
    'Cette heure n’existe pas ce jour-là (passage à l’heure d’été). Choisissez-en une autre.',
  REALLY_AT_NIGHT:
    'Cette heure est entre 22 h et 6 h. Corrigez-la, ou cochez la case si vous venez bien la nuit.',
  TIME_PAST: 'Cette heure est passée. Choisissez une heure à venir.',
  DURATION_INVALID: 'Choisissez une durée dans la liste.',
  WHY_REQUIRED: 'Dites en quelques mots pourquoi.',
  REALLY_FINISHED: 'Cochez la case si l’intervention est vraiment terminée avant le rendez-vous.',
  REASON_REQUIRED: 'Dites en quelques mots pourquoi vous refusez.',
  TEXT_TOO_LONG: 'Ce texte est trop long : 2 000 caractères au plus.',
  ANSWER_REQUIRED: 'Choisissez l’une des quatre réponses.',
  LATE_MINUTES_INVALID: 'Choisissez votre retard dans la liste.',
  QUOTE_REQUIRED: 'Joignez le fichier de votre devis.',
  QUOTE_UNKNOWN: 'Ce devis n’est plus proposé à votre accord.',
  DECISION_REQUIRED: 'Choisissez : approuver ou refuser ce devis.',
  REPAIR_REQUIRED: 'Choisissez : oui ou non.',
  MESSAGE_REQUIRED: 'Écrivez votre message.',
  INVOICE_REQUIRED: 'Joignez le fichier de votre facture.',
  AMOUNT_REQUIRED: 'Indiquez le montant TTC.',
  AMOUNT_INVALID: 'Ce montant n’est pas valable. Exemple : 1 234,56.',
  FILE_TOO_LARGE: `Un fichier est trop lourd : ${MOST_PER_FILE} au plus par fichier.`,
  FILE_EMPTY: 'Un fichier est vide : choisissez-le de nouveau.',
  FILE_INFECTED: 'Un fichier contient un virus : il n’a pas été reçu. Analysez votre appareil.',
  FILE_TYPE_REFUSED: 'Un fichier n’est pas accepté : envoyez des photos ou des PDF.',
  TOO_MANY_FILES: 'Trop de fichiers : 10 au plus à la fois, et une seule facture.',
};

export const unknownFault =
  'Cette réponse n’a pas été acceptée. Vérifiez votre saisie ou appelez votre gestionnaire.';

export const durations = [
  { value: '30', label: '30 minutes' },
  { value: '60', label: '1 heure' },
  { value: '90', label: '1 h 30' },
  { value: '120', label: '2 heures' },
  { value: '180', label: '3 heures' },
  { value: '240', label: '4 heures (demi-journée)' },
  { value: '480', label: '8 heures (journée)' },
];

export const delays = [
  { value: '10', label: '10 minutes' },
  { value: '15', label: '15 minutes' },
  { value: '20', label: '20 minutes' },
  { value: '30', label: '30 minutes' },
  { value: '45', label: '45 minutes' },
  { value: '60', label: '1 heure' },
  { value: '90', label: '1 h 30' },
  { value: '120', label: '2 heures' },
  { value: '180', label: '3 heures' },
];
