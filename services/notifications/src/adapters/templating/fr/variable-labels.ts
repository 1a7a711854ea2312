import type { Variables } from '../variables.js';

type Named<G extends keyof Variables> = Variables[G] extends string
  ? G
  : `${G}.${{ [K in keyof Variables[G]]: Variables[G][K] extends string ? K & string : never }[keyof Variables[G]]}`;

/** What the list of variables offers; the yes-or-no ones are for conditions of the shipped texts. */
export type VariableName = { [G in keyof Variables]: Named<G> }[keyof Variables];

export const VARIABLE_LABELS: Readonly<Record<VariableName, string>> = {
  'ticket.number': 'Numéro du ticket',
  'ticket.reference': 'Type et numéro du ticket',
  'ticket.typeName': 'Nature du ticket',
  'ticket.subject': 'Sujet du ticket',
  'ticket.description': 'Description',
  'ticket.owner': 'Nom du propriétaire',
  'place.label': 'Lieu',
  'place.address': 'Adresse',
  'manager.name': 'Nom du gestionnaire',
  'manager.mail': 'E-mail du gestionnaire',
  'manager.phone': 'Téléphone du gestionnaire',
  'recipient.name': 'Nom du destinataire',
  'contractor.name': 'Nom de l’intervenant',
  'contractor.phone': 'Téléphone de l’intervenant',
  contacts: 'Personnes à contacter',
  instructions: 'Instructions pour l’intervenant',
  'appointment.date': 'Date et heure du rendez-vous',
  'appointment.short': 'Date et heure du rendez-vous, en court',
  'appointment.duration': 'Durée prévue',
  visits: 'Rendez-vous qui n’ont plus lieu',
  comment: 'Commentaire',
  attachments: 'Nombre de documents joints',
  'reminder.name': 'Objet de la relance',
  'reminder.count': 'Numéro de la relance',
  'reminder.maximum': 'Nombre maximal de relances',
  'reminder.to': 'Personne relancée',
  'presence.text': 'Réponse sur la présence',
  'presence.arrival': 'Heure d’arrivée annoncée',
  'dropped.date': 'Date et heure du rendez-vous qui n’a plus lieu',
  'dropped.short': 'Date et heure du rendez-vous qui n’a plus lieu, en court',
  'completion.proofs': 'Nombre de photos ou documents reçus',
  'quote.amount': 'Montant du devis',
  'invoice.amount': 'Montant de la facture',
  'approval.by': 'Personne qui approuve',
  'approval.text': 'Réponse à la demande d’approbation',
  'message.subject': 'Sujet du message',
  'message.text': 'Texte du message',
  'message.from': 'Auteur du message',
  'step.text': 'Étape en cours',
  'moved.text': 'Étape franchie',
  'moved.by': 'Auteur de l’étape',
  'requester.name': 'Nom du demandeur',
  'request.text': 'Texte de la demande',
  'request.date': 'Date et heure de la demande',
  emergency: 'Numéros d’urgence de l’agence',
  'previous.name': 'Gestionnaire précédent',
  'refused.name': 'Personne qui n’a rien reçu',
  'refused.addresses': 'Adresses refusées',
  'refused.reason': 'Motif du refus',
};

/** May hold several lines, which a mail keeps. */
export const SEVERAL_LINES: ReadonlySet<VariableName> = new Set<VariableName>([
  'ticket.description',
  'contacts',
  'instructions',
  'visits',
  'comment',
  'message.text',
  'request.text',
  'emergency',
]);
