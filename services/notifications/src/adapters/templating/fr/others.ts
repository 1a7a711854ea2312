import { APPROVAL_CHANGE_MINUTES } from '@intervia/rules';
import type { TemplateCode } from '../../../domain/template-codes.js';
import type { Template } from '../template.js';
import {
  ATTACHMENTS,
  COMMENT,
  DESCRIPTION,
  DROPPED_BY_FIRM,
  DROPPED_BY_FIRM_SMS,
  DROPPED_VISITS,
  EMERGENCY,
  HELLO,
  REASON_SMS,
  REPLACED,
  REPLACED_SMS,
  SHORT_CONTRACTOR,
  WHO_AND_WHEN,
} from './blocks.js';

type OtherCode = Extract<
  TemplateCode,
  `${string}.contact` | `${string}.correspondent` | `${string}.requester`
>;

const CALLER =
  'L’entreprise <strong>{{ contractor.name }}</strong>{% if contractor.phone %} ({{ contractor.phone }}){% endif %}';
const SHORT_CALLER = `${SHORT_CONTRACTOR}{% if contractor.phone %} ({{ contractor.phone }}){% endif %}`;
const QUOTE = `<p>L’entreprise <strong>{{ contractor.name }}</strong> propose un devis{% if quote.amount %} de <strong>{{ quote.amount }}</strong>{% endif %} pour « {{ ticket.subject }} ».</p>`;
const VISIT = '{% if appointment.date %} du <strong>{{ appointment.date }}</strong>{% endif %}';

export const OTHER_TEMPLATES: Readonly<Record<OtherCode, Template>> = {
  'work-order.contact': {
    name: 'Personne à contacter : intervention demandée',
    uses: ['contractor'],
    mail: {
      subject: 'Une entreprise va vous contacter : {{ ticket.subject }}',
      body: `${HELLO}
<p>Nous avons demandé une intervention : <strong>{{ ticket.subject }}</strong>.</p>
<p>${CALLER} vous contactera pour accéder aux lieux.</p>`,
    },
    sms: { body: 'Une entreprise va vous contacter pour une intervention :', detail: SHORT_CALLER },
  },
  'work-order-accepted.contact': {
    name: 'Personne à contacter : rendez-vous de l’intervention',
    uses: ['contractor', 'appointment', 'dropped'],
    mail: {
      subject:
        'Rendez-vous{% if dropped.date %} déplacé{% endif %}{% if appointment.short %} le {{ appointment.short }}{% endif %} : {{ ticket.subject }}',
      body: `${HELLO}
<p>${CALLER} viendra{% if appointment.date %} le <strong>{{ appointment.date }}</strong> (durée prévue : {{ appointment.duration }}){% endif %}{% if dropped.date %}, au lieu du {{ dropped.date }}{% endif %}, pour : {{ ticket.subject }}.</p>`,
    },
    sms: { body: 'Rendez-vous prévu :', detail: WHO_AND_WHEN },
  },
  'visit-dropped.contact': {
    name: 'Personne à contacter : rendez-vous qui n’a plus lieu',
    uses: ['contractor', 'dropped'],
    mail: {
      subject:
        'Plus de rendez-vous{% if dropped.short %} le {{ dropped.short }}{% endif %} : {{ ticket.subject }}',
      body: DROPPED_BY_FIRM,
    },
    sms: DROPPED_BY_FIRM_SMS,
  },
  'ticket-reopened.contact': {
    name: 'Personne à contacter : ticket rouvert',
    uses: ['visits'],
    mail: {
      subject: 'Demande rouverte : {{ ticket.subject }}',
      body: `${HELLO}
<p>La demande « {{ ticket.subject }} », que nous vous avions dite close, est rouverte.</p>
{% if visits %}<p>{{ visits | lines }}</p>{% endif %}`,
    },
    sms: { body: 'Demande rouverte :', detail: '{{ ticket.subject | truncate: 50 }}' },
  },
  'replaced.contact': {
    name: 'Personne à contacter : intervenant remplacé',
    uses: ['contractor'],
    mail: {
      subject: 'Changement d’entreprise : {{ ticket.subject }}',
      body: `${HELLO}
${REPLACED}`,
    },
    sms: REPLACED_SMS,
  },
  'quote-accepted.contact': {
    name: 'Personne à contacter : devis accepté',
    uses: ['contractor'],
    mail: {
      subject: 'Une entreprise va vous contacter : {{ ticket.subject }}',
      body: `${HELLO}
<p>Des travaux sont décidés : <strong>{{ ticket.subject }}</strong>.</p>
<p>${CALLER} vous contactera pour fixer un rendez-vous et accéder aux lieux.</p>`,
    },
    sms: { body: 'Une entreprise va vous contacter pour un rendez-vous :', detail: SHORT_CALLER },
  },
  'appointment-validated.contact': {
    name: 'Personne à contacter : rendez-vous validé',
    uses: ['contractor', 'appointment'],
    mail: {
      subject:
        'Rendez-vous{% if appointment.short %} le {{ appointment.short }}{% endif %} : {{ ticket.subject }}',
      body: `${HELLO}
<p>${CALLER} viendra{% if appointment.date %} le <strong>{{ appointment.date }}</strong> (durée prévue : {{ appointment.duration }}){% endif %} pour : {{ ticket.subject }}.</p>`,
    },
    sms: { body: 'Rendez-vous prévu :', detail: WHO_AND_WHEN },
  },
  'appointment-postponed.contact': {
    name: 'Personne à contacter : rendez-vous reporté',
    // Not the comment: it is written to the firm.
    uses: ['contractor', 'appointment'],
    mail: {
      subject: 'Rendez-vous reporté : {{ ticket.subject }}',
      body: `${HELLO}
<p>Le rendez-vous${VISIT} avec l’entreprise <strong>{{ contractor.name }}</strong>{% if contractor.phone %} ({{ contractor.phone }}){% endif %} n’aura pas lieu à cette date. L’entreprise vous en proposera un autre.</p>`,
    },
    sms: { body: 'Rendez-vous reporté :', detail: WHO_AND_WHEN },
  },
  'appointment-cancelled.contact': {
    name: 'Personne à contacter : rendez-vous annulé',
    // Not the comment: it is written to the firm.
    uses: ['contractor', 'appointment'],
    mail: {
      subject: 'Rendez-vous annulé : {{ ticket.subject }}',
      body: `${HELLO}
<p>Le rendez-vous${VISIT} avec l’entreprise <strong>{{ contractor.name }}</strong>{% if contractor.phone %} ({{ contractor.phone }}){% endif %} est annulé.</p>`,
    },
    sms: { body: 'Rendez-vous annulé :', detail: WHO_AND_WHEN },
  },
  'presence-answered.contact': {
    name: 'Personne à contacter : retard, absence ou report de l’intervenant',
    // Not the contractor's comment: it is written to the manager.
    uses: ['contractor', 'presence', 'appointment'],
    mail: {
      subject:
        '{% if presence.late %}Retard annoncé{% else %}Rendez-vous modifié{% endif %} : {{ ticket.subject }}',
      body: `${HELLO}
<p>${CALLER} {{ presence.text }} pour le rendez-vous${VISIT} : {{ ticket.subject }}.{% if presence.arrival %} Elle arrivera <strong>vers {{ presence.arrival }}</strong>.{% endif %}</p>
{% unless presence.late %}<p>L’entreprise ne viendra pas à cette date et vous en proposera une autre.</p>{% endunless %}`,
    },
    sms: {
      body: 'Votre rendez-vous change :',
      detail: `${SHORT_CONTRACTOR} {{ presence.text }}{% if presence.arrival %}, vers {{ presence.arrival }}{% elsif appointment.short %} ({{ appointment.short }}){% endif %}.`,
    },
  },
  'ticket-closed.contact': {
    name: 'Personne à contacter : ticket fermé avant le rendez-vous',
    uses: ['visits'],
    mail: {
      subject: 'Plus de rendez-vous : {{ ticket.subject }}',
      body: `${HELLO}
<p>La demande est close : <strong>{{ ticket.subject }}</strong>.</p>
${DROPPED_VISITS}`,
    },
    sms: { body: 'Demande close, plus de rendez-vous :', detail: '{{ ticket.subject | truncate: 50 }}' },
  },
  'approval.correspondent': {
    name: 'Demande d’approbation d’un devis',
    uses: ['contractor', 'quote', 'attachments', 'approval', 'comment'],
    mail: {
      subject: 'Devis de {{ contractor.name }} à approuver : {{ ticket.subject }}',
      body: `${HELLO}
${QUOTE}
{% if approval.replacement %}<p><strong>Ce devis remplace celui que nous vous avions soumis.</strong></p>{% endif %}
${DESCRIPTION}
${COMMENT}
${ATTACHMENTS}
<p>Merci de nous indiquer si vous approuvez ou rejetez ce devis.</p>`,
      button: 'Donner ma réponse',
    },
    sms: { body: 'Devis à approuver ici.', detail: REASON_SMS },
  },
  'approval-reminder.correspondent': {
    name: 'Relance de l’approbation d’un devis',
    uses: ['contractor', 'reminder'],
    mail: {
      subject:
        'Relance n° {{ reminder.count }}, devis de {{ contractor.name }} à approuver : {{ ticket.subject }}',
      body: `${HELLO}
<p>Sauf erreur de notre part, le devis de l’entreprise <strong>{{ contractor.name }}</strong> pour « {{ ticket.subject }} » attend toujours votre réponse.</p>
<p>Merci de nous indiquer si vous approuvez ou rejetez ce devis.</p>`,
      button: 'Donner ma réponse',
    },
    sms: { subject: 'Relance {{ ticket.reference }}', body: 'Un devis attend votre approbation :' },
  },
  'approval-answered.correspondent': {
    name: 'Reçu de la réponse à une demande d’approbation',
    uses: ['contractor', 'approval', 'comment'],
    mail: {
      subject: 'Votre réponse au devis de {{ contractor.name }} : {{ ticket.subject }}',
      body: `${HELLO}
<p>Votre {% if approval.corrects %}nouvelle {% endif %}réponse est enregistrée : le devis de l’entreprise <strong>{{ contractor.name }}</strong> pour « {{ ticket.subject }} » est <strong>{{ approval.text }}</strong>.</p>
${COMMENT}
<p>Une erreur ? Vous pouvez changer votre réponse pendant ${APPROVAL_CHANGE_MINUTES} minutes par le lien ci-dessous ; ensuite, prévenez votre gestionnaire.</p>`,
      button: 'Voir ou changer ma réponse',
    },
    sms: { body: 'Votre réponse au devis est enregistrée.' },
  },
  'message.correspondent': {
    name: 'Message au propriétaire, au conseil syndical, au locataire ou à un tiers',
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
  'pre-ticket-received.requester': {
    name: 'Demandeur : accusé de réception de la demande',
    uses: ['request', 'emergency'],
    mail: {
      subject: 'Demande reçue : {{ ticket.subject }}',
      body: `${HELLO}
<p>Nous avons bien reçu, le <strong>{{ request.date }}</strong>, votre demande : <strong>{{ ticket.subject }}</strong>.</p>
{% if request.text %}<p>« {{ request.text | lines }} »</p>{% endif %}
<p>Vous serez prévenu dès qu’elle sera acceptée. D’ici là, vous pouvez la compléter, y ajouter des photos ou l’annuler.</p>
${EMERGENCY}`,
      button: 'Suivre ma demande',
    },
    sms: { body: 'Nous avons bien reçu votre demande. Suivi, photos :' },
  },
  'completion.requester': {
    name: 'Demandeur : est-ce réparé ?',
    uses: ['contractor', 'emergency'],
    mail: {
      subject: 'Est-ce réparé ? {{ ticket.subject }}',
      body: `${HELLO}
<p>L’entreprise <strong>{{ contractor.name }}</strong> nous indique que l’intervention est terminée : {{ ticket.subject }}.</p>
<p><strong>Est-ce réparé ?</strong> Répondez oui ou non : si ce n’est pas réparé, nous reprenons le dossier.</p>
${EMERGENCY}`,
      button: 'Répondre oui ou non',
    },
    sms: { body: 'Intervention terminée. Est-ce réparé ? Répondez ici :' },
  },
  'pre-ticket-validated.requester': {
    name: 'Demandeur : demande acceptée',
    uses: ['emergency'],
    mail: {
      subject: 'Votre demande est acceptée : {{ ticket.subject }}',
      body: `${HELLO}
<p>Votre demande « {{ ticket.subject }} » est acceptée : nous nous en occupons.</p>
<p>Vous pouvez en suivre l’avancement, nous écrire et ajouter des photos par le lien ci-dessous.</p>
${EMERGENCY}`,
      button: 'Suivre ma demande',
    },
    sms: { body: 'Votre demande est acceptée :', detail: '{{ ticket.subject | truncate: 50 }}' },
  },
  'pre-ticket-cancelled.requester': {
    name: 'Demandeur : demande annulée',
    uses: ['comment'],
    mail: {
      subject: 'Votre demande est annulée : {{ ticket.subject }}',
      body: `${HELLO}
<p>Nous ne donnons pas suite à votre demande « {{ ticket.subject }} ».</p>
${COMMENT}
<p>Pour toute question, n’hésitez pas à nous contacter.</p>`,
    },
    sms: { body: 'Votre demande est annulée :', detail: '{{ ticket.subject | truncate: 50 }}' },
  },
};
