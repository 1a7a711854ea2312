import type { StatusCode } from '@intervia/french/words';
import { APPROVAL_CHANGE_MINUTES } from '@intervia/rules';
import type { Notice } from '../../application/ports/page-renderer.js';
import type { CorrespondentRole, SentKind } from '../../application/ports/ticket-desk.js';

/** Every French string of the pages, their forms apart, but the sentences of the templates. */

/** Manual, "Liste des tickets": the names of the steps, as a contractor reads them. */
export const statuses: Readonly<Record<StatusCode, string>> = {
  // A request that is not yet validated has no contractor.
  PENDING_VALIDATION: 'En attente',
  WORK_ORDER_SENT: 'En attente de votre réponse',
  WORK_ORDER_REFUSED: 'Intervention refusée',
  WORK_ORDER_ACCEPTED: 'Intervention acceptée',
  QUOTE_REQUESTED: 'Devis demandé',
  QUOTE_REQUEST_REFUSED: 'Demande de devis refusée',
  QUOTE_PROMISED: 'Devis promis',
  QUOTE_RECEIVED: 'Devis reçu par l’agence',
  // What owner or council think is the agency's business until it decides.
  QUOTE_AWAITING_APPROVAL: 'Devis à l’étude',
  QUOTE_APPROVED: 'Devis à l’étude',
  QUOTE_REJECTED: 'Devis à l’étude',
  QUOTE_ACCEPTED: 'Devis accepté, rendez-vous à fixer',
  QUOTE_REFUSED: 'Devis non retenu',
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
  REPLACED: 'Demande annulée',
};

export const retryTexts = {
  title: 'Réponse à envoyer de nouveau',
  notice: {
    title: 'Le service est momentanément indisponible.',
    text: 'Rien n’est perdu : votre saisie est ci-dessous. Attendez une minute, puis envoyez-la de nouveau.',
  },
};

export const anyAgency = 'Votre agence immobilière';

/** Nothing more is expected of the contractor, and nothing may be done: said first, and plainly. */
export const endings: Readonly<Partial<Record<StatusCode, { title: string; text: string }>>> = {
  WORK_ORDER_REFUSED: {
    title: 'Vous avez refusé cette intervention.',
    text: 'Le gestionnaire en est informé. Vous n’avez plus rien à faire.',
  },
  QUOTE_REQUEST_REFUSED: {
    title: 'Vous avez refusé de faire un devis.',
    text: 'Le gestionnaire en est informé. Vous n’avez plus rien à faire.',
  },
  QUOTE_REFUSED: {
    title: 'Votre devis n’a pas été retenu.',
    text: 'N’intervenez pas. Merci pour votre proposition : vous n’avez plus rien à faire.',
  },
  REPLACED: {
    title: 'Cette demande est annulée.',
    text: 'Elle a été confiée à une autre entreprise. N’intervenez pas : vous n’avez plus rien à faire.',
  },
  CANCELLED: {
    title: 'Cette demande est annulée.',
    text: 'N’intervenez pas : vous n’avez plus rien à faire.',
  },
  CLOSED: { title: 'Ce dossier est clos.', text: 'Il n’attend plus de réponse.' },
};

/** What a contractor waits for. */
export const pauses: Readonly<Partial<Record<StatusCode, string>>> = {
  QUOTE_RECEIVED: 'Votre devis est bien arrivé. L’agence l’étudie et vous écrira.',
  QUOTE_AWAITING_APPROVAL: 'Votre devis est bien arrivé. L’agence l’étudie et vous écrira.',
  QUOTE_APPROVED: 'Votre devis est bien arrivé. L’agence l’étudie et vous écrira.',
  QUOTE_REJECTED: 'Votre devis est bien arrivé. L’agence l’étudie et vous écrira.',
  APPOINTMENT_PROPOSED: 'L’agence doit encore confirmer votre rendez-vous. Elle vous écrira.',
  COMPLETION_RECEIVED: 'Votre fin d’intervention est bien arrivée. L’agence vous écrira pour la facture.',
  INVOICE_RECEIVED: 'Votre facture est bien arrivée. Vous n’avez plus rien à faire.',
};

export const pause =
  'Aucune réponse n’est attendue de votre part pour le moment. Nous vous écrirons à la prochaine étape.';

export const appointments: Readonly<Partial<Record<StatusCode, string>>> = {
  APPOINTMENT_PROPOSED: 'Rendez-vous proposé, à confirmer par l’agence',
  ABSENT: 'Ancien rendez-vous, à remplacer',
  POSTPONEMENT_ASKED: 'Ancien rendez-vous, à remplacer',
};
export const appointment = 'Rendez-vous';

export const kinds = { quote: 'Demande de devis', workOrder: 'Ordre de service', other: 'Dossier' };

export const sentKinds: Readonly<Record<SentKind, string>> = {
  QUOTE: 'devis',
  PROOF: 'preuve',
  INVOICE: 'facture',
  OTHER: 'document',
};

/** Of a quote or an invoice after which another was sent. */
export const superseded = 'remplacé par un envoi plus récent';

export const roles: Readonly<Record<CorrespondentRole, string>> = {
  OWNER: 'propriétaire',
  COUNCIL_PRESIDENT: 'présidence du conseil syndical',
  COUNCIL_MEMBER: 'conseil syndical',
  TENANT: 'locataire',
  OTHER: '',
  REQUESTER: '',
};

/** What a correspondent is here for. */
export const matters = {
  approval: 'Votre accord est demandé',
  closed: 'Dossier clos',
  exchange: 'Échange avec votre agence',
};

/** What became of a request, to whoever asked. */
export const requests = {
  reference: 'Votre demande',
  PENDING: {
    state: 'Demande reçue',
    text: 'L’agence l’a bien reçue. Vous serez prévenu dès qu’elle sera acceptée.',
  },
  VALIDATED: { state: 'Demande acceptée', text: 'L’agence s’en occupe.' },
  CANCELLED: { state: 'Demande annulée', text: 'Personne n’interviendra pour cette demande.' },
  closed: { state: 'Demande close', text: 'Le dossier est terminé.' },
} as const;
/** Whom the button of an emergency number calls. */
export const emergency = 'l’urgence';
export const repairs = {
  yes: 'Vous avez répondu : oui, c’est réparé.',
  no: 'Vous avez répondu : non, ce n’est pas réparé. L’agence est prévenue.',
};

/** What a correspondent answered to a quote. */
export const decisions = { approved: 'Vous avez approuvé ce devis', rejected: 'Vous avez refusé ce devis' };

/** Before a decision is sent. */
export const confirmations = {
  title: 'Confirmez votre décision',
  approved: { decision: 'Vous approuvez le devis', button: 'Confirmer : j’approuve ce devis' },
  rejected: { decision: 'Vous refusez le devis', button: 'Confirmer : je refuse ce devis' },
};
export const rivalsOf = (names: readonly string[]) =>
  `Un seul devis peut être approuvé : ${names.length === 1 ? 'celui' : 'ceux'} de ${names.join(', de ')} ne pourr${names.length === 1 ? 'a' : 'ont'} plus l’être.`;

export const me = 'Vous';
export const older = (count: number) =>
  count === 1 ? '1 message plus ancien' : `${count} messages plus anciens`;

export const notices: Readonly<Record<Notice, { title: string; text: string }>> = {
  done: {
    title: 'Merci, votre réponse est enregistrée.',
    text: 'Le gestionnaire est prévenu. Vous pouvez fermer cette page.',
  },
  'not-allowed': {
    title: 'Cette réponse n’est plus possible.',
    text: 'La demande a changé entre-temps : voici où elle en est. En cas de doute, appelez votre gestionnaire.',
  },
  settled: {
    title: 'Votre réponse ne peut plus être changée ici.',
    text: `Plus de ${APPROVAL_CHANGE_MINUTES} minutes ont passé : appelez votre gestionnaire.`,
  },
  'quote-changed': {
    title: 'Ce devis a été remplacé.',
    text: 'L’entreprise en a envoyé un autre depuis que vous avez ouvert cette page. Votre réponse n’a pas été enregistrée : lisez le nouveau devis ci-dessous.',
  },
  'rival-approved': {
    title: 'Vous avez déjà approuvé un autre devis.',
    text: 'Un seul devis peut être approuvé. Votre réponse n’a pas été enregistrée : pour changer d’avis, appelez votre gestionnaire.',
  },
  closed: {
    title: 'Ce dossier est clos.',
    text: 'Il ne peut plus recevoir de réponse. Pour toute question, contactez votre gestionnaire.',
  },
  full: {
    title: 'Ce dossier ne peut plus rien recevoir.',
    text: 'Trop de messages ou de documents y sont déjà. Votre envoi n’a pas été enregistré : appelez votre gestionnaire.',
  },
};

/** After an answer that leaves another one to give. */
export const doneInPart =
  'Le gestionnaire est prévenu. Il attend encore la réponse ci-dessous : maintenant, ou plus tard par le même lien.';

export const help = { title: 'Comment répondre à une demande de l’agence', reference: 'Aide' };

export const messages = {
  'link-unknown': {
    title: 'Ce lien n’est pas reconnu',
    text: 'Il est peut-être incomplet : ouvrez-le à nouveau depuis le message reçu, sans le recopier. S’il ne fonctionne toujours pas, appelez votre gestionnaire.',
  },
  'link-expired': {
    title: 'Ce lien n’est plus valable',
    text: 'Il a expiré ou a été remplacé. Ouvrez le dernier message reçu pour cette intervention, ou demandez un nouveau lien : il part aussitôt à l’adresse ou au numéro que l’agence connaît.',
  },
  'link-renewed': {
    title: 'Un nouveau lien vient de partir',
    text: 'Il arrive dans un instant à l’adresse ou au numéro que l’agence connaît. Si vous ne recevez rien, appelez votre gestionnaire.',
  },
  'link-not-renewed': {
    title: 'Aucun lien n’a pu être envoyé',
    text: 'L’agence ne vous a encore rien écrit pour cette demande : appelez votre gestionnaire.',
  },
  unavailable: {
    title: 'Service momentanément indisponible',
    text: 'Nous n’avons pas pu afficher votre demande. Rechargez cette page dans une minute.',
  },
} as const;

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'photo',
  'image/png': 'image',
  'image/webp': 'image',
  'image/heic': 'photo',
  'image/heif': 'photo',
  'image/avif': 'photo',
};

export function kindOf(mediaType: string): string {
  return KINDS[mediaType] ?? 'document';
}
