import type { TemplateCode } from '../../../domain/template-codes.js';
import type { Template } from '../template.js';
import {
  COMMENT,
  DESCRIPTION,
  DROPPED_BY_FIRM,
  DROPPED_BY_FIRM_SMS,
  DROPPED_VISIT,
  DROPPED_VISITS,
  HELLO,
  REPLACED,
  REPLACED_SMS,
  SHORT_CONTRACTOR,
  WHO_AND_WHEN,
} from './blocks.js';

type NotifiedCode = Extract<TemplateCode, `${string}.notified`>;

const FOLLOW_UP = '<p>Nous vous tiendrons au courant de la suite.</p>';
const VISIT = '{% if appointment.date %} du <strong>{{ appointment.date }}</strong>{% endif %}';

export const NOTIFIED_TEMPLATES: Readonly<Record<NotifiedCode, Template>> = {
  'ticket-opened.notified': {
    name: 'Création du ticket',
    uses: [],
    mail: {
      subject: 'Demande d’intervention créée : {{ ticket.subject }}',
      body: `${HELLO}
<p>Une demande d’intervention vient d’être créée : <strong>{{ ticket.subject }}</strong>.</p>
${DESCRIPTION}
${FOLLOW_UP}`,
    },
    sms: { body: 'Demande d’intervention créée :', detail: '{{ ticket.subject | truncate: 50 }}' },
  },
  'work-order-accepted.notified': {
    name: 'Intervention acceptée',
    uses: ['contractor', 'appointment', 'dropped'],
    mail: {
      subject:
        'Intervention {% if dropped.date %}déplacée{% else %}prévue{% endif %}{% if appointment.short %} le {{ appointment.short }}{% endif %} : {{ ticket.subject }}',
      body: `${HELLO}
<p>L’entreprise <strong>{{ contractor.name }}</strong> interviendra{% if appointment.date %} le <strong>{{ appointment.date }}</strong> (durée prévue : {{ appointment.duration }}){% endif %}{% if dropped.date %}, au lieu du {{ dropped.date }},{% endif %} pour : {{ ticket.subject }}.</p>
${DESCRIPTION}`,
    },
    sms: { body: 'Intervention prévue :', detail: WHO_AND_WHEN },
  },
  'visit-dropped.notified': {
    name: 'Rendez-vous qui n’a plus lieu',
    uses: ['contractor', 'dropped'],
    mail: {
      subject:
        'Plus de rendez-vous{% if dropped.short %} le {{ dropped.short }}{% endif %} : {{ ticket.subject }}',
      body: DROPPED_BY_FIRM,
    },
    sms: DROPPED_BY_FIRM_SMS,
  },
  'quote-requested.notified': {
    name: 'Devis demandé',
    uses: ['contractor', 'appointment'],
    mail: {
      subject: 'Devis demandé : {{ ticket.subject }}',
      body: `${HELLO}
<p>Un devis est nécessaire pour « {{ ticket.subject }} ». Nous l’avons demandé à l’entreprise <strong>{{ contractor.name }}</strong>.</p>
${DROPPED_VISIT}
${FOLLOW_UP}`,
    },
    sms: { body: 'Un devis a été demandé :', detail: SHORT_CONTRACTOR },
  },
  'quote-received.notified': {
    name: 'Devis reçu',
    uses: ['contractor', 'appointment'],
    mail: {
      subject: 'Devis reçu : {{ ticket.subject }}',
      body: `${HELLO}
<p>Nous avons reçu le devis de l’entreprise <strong>{{ contractor.name }}</strong> pour « {{ ticket.subject }} » et nous l’étudions.</p>
${DROPPED_VISIT}
${FOLLOW_UP}`,
    },
    sms: { body: 'Devis reçu et à l’étude :', detail: SHORT_CONTRACTOR },
  },
  'approval-informed.notified': {
    name: 'Demande d’approbation, information aux autres membres du conseil',
    uses: ['contractor', 'quote', 'approval', 'comment'],
    mail: {
      subject: 'Devis de {{ contractor.name }} soumis à approbation : {{ ticket.subject }}',
      body: `${HELLO}
<p>Le devis de l’entreprise <strong>{{ contractor.name }}</strong>{% if quote.amount %} (<strong>{{ quote.amount }}</strong>){% endif %} pour « {{ ticket.subject }} » a été soumis à l’approbation de {{ approval.by }}.</p>
${COMMENT}
<p>Ce message vous est adressé pour information.</p>`,
    },
    sms: { body: 'Pour information, un devis est soumis à approbation :', detail: SHORT_CONTRACTOR },
  },
  'quote-accepted.notified': {
    name: 'Devis accepté',
    uses: ['contractor'],
    mail: {
      subject: 'Devis accepté : {{ ticket.subject }}',
      body: `${HELLO}
<p>Le devis de l’entreprise <strong>{{ contractor.name }}</strong> est accepté pour : {{ ticket.subject }}. L’entreprise va fixer un rendez-vous.</p>
${FOLLOW_UP}`,
    },
    sms: { body: 'Devis accepté, rendez-vous à venir :', detail: SHORT_CONTRACTOR },
  },
  'appointment-validated.notified': {
    name: 'Rendez-vous validé',
    uses: ['contractor', 'appointment'],
    mail: {
      subject:
        'Intervention prévue{% if appointment.short %} le {{ appointment.short }}{% endif %} : {{ ticket.subject }}',
      body: `${HELLO}
<p>L’entreprise <strong>{{ contractor.name }}</strong> interviendra{% if appointment.date %} le <strong>{{ appointment.date }}</strong> (durée prévue : {{ appointment.duration }}){% endif %} pour : {{ ticket.subject }}.</p>
${DESCRIPTION}`,
    },
    sms: { body: 'Intervention prévue :', detail: WHO_AND_WHEN },
  },
  'appointment-postponed.notified': {
    name: 'Rendez-vous reporté',
    uses: ['contractor', 'appointment', 'comment'],
    mail: {
      subject: 'Rendez-vous reporté : {{ ticket.subject }}',
      body: `${HELLO}
<p>Le rendez-vous${VISIT} avec l’entreprise <strong>{{ contractor.name }}</strong> pour « {{ ticket.subject }} » n’aura pas lieu à cette date.</p>
${COMMENT}
<p>Nous vous indiquerons le nouveau rendez-vous.</p>`,
    },
    sms: { body: 'Rendez-vous reporté :', detail: WHO_AND_WHEN },
  },
  'appointment-cancelled.notified': {
    name: 'Rendez-vous annulé',
    uses: ['contractor', 'appointment', 'comment'],
    mail: {
      subject: 'Rendez-vous annulé : {{ ticket.subject }}',
      body: `${HELLO}
<p>Le rendez-vous${VISIT} avec l’entreprise <strong>{{ contractor.name }}</strong> pour « {{ ticket.subject }} » est annulé.</p>
${COMMENT}`,
    },
    sms: { body: 'Rendez-vous annulé :', detail: WHO_AND_WHEN },
  },
  'reminder.notified': {
    name: 'Relance de l’intervenant',
    uses: ['contractor', 'reminder'],
    mail: {
      subject: 'Intervenant relancé : {{ ticket.subject }}',
      body: `${HELLO}
<p>Nous avons relancé l’entreprise <strong>{{ contractor.name }}</strong> au sujet de {{ reminder.name }} : {{ ticket.subject }}.</p>
${FOLLOW_UP}`,
    },
    sms: { body: 'Nous avons relancé l’entreprise :', detail: SHORT_CONTRACTOR },
  },
  'presence-answered.notified': {
    name: 'Retard, absence ou report de l’intervenant',
    // Not the contractor's comment: it is written to the manager.
    uses: ['contractor', 'presence', 'appointment'],
    mail: {
      subject:
        '{% if presence.late %}Retard annoncé{% else %}Rendez-vous modifié{% endif %} : {{ ticket.subject }}',
      body: `${HELLO}
<p>L’entreprise <strong>{{ contractor.name }}</strong> {{ presence.text }} pour l’intervention{% if appointment.date %} du {{ appointment.date }}{% endif %} : {{ ticket.subject }}.</p>
{% unless presence.late %}<p>Nous vous indiquerons le nouveau rendez-vous.</p>{% endunless %}`,
    },
    sms: {
      body: 'Votre intervention change :',
      detail: `${SHORT_CONTRACTOR} {{ presence.text }}{% if appointment.short %} ({{ appointment.short }}){% endif %}.`,
    },
  },
  'completion.notified': {
    name: 'Fin d’intervention',
    uses: ['contractor'],
    mail: {
      subject: 'Intervention terminée : {{ ticket.subject }}',
      body: `${HELLO}
<p>L’entreprise <strong>{{ contractor.name }}</strong> nous indique que l’intervention est terminée : {{ ticket.subject }}.</p>`,
    },
    sms: { body: 'Intervention terminée :', detail: SHORT_CONTRACTOR },
  },
  'ticket-closed.notified': {
    name: 'Fermeture du ticket',
    uses: ['visits'],
    mail: {
      subject: 'Demande close : {{ ticket.subject }}',
      body: `${HELLO}
<p>La demande est close : <strong>{{ ticket.subject }}</strong>.</p>
${DROPPED_VISITS}
<p>Pour toute question, n’hésitez pas à nous contacter.</p>`,
    },
    sms: {
      body: 'Demande close :',
      detail: '{{ ticket.subject | truncate: 50 }}{% if visits %} (plus de rendez-vous prévu){% endif %}',
    },
  },
  'ticket-reopened.notified': {
    name: 'Réouverture du ticket',
    uses: [],
    mail: {
      subject: 'Demande rouverte : {{ ticket.subject }}',
      body: `${HELLO}
<p>La demande est rouverte : <strong>{{ ticket.subject }}</strong>.</p>
${FOLLOW_UP}`,
    },
    sms: { body: 'Demande rouverte :', detail: '{{ ticket.subject | truncate: 50 }}' },
  },
  'replaced.notified': {
    name: 'Intervenant remplacé',
    uses: ['contractor'],
    mail: {
      subject: 'Changement d’entreprise : {{ ticket.subject }}',
      body: `${HELLO}
${REPLACED}
${FOLLOW_UP}`,
    },
    sms: REPLACED_SMS,
  },
  'step.notified': {
    name: 'Information d’un tiers',
    uses: ['step', 'comment'],
    mail: {
      subject: 'Où en est la demande : {{ ticket.subject }}',
      body: `${HELLO}
<p>Nous vous informons de l’avancement de la demande « {{ ticket.subject }} ».</p>
<p><strong>{{ step.text }}</strong></p>
${COMMENT}`,
    },
    sms: { body: 'Pour information :', detail: '{{ step.text | truncate: 90 }}' },
  },
};
