import type { FormName } from '../../domain/answer.js';
import type { Notice } from '../../application/ports/page-renderer.js';

/** Every French string of the contractor's pages but the sentences of the templates. */

/** Manual, "Liste des tickets": the names of the steps, as a contractor reads them. */
export const statuses: Readonly<Record<string, string>> = {
  WORK_ORDER_SENT: 'En attente de votre réponse',
  WORK_ORDER_REFUSED: 'Intervention refusée',
  WORK_ORDER_ACCEPTED: 'Intervention acceptée',
  QUOTE_REQUESTED: 'Devis demandé',
  QUOTE_REQUEST_REFUSED: 'Demande de devis refusée',
  QUOTE_PROMISED: 'Devis promis',
  QUOTE_RECEIVED: 'Devis reçu par l’agence',
  QUOTE_AWAITING_APPROVAL: 'Devis en attente d’approbation',
  QUOTE_APPROVED: 'Devis approuvé',
  QUOTE_REJECTED: 'Devis rejeté',
  QUOTE_ACCEPTED: 'Devis accepté, rendez-vous à fixer',
  QUOTE_REFUSED: 'Devis refusé',
  APPOINTMENT_PROPOSED: 'Rendez-vous proposé',
  APPOINTMENT_VALIDATED: 'Rendez-vous validé',
  PRESENCE_ASKED: 'Présence à confirmer',
  PRESENCE_CONFIRMED: 'Présence confirmée',
  RUNNING_LATE: 'En retard',
  ABSENT: 'Absence signalée',
  POSTPONEMENT_ASKED: 'Report demandé',
  AWAITING_COMPLETION: 'Fin d’intervention attendue',
  COMPLETION_RECEIVED: 'Intervention terminée',
  INVOICE_REQUESTED: 'Facture demandée',
  INVOICE_RECEIVED: 'Facture reçue par l’agence',
  NEW_INVOICE_REQUESTED: 'Nouvelle facture demandée',
  IN_PROGRESS: 'En cours',
  CANCELLED: 'Annulé',
  CLOSED: 'Clos',
};

interface FormTexts {
  title: string;
  button: string;
  /** Shown instead of the title while nobody asked for this answer. */
  unasked?: string;
}

export const forms: Readonly<Record<FormName, FormTexts>> = {
  presence: {
    title: 'Serez-vous présent à l’heure prévue ?',
    button: '',
    unasked: 'Prévenir d’un retard, d’une absence ou d’un report',
  },
  acceptation: { title: 'Accepter l’intervention', button: 'Accepter l’intervention' },
  refus: { title: 'Refuser l’intervention', button: 'Refuser l’intervention' },
  'fin-intervention': {
    title: 'L’intervention est-elle terminée ?',
    button: 'Envoyer la fin d’intervention',
    unasked: 'Déclarer la fin de l’intervention',
  },
  facture: { title: 'Envoyer votre facture', button: 'Envoyer la facture' },
};

export const newAppointment: FormTexts = {
  title: 'Proposer un nouveau rendez-vous',
  button: 'Proposer ce rendez-vous',
};

export const retryTexts = {
  title: 'Réponse à envoyer de nouveau',
  notice: {
    title: 'Le service est momentanément indisponible.',
    text: 'Rien n’est perdu : votre saisie est ci-dessous. Attendez une minute, puis envoyez-la de nouveau.',
  },
};

export const anyAgency = 'Votre agence immobilière';

export const nothingToDo = {
  closed: 'Ce dossier est clos : il n’attend plus de réponse.',
  open: 'Aucune réponse n’est attendue de votre part pour le moment. Nous vous écrirons à la prochaine étape.',
};

export const kinds = { quote: 'Demande de devis', workOrder: 'Ordre de service' };

export const notices: Readonly<Record<Notice, { title: string; text: string }>> = {
  done: {
    title: 'Merci, votre réponse est enregistrée.',
    text: 'Le gestionnaire est prévenu. Vous pouvez fermer cette page.',
  },
  'not-allowed': {
    title: 'Cette réponse n’est plus possible.',
    text: 'La demande a changé entre-temps : voici où elle en est. En cas de doute, appelez votre gestionnaire.',
  },
  closed: {
    title: 'Ce dossier est clos.',
    text: 'Il ne peut plus recevoir de réponse. Pour toute question, contactez votre gestionnaire.',
  },
};

export const messages = {
  'link-unknown': {
    title: 'Ce lien n’est pas reconnu',
    text: 'Il est peut-être incomplet : ouvrez-le à nouveau depuis le message reçu, sans le recopier. S’il ne fonctionne toujours pas, appelez votre gestionnaire.',
  },
  'link-expired': {
    title: 'Ce lien n’est plus valable',
    text: 'Il a expiré ou a été remplacé. Ouvrez le dernier message reçu pour cette intervention, ou appelez votre gestionnaire.',
  },
  unavailable: {
    title: 'Service momentanément indisponible',
    text: 'Nous n’avons pas pu afficher votre demande. Rechargez cette page dans une minute.',
  },
} as const;

export const faults: Readonly<Record<string, string>> = {
  DATE_REQUIRED: 'Indiquez la date de votre intervention.',
  DATE_INVALID: 'Cette date n’est pas valable. Exemple : 25/11/2026.',
  DATE_PAST: 'Cette date est passée. Choisissez aujourd’hui ou une date à venir.',
  DATE_TOO_FAR: 'Cette date est à plus d’un an. Choisissez une date plus proche.',
  TIME_REQUIRED: 'Indiquez l’heure de votre arrivée.',
  TIME_INVALID: 'Cette heure n’est pas valable. Exemple : 14:30.',
  TIME_DOES_NOT_EXIST:
    'Cette heure n’existe pas ce jour-là (passage à l’heure d’été). Choisissez-en une autre.',
  TIME_PAST: 'Cette heure est passée. Choisissez une heure à venir.',
  DURATION_INVALID: 'Choisissez une durée dans la liste.',
  REASON_REQUIRED: 'Dites en quelques mots pourquoi vous refusez.',
  TEXT_TOO_LONG: 'Ce texte est trop long : 2 000 caractères au plus.',
  ANSWER_REQUIRED: 'Choisissez l’une des quatre réponses.',
  LATE_MINUTES_INVALID: 'Choisissez votre retard dans la liste.',
  INVOICE_REQUIRED: 'Joignez le fichier de votre facture.',
  AMOUNT_REQUIRED: 'Indiquez le montant TTC de votre facture.',
  AMOUNT_INVALID: 'Ce montant n’est pas valable. Exemple : 1 234,56.',
  FILE_TOO_LARGE: 'Un fichier est trop lourd : 15 Mo au plus par fichier.',
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

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'photo',
  'image/png': 'image',
  'image/webp': 'image',
  'image/heic': 'photo',
};

export function kindOf(mediaType: string): string {
  return KINDS[mediaType] ?? 'document';
}
