import type { TemplateCode } from '../../../domain/template-codes.js';
import type { Template } from '../template.js';

type OutsiderCode = Extract<TemplateCode, `${string}.notified` | `${string}.contact`>;

const HELLO = '<p>Bonjour {{ recipient.name }},</p>';
const DESCRIPTION = '{% if ticket.description %}<p>{{ ticket.description | lines }}</p>{% endif %}';

/** A name of any length must leave room for the rest of an SMS. */
const CONTRACTOR = '{{ contractor.name | truncate: 30 }}';

export const NOTIFIED_TEMPLATES: Readonly<Record<OutsiderCode, Template>> = {
  'work-order.contact': {
    name: 'Personne à contacter : intervention demandée',
    uses: ['contractor'],
    mail: {
      subject: 'Une entreprise va vous contacter : {{ ticket.subject }}',
      body: `${HELLO}
<p>Nous avons demandé une intervention : <strong>{{ ticket.subject }}</strong>.</p>
<p>L’entreprise <strong>{{ contractor.name }}</strong>{% if contractor.phone %} ({{ contractor.phone }}){% endif %} vous contactera pour accéder aux lieux.</p>`,
    },
    sms: {
      body: `${CONTRACTOR}{% if contractor.phone %} ({{ contractor.phone }}){% endif %} va vous contacter pour une intervention.`,
    },
  },
  'ticket-opened.notified': {
    name: 'Création du ticket',
    uses: [],
    mail: {
      subject: 'Demande d’intervention créée : {{ ticket.subject }}',
      body: `${HELLO}
<p>Une demande d’intervention vient d’être créée : <strong>{{ ticket.subject }}</strong>.</p>
${DESCRIPTION}
<p>Nous vous tiendrons au courant de la suite.</p>`,
    },
    sms: { body: 'Demande d’intervention créée : {{ ticket.subject | truncate: 50 }}' },
  },
  'work-order-accepted.notified': {
    name: 'Intervention acceptée',
    uses: ['contractor', 'appointment'],
    mail: {
      subject:
        'Intervention prévue{% if appointment.short %} le {{ appointment.short }}{% endif %} : {{ ticket.subject }}',
      body: `${HELLO}
<p>L’entreprise <strong>{{ contractor.name }}</strong> interviendra{% if appointment.date %} le <strong>{{ appointment.date }}</strong> (durée prévue : {{ appointment.duration }}){% endif %} pour : {{ ticket.subject }}.</p>
${DESCRIPTION}`,
    },
    sms: {
      body: `${CONTRACTOR} interviendra{% if appointment.short %} le {{ appointment.short }}{% endif %}.`,
    },
  },
  'reminder.notified': {
    name: 'Relance de l’intervenant',
    uses: ['contractor', 'reminder'],
    mail: {
      subject: 'Intervenant relancé : {{ ticket.subject }}',
      body: `${HELLO}
<p>Nous avons relancé l’entreprise <strong>{{ contractor.name }}</strong> au sujet de {{ reminder.name }} : {{ ticket.subject }}.</p>
<p>Nous vous tiendrons au courant de la suite.</p>`,
    },
    sms: { body: `Nous avons relancé ${CONTRACTOR}.` },
  },
  'presence-answered.notified': {
    name: 'Retard, absence ou report de l’intervenant',
    uses: ['contractor', 'presence', 'appointment', 'comment'],
    mail: {
      subject:
        '{% if presence.answer == "late" %}Retard annoncé{% else %}Rendez-vous modifié{% endif %} : {{ ticket.subject }}',
      body: `${HELLO}
<p>L’entreprise <strong>{{ contractor.name }}</strong> {{ presence.text }} pour l’intervention{% if appointment.date %} du {{ appointment.date }}{% endif %} : {{ ticket.subject }}.</p>
{% if comment %}<p>{{ comment | lines }}</p>{% endif %}
{% unless presence.answer == "late" %}<p>Nous vous indiquerons le nouveau rendez-vous.</p>{% endunless %}`,
    },
    sms: {
      body: `${CONTRACTOR} {{ presence.text }}{% if appointment.short %} ({{ appointment.short }}){% endif %}.`,
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
    sms: { body: `${CONTRACTOR} a terminé son intervention.` },
  },
  'ticket-closed.notified': {
    name: 'Fermeture du ticket',
    uses: [],
    mail: {
      subject: 'Demande close : {{ ticket.subject }}',
      body: `${HELLO}
<p>La demande est close : <strong>{{ ticket.subject }}</strong>.</p>
<p>Pour toute question, n’hésitez pas à nous contacter.</p>`,
    },
    sms: { body: 'Demande close : {{ ticket.subject | truncate: 50 }}' },
  },
};
