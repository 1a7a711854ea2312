import type { TemplateCode } from '../../../domain/template-codes.js';
import type { Template } from '../template.js';
import { ATTACHMENTS, COMMENT, HELLO, REQUEST, REASON_SMS } from './blocks.js';

type ContractorCode = Exclude<Extract<TemplateCode, `${string}.contractor`>, QuoteCode>;
type QuoteCode = Extract<
  TemplateCode,
  | `quote-${string}.contractor`
  | `replaced.contractor`
  | `appointment-${string}.contractor`
  | 'visit.contractor'
>;

export const CONTRACTOR_TEMPLATES: Readonly<Record<ContractorCode, Template>> = {
  'work-order.contractor': {
    name: 'Demande d’intervention (ordre de service)',
    uses: ['contacts', 'instructions', 'attachments'],
    firstRequest: true,
    mail: {
      subject: 'Demande d’intervention : {{ ticket.subject }}',
      body: `${HELLO}
<p>Nous vous demandons d’intervenir à l’adresse indiquée ci-dessous.</p>
${REQUEST}
${ATTACHMENTS}
<p>Merci d’accepter ou de refuser cette demande. En acceptant, vous nous indiquez la date, l’heure et la durée prévues.</p>`,
      button: 'Répondre à la demande',
    },
    sms: { body: 'Demande :' },
  },
  'work-order-reminder.contractor': {
    name: 'Relance de l’ordre de service',
    uses: ['contacts', 'instructions', 'reminder'],
    mail: {
      subject: 'Relance n° {{ reminder.count }} : {{ ticket.subject }}',
      body: `${HELLO}
<p>Sauf erreur de notre part, notre demande d’intervention est restée sans réponse.</p>
${REQUEST}
<p>Merci de nous dire dès que possible si vous pouvez intervenir.</p>`,
      button: 'Répondre à la demande',
    },
    sms: { subject: 'Relance {{ ticket.reference }}', body: 'Notre demande attend votre réponse :' },
  },
  'presence.contractor': {
    name: 'Demande de présence sur place',
    uses: ['appointment'],
    mail: {
      subject: 'Serez-vous sur place ? {{ ticket.subject }}',
      body: `${HELLO}
<p>Votre intervention « {{ ticket.subject }} » est prévue{% if appointment.date %} le <strong>{{ appointment.date }}</strong>{% endif %}.</p>
<p>Merci de confirmer votre présence, d’annoncer un retard ou une absence, ou de demander un report.</p>`,
      button: 'Confirmer ma présence',
    },
    sms: {
      subject:
        '{{ ticket.reference }}{% if appointment.short %}, intervention du {{ appointment.short }}{% endif %}',
      body: 'Serez-vous sur place ?',
    },
  },
  'completion.contractor': {
    name: 'Demande de fin d’intervention',
    uses: ['appointment'],
    mail: {
      subject: 'Votre intervention est-elle terminée ? {{ ticket.subject }}',
      body: `${HELLO}
<p>Votre intervention « {{ ticket.subject }} »{% if appointment.date %}, prévue le {{ appointment.date }},{% endif %} devrait être terminée.</p>
<p>Merci de nous le confirmer. Vous pouvez joindre des photos et, dès maintenant, votre facture.</p>`,
      button: 'Confirmer la fin d’intervention',
    },
    sms: { body: 'Intervention terminée ? Merci de confirmer ici :' },
  },
  'completion-reminder.contractor': {
    name: 'Relance de la fin d’intervention',
    uses: ['appointment', 'reminder'],
    mail: {
      subject: 'Relance n° {{ reminder.count }}, intervention terminée ? {{ ticket.subject }}',
      body: `${HELLO}
<p>Sauf erreur de notre part, vous ne nous avez pas encore dit si votre intervention « {{ ticket.subject }} »{% if appointment.date %}, prévue le {{ appointment.date }},{% endif %} est terminée.</p>
<p>Merci de nous le confirmer, ou de nous dire ce qui manque. Vous pouvez joindre des photos et, dès maintenant, votre facture.</p>`,
      button: 'Confirmer la fin d’intervention',
    },
    sms: { subject: 'Relance {{ ticket.reference }}', body: 'Intervention terminée ? Répondez ici :' },
  },
  'invoice.contractor': {
    name: 'Demande de facture',
    uses: [],
    mail: {
      subject: 'Demande de facture : {{ ticket.subject }}',
      body: `${HELLO}
<p>L’intervention « {{ ticket.subject }} » est terminée et nous vous en remercions.</p>
<p>Merci de nous transmettre votre facture.</p>`,
      button: 'Envoyer ma facture',
    },
    sms: { body: 'Merci de nous envoyer votre facture ici :' },
  },
  'invoice-reminder.contractor': {
    name: 'Relance de la facture',
    uses: ['reminder'],
    mail: {
      subject: 'Relance n° {{ reminder.count }}, facture attendue : {{ ticket.subject }}',
      body: `${HELLO}
<p>Sauf erreur de notre part, nous n’avons pas encore reçu la facture de l’intervention « {{ ticket.subject }} ».</p>
<p>Merci de nous la transmettre dès que possible.</p>`,
      button: 'Envoyer ma facture',
    },
    sms: { subject: 'Relance {{ ticket.reference }}', body: 'Nous attendons votre facture :' },
  },
  'new-invoice.contractor': {
    name: 'Demande d’un nouvel envoi de la facture',
    uses: ['comment'],
    mail: {
      subject: 'Nouvel envoi de la facture demandé : {{ ticket.subject }}',
      body: `${HELLO}
<p>La facture reçue pour l’intervention « {{ ticket.subject }} » ne convient pas.</p>
${COMMENT}
<p>Merci de nous en envoyer une nouvelle.</p>`,
      button: 'Envoyer une nouvelle facture',
    },
    sms: { body: 'Nouvelle facture attendue.', detail: REASON_SMS },
  },
  'message.contractor': {
    name: 'Message à l’intervenant',
    uses: ['message', 'attachments'],
    mail: {
      subject: '{{ message.subject }}',
      body: `${HELLO}
<p>{{ message.text | lines }}</p>
${ATTACHMENTS}`,
      button: 'Répondre au message',
    },
    sms: { body: 'Un message vous attend, répondez ici :' },
  },
  'work-order-accepted.contractor': {
    name: 'Confirmation du rendez-vous à l’intervenant',
    uses: ['appointment', 'dropped', 'contacts'],
    mail: {
      subject:
        'Rendez-vous {% if dropped.date %}déplacé{% else %}confirmé{% endif %}{% if appointment.short %} le {{ appointment.short }}{% endif %} : {{ ticket.subject }}',
      body: `${HELLO}
<p>Merci. Votre intervention « {{ ticket.subject }} » est prévue{% if appointment.date %} le <strong>{{ appointment.date }}</strong> (durée prévue : {{ appointment.duration }}){% endif %}{% if dropped.date %}, au lieu du {{ dropped.date }}{% endif %}.</p>
{% if contacts %}<p><strong>Personne à contacter sur place</strong><br>{{ contacts | lines }}</p>{% endif %}
<p>Le rendez-vous est joint à ce message pour votre agenda. Un empêchement ? Vous pouvez le déplacer, l’annuler ou refuser l’intervention depuis la page de la demande.</p>`,
      button: 'Voir ou déplacer le rendez-vous',
    },
    sms: { body: 'Rendez-vous noté :', detail: '{{ appointment.short }}' },
  },
  'ticket-reopened.contractor': {
    name: 'Réouverture du ticket',
    uses: ['appointment'],
    mail: {
      subject: 'Demande rouverte : {{ ticket.subject }}',
      body: `${HELLO}
<p>La demande « {{ ticket.subject }} », que nous vous avions dite close, est rouverte.{% if appointment.date %} Rendez-vous noté : <strong>{{ appointment.date }}</strong>.{% endif %}</p>`,
      button: 'Voir la demande',
    },
    sms: { body: 'Demande rouverte, voyez où elle en est :' },
  },
  'ticket-closed.contractor': {
    name: 'Fermeture du ticket',
    // Nobody tells who closes that the comment leaves: it stays inside.
    uses: ['appointment'],
    mail: {
      subject: 'Demande close : {{ ticket.subject }}',
      body: `${HELLO}
<p>La demande « {{ ticket.subject }} » est close.{% if appointment.date %} Le rendez-vous du <strong>{{ appointment.date }}</strong> n’a plus lieu.{% endif %} Aucune action n’est plus attendue de votre part.</p>`,
      button: 'Voir la demande',
    },
    sms: { body: 'Demande close, plus rien n’est attendu de vous.' },
  },
};
