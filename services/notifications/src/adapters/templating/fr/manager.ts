import type { TemplateCode } from '../../../domain/template-codes.js';
import type { Template } from '../template.js';
import { COMMENT, DESCRIPTION } from './blocks.js';

type ManagerCode = Extract<TemplateCode, `${string}.manager`>;

const CONTRACTOR = '<strong>{{ contractor.name }}</strong>';
const TO_DO = 'Une action est attendue de votre part.';

/** The agency's own alerts: by mail only. */
export const MANAGER_TEMPLATES: Readonly<Record<ManagerCode, Template>> = {
  'work-order-accepted.manager': {
    name: 'Réponse de l’intervenant : intervention acceptée',
    uses: ['contractor', 'appointment', 'dropped', 'comment'],
    mail: {
      subject:
        '{% if dropped.date %}Rendez-vous déplacé{% else %}Intervention acceptée{% endif %} par {{ contractor.name }} : {{ ticket.subject }}',
      body: `<p>${CONTRACTOR} {% if dropped.date %}déplace le rendez-vous du {{ dropped.date }}{% else %}accepte l’intervention{% endif %}{% if appointment.date %} : <strong>{{ appointment.date }}</strong>, durée {{ appointment.duration }}{% endif %}.</p>
${COMMENT}`,
    },
  },
  'work-order-refused.manager': {
    name: 'Réponse de l’intervenant : intervention refusée',
    uses: ['contractor', 'dropped', 'comment'],
    mail: {
      subject: 'Intervention refusée par {{ contractor.name }} : {{ ticket.subject }}',
      body: `<p>${CONTRACTOR} refuse l’intervention{% if dropped.date %}, qui était prévue le <strong>{{ dropped.date }}</strong>{% endif %}. ${TO_DO}</p>
${COMMENT}`,
    },
  },
  'quote-promised.manager': {
    name: 'Réponse de l’intervenant : devis promis',
    uses: ['contractor', 'comment'],
    mail: {
      subject: 'Devis promis par {{ contractor.name }} : {{ ticket.subject }}',
      body: `<p>${CONTRACTOR} accepte d’établir un devis.</p>
${COMMENT}`,
    },
  },
  'quote-request-refused.manager': {
    name: 'Réponse de l’intervenant : demande de devis refusée',
    uses: ['contractor', 'comment'],
    mail: {
      subject: 'Demande de devis refusée par {{ contractor.name }} : {{ ticket.subject }}',
      body: `<p>${CONTRACTOR} ne fera pas de devis. ${TO_DO}</p>
${COMMENT}`,
    },
  },
  'quote-received.manager': {
    name: 'Réponse de l’intervenant : devis',
    uses: ['contractor', 'quote', 'comment'],
    mail: {
      subject: 'Devis reçu de {{ contractor.name }} : {{ ticket.subject }}',
      body: `<p>${CONTRACTOR} a envoyé son devis{% if quote.amount %} : <strong>{{ quote.amount }}</strong>{% endif %}. ${TO_DO}</p>
${COMMENT}`,
    },
  },
  'approval-answered.manager': {
    name: 'Réponse à une demande d’approbation',
    uses: ['contractor', 'approval', 'comment'],
    mail: {
      subject:
        'Devis de {{ contractor.name }} {{ approval.text }} par {{ approval.by }} : {{ ticket.subject }}',
      body: `<p>Le devis de ${CONTRACTOR} est <strong>{{ approval.text }}</strong> par {{ approval.by }}{% if approval.corrects %}, qui vient de changer sa réponse{% endif %}. ${TO_DO}</p>
${COMMENT}`,
    },
  },
  'appointment-proposed.manager': {
    name: 'Réponse de l’intervenant : rendez-vous proposé',
    uses: ['contractor', 'appointment', 'dropped', 'comment'],
    mail: {
      subject: 'Rendez-vous proposé par {{ contractor.name }} : {{ ticket.subject }}',
      body: `<p>${CONTRACTOR} propose un {% if dropped.date %}autre rendez-vous que celui du {{ dropped.date }}{% else %}rendez-vous{% endif %}{% if appointment.date %} : <strong>{{ appointment.date }}</strong>, durée {{ appointment.duration }}{% endif %}. Vous pouvez le valider, le reporter ou l’annuler.</p>
${COMMENT}`,
    },
  },
  'presence-answered.manager': {
    name: 'Réponse de l’intervenant : présence sur place',
    uses: ['contractor', 'presence', 'appointment', 'comment'],
    mail: {
      subject: '{{ contractor.name }} {{ presence.text }} : {{ ticket.subject }}',
      body: `<p>${CONTRACTOR} {{ presence.text }}{% if appointment.date %} (rendez-vous du {{ appointment.date }}){% endif %}.</p>
${COMMENT}`,
    },
  },
  'completion.manager': {
    name: 'Réponse de l’intervenant : fin d’intervention',
    uses: ['contractor', 'completion', 'invoice', 'dropped', 'comment'],
    mail: {
      subject: 'Fin d’intervention de {{ contractor.name }} : {{ ticket.subject }}',
      body: `<p>${CONTRACTOR} indique que l’intervention est terminée{% if dropped.date %}, avant le rendez-vous du {{ dropped.date }}, qui n’a plus lieu{% endif %}. Reçu : {{ completion.proofs }}{% if completion.withInvoice %} et la facture{% if invoice.amount %} ({{ invoice.amount }}){% endif %}{% endif %}.</p>
${COMMENT}`,
    },
  },
  'invoice.manager': {
    name: 'Réponse de l’intervenant : facture',
    uses: ['contractor', 'invoice'],
    mail: {
      subject: 'Facture reçue de {{ contractor.name }} : {{ ticket.subject }}',
      body: `<p>${CONTRACTOR} a envoyé sa facture{% if invoice.amount %} : <strong>{{ invoice.amount }}</strong>{% endif %}.</p>`,
    },
  },
  'message-received.manager': {
    name: 'Message reçu',
    uses: ['message', 'attachments'],
    mail: {
      subject: 'Message de {{ message.from }} : {{ ticket.subject }}',
      body: `<p><strong>{{ message.from }}</strong> vous écrit :</p>
<p>« {{ message.text | lines }} »</p>
{% if attachments %}<p>{{ attachments }}.</p>{% endif %}`,
    },
  },
  'reading-acknowledged.manager': {
    name: 'Accusé de lecture',
    uses: ['contractor'],
    mail: {
      subject: 'Demande lue par {{ contractor.name }} : {{ ticket.subject }}',
      body: `<p>${CONTRACTOR} a accusé lecture de la demande.</p>`,
    },
  },
  'reminders-exhausted.manager': {
    name: 'Relances restées sans réponse',
    uses: ['reminder'],
    mail: {
      subject: '{{ reminder.to }} ne répond pas : {{ ticket.subject }}',
      body: `<p>Toutes les relances au sujet de {{ reminder.name }} ont été envoyées à <strong>{{ reminder.to }}</strong>, sans réponse. ${TO_DO}</p>`,
    },
  },
  'address-refused.manager': {
    name: 'Adresse refusée',
    uses: ['refused'],
    mail: {
      subject: 'Adresse refusée, {{ refused.name }} n’a rien reçu : {{ ticket.subject }}',
      body: `<p>Le message à <strong>{{ refused.name }}</strong> n’a pas pu être remis à <strong>{{ refused.addresses }}</strong>. ${TO_DO}</p>
{% if refused.reason %}<p>Motif : {{ refused.reason }}</p>{% endif %}
<p>Corrigez les coordonnées dans le ticket : la demande y repartira aussitôt. Aucune relance n’est plus envoyée à cette adresse.</p>`,
    },
  },
  'pre-ticket-received.manager': {
    name: 'Demande reçue, à valider',
    uses: ['requester', 'request', 'attachments'],
    mail: {
      subject: 'Demande à valider : {{ ticket.subject }}',
      body: `<p>{% if requester.name %}<strong>{{ requester.name }}</strong> a fait une demande{% else %}Une demande est arrivée{% endif %} : <strong>{{ ticket.subject }}</strong>.</p>
{% if request.text %}<p>« {{ request.text | lines }} »</p>{% endif %}
${DESCRIPTION}
{% if attachments %}<p>{{ attachments }}.</p>{% endif %}
<p>Vous pouvez la valider ou l’annuler.</p>`,
    },
  },
  'pre-ticket-withdrawn.manager': {
    name: 'Demande annulée par le demandeur',
    uses: ['requester', 'comment'],
    mail: {
      subject: 'Demande annulée par le demandeur : {{ ticket.subject }}',
      body: `<p>{% if requester.name %}<strong>{{ requester.name }}</strong>{% else %}Le demandeur{% endif %} annule sa demande : <strong>{{ ticket.subject }}</strong>. Vous n’avez plus rien à faire.</p>
${COMMENT}`,
    },
  },
  'manager-changed.manager': {
    name: 'Ticket confié à un autre gestionnaire',
    uses: ['previous'],
    mail: {
      subject: 'Ticket qui vous est confié : {{ ticket.subject }}',
      body: `<p>Ce ticket vous est confié{% if previous.name %}, à la suite de {{ previous.name }}{% endif %} : <strong>{{ ticket.subject }}</strong>.</p>
${DESCRIPTION}`,
    },
  },
  'moved.manager': {
    name: 'Avancement du ticket par un collaborateur',
    uses: ['moved', 'comment'],
    mail: {
      subject: '{{ moved.text }} : {{ ticket.subject }}',
      body: `<p>{{ moved.text }}{% if moved.by %} par {{ moved.by }}{% endif %} : <strong>{{ ticket.subject }}</strong>.</p>
${COMMENT}`,
    },
  },
};
