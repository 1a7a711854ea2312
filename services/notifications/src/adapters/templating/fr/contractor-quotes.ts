import type { TemplateCode } from '../../../domain/template-codes.js';
import type { Template } from '../template.js';
import { ATTACHMENTS, COMMENT, DROPPED_VISIT, HELLO, REQUEST, REASON_SMS } from './blocks.js';

type QuoteCode = Extract<
  TemplateCode,
  | `quote-${string}.contractor`
  | `replaced.contractor`
  | `appointment-${string}.contractor`
  | 'visit.contractor'
>;

const VISIT_SUBJECT =
  '{{ ticket.reference }}{% if appointment.short %}, RDV du {{ appointment.short }}{% endif %}';

export const CONTRACTOR_QUOTE_TEMPLATES: Readonly<Record<QuoteCode, Template>> = {
  'quote-request.contractor': {
    name: 'Demande de devis',
    uses: ['contacts', 'instructions', 'appointment', 'attachments', 'comment'],
    firstRequest: true,
    mail: {
      subject: 'Demande de devis : {{ ticket.subject }}',
      body: `${HELLO}
<p>Nous vous demandons un devis pour l’intervention suivante.</p>
${DROPPED_VISIT}
${REQUEST}
${COMMENT}
${ATTACHMENTS}
<p>Merci de nous indiquer si vous acceptez d’établir ce devis, ou de nous l’envoyer dès maintenant.</p>`,
      button: 'Répondre à la demande',
    },
    sms: { body: 'Devis :' },
  },
  'quote-reminder.contractor': {
    name: 'Relance du devis',
    uses: ['contacts', 'instructions', 'reminder'],
    mail: {
      subject: 'Relance n° {{ reminder.count }}, devis attendu : {{ ticket.subject }}',
      body: `${HELLO}
<p>Sauf erreur de notre part, nous n’avons pas encore reçu votre devis.</p>
${REQUEST}
<p>Merci de nous le transmettre dès que possible.</p>`,
      button: 'Envoyer mon devis',
    },
    sms: { subject: 'Relance {{ ticket.reference }}', body: 'Nous attendons votre devis :' },
  },
  'quote-accepted.contractor': {
    name: 'Devis accepté, rendez-vous à fixer',
    uses: ['contacts', 'instructions', 'quote', 'attachments', 'comment'],
    mail: {
      subject: 'Votre devis est accepté : {{ ticket.subject }}',
      body: `${HELLO}
<p>Votre devis{% if quote.amount %} de <strong>{{ quote.amount }}</strong>{% endif %} est accepté.</p>
${REQUEST}
${COMMENT}
{% if attachments %}<p>Le devis signé est joint.</p>{% endif %}
<p>Merci de prendre rendez-vous avec la personne à contacter, puis de nous indiquer la date, l’heure et la durée prévues.</p>`,
      button: 'Indiquer le rendez-vous',
    },
    sms: { body: 'Votre devis est accepté, indiquez le RDV ici :' },
  },
  'quote-refused.contractor': {
    name: 'Devis refusé',
    uses: ['comment'],
    mail: {
      subject: 'Votre devis n’est pas retenu : {{ ticket.subject }}',
      body: `${HELLO}
<p>Nous ne donnons pas suite à votre devis pour « {{ ticket.subject }} ».</p>
${COMMENT}
<p>Nous vous remercions de votre réponse.</p>`,
      button: 'Voir la demande',
    },
    sms: { body: 'Devis non retenu.', detail: REASON_SMS },
  },
  'quote-not-chosen.contractor': {
    name: 'Devis non retenu, un autre a été choisi',
    uses: ['comment'],
    mail: {
      subject: 'Un autre devis est retenu : {{ ticket.subject }}',
      body: `${HELLO}
<p>Pour « {{ ticket.subject }} », nous avons retenu la proposition d’une autre entreprise.</p>
${COMMENT}
<p>Nous vous remercions du temps que vous nous avez consacré.</p>`,
      button: 'Voir la demande',
    },
    sms: { body: 'Un autre devis a été retenu, merci.' },
  },
  'replaced.contractor': {
    name: 'Annulation de la demande, un autre intervenant est appelé',
    uses: ['comment'],
    mail: {
      subject: 'Demande annulée : {{ ticket.subject }}',
      body: `${HELLO}
<p>Notre demande « {{ ticket.subject }} » est annulée : une autre entreprise en est chargée. Merci de ne pas intervenir.</p>
${COMMENT}`,
      button: 'Voir la demande',
    },
    sms: { body: 'Demande annulée, merci de ne pas intervenir.' },
  },
  'appointment-validated.contractor': {
    name: 'Rendez-vous validé',
    uses: ['contacts', 'instructions', 'appointment'],
    mail: {
      subject:
        'Rendez-vous validé{% if appointment.short %} le {{ appointment.short }}{% endif %} : {{ ticket.subject }}',
      body: `${HELLO}
<p>Votre rendez-vous est validé{% if appointment.date %} : <strong>{{ appointment.date }}</strong>, durée {{ appointment.duration }}{% endif %}.</p>
${REQUEST}`,
      button: 'Voir le rendez-vous',
    },
    sms: { subject: VISIT_SUBJECT, body: 'Votre rendez-vous est validé.' },
  },
  'appointment-postponed.contractor': {
    name: 'Rendez-vous à reporter',
    uses: ['appointment', 'comment'],
    mail: {
      subject: 'Rendez-vous à reporter : {{ ticket.subject }}',
      body: `${HELLO}
<p>Le rendez-vous{% if appointment.date %} du <strong>{{ appointment.date }}</strong>{% endif %} pour « {{ ticket.subject }} » doit être reporté.</p>
${COMMENT}
<p>Merci de nous proposer une autre date.</p>`,
      button: 'Proposer une autre date',
    },
    sms: { subject: VISIT_SUBJECT, body: 'À reporter.', detail: REASON_SMS },
  },
  'appointment-cancelled.contractor': {
    name: 'Rendez-vous annulé',
    uses: ['appointment', 'comment'],
    mail: {
      subject: 'Rendez-vous annulé : {{ ticket.subject }}',
      body: `${HELLO}
<p>Le rendez-vous{% if appointment.date %} du <strong>{{ appointment.date }}</strong>{% endif %} pour « {{ ticket.subject }} » est annulé.</p>
${COMMENT}
<p>Votre devis reste accepté : vous pourrez nous proposer un autre rendez-vous.</p>`,
      button: 'Proposer un rendez-vous',
    },
    sms: { subject: VISIT_SUBJECT, body: 'Rendez-vous annulé.', detail: REASON_SMS },
  },
  'appointment-reminder.contractor': {
    name: 'Relance du rendez-vous à fixer',
    uses: ['contacts', 'instructions', 'reminder'],
    mail: {
      subject: 'Relance n° {{ reminder.count }}, rendez-vous attendu : {{ ticket.subject }}',
      body: `${HELLO}
<p>Votre devis est accepté et, sauf erreur de notre part, le rendez-vous n’est pas encore fixé.</p>
${REQUEST}
<p>Merci de nous indiquer dès que possible la date, l’heure et la durée prévues.</p>`,
      button: 'Indiquer le rendez-vous',
    },
    sms: { subject: 'Relance {{ ticket.reference }}', body: 'Nous attendons votre date de RDV :' },
  },
  'visit.contractor': {
    name: 'Rappel de l’intervention',
    uses: ['contacts', 'instructions', 'appointment'],
    mail: {
      subject:
        'Rappel, intervention{% if appointment.short %} le {{ appointment.short }}{% endif %} : {{ ticket.subject }}',
      body: `${HELLO}
<p>Nous vous rappelons votre intervention{% if appointment.date %} : <strong>{{ appointment.date }}</strong>, durée {{ appointment.duration }}{% endif %}.</p>
${REQUEST}`,
      button: 'Voir la demande',
    },
    sms: { subject: VISIT_SUBJECT, body: 'Rappel de votre intervention.' },
  },
};
