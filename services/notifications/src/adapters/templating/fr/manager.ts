import type { TemplateCode } from '../../../domain/template-codes.js';
import type { Template } from '../template.js';

type ManagerCode = Extract<TemplateCode, `${string}.manager`>;

const COMMENT = '{% if comment %}<p>« {{ comment | lines }} »</p>{% endif %}';

/** The agency's own alerts: by mail only. */
export const MANAGER_TEMPLATES: Readonly<Record<ManagerCode, Template>> = {
  'work-order-accepted.manager': {
    name: 'Réponse de l’intervenant : intervention acceptée',
    uses: ['contractor', 'appointment', 'comment'],
    mail: {
      subject: 'Intervention acceptée par {{ contractor.name }} : {{ ticket.subject }}',
      body: `<p><strong>{{ contractor.name }}</strong> accepte l’intervention{% if appointment.date %} : <strong>{{ appointment.date }}</strong>, durée {{ appointment.duration }}{% endif %}.</p>
${COMMENT}`,
    },
  },
  'work-order-refused.manager': {
    name: 'Réponse de l’intervenant : intervention refusée',
    uses: ['contractor', 'comment'],
    mail: {
      subject: 'Intervention refusée par {{ contractor.name }} : {{ ticket.subject }}',
      body: `<p><strong>{{ contractor.name }}</strong> refuse l’intervention. Une action est attendue de votre part.</p>
${COMMENT}`,
    },
  },
  'presence-answered.manager': {
    name: 'Réponse de l’intervenant : présence sur place',
    uses: ['contractor', 'presence', 'appointment', 'comment'],
    mail: {
      subject: '{{ contractor.name }} {{ presence.text }} : {{ ticket.subject }}',
      body: `<p><strong>{{ contractor.name }}</strong> {{ presence.text }}{% if appointment.date %} (rendez-vous du {{ appointment.date }}){% endif %}.</p>
${COMMENT}`,
    },
  },
  'completion.manager': {
    name: 'Réponse de l’intervenant : fin d’intervention',
    uses: ['contractor', 'completion', 'comment'],
    mail: {
      subject: 'Fin d’intervention de {{ contractor.name }} : {{ ticket.subject }}',
      body: `<p><strong>{{ contractor.name }}</strong> indique que l’intervention est terminée. Reçu : {{ completion.proofs }}{% if completion.withInvoice %} et la facture{% endif %}.</p>
${COMMENT}`,
    },
  },
  'invoice.manager': {
    name: 'Réponse de l’intervenant : facture',
    uses: ['contractor', 'invoice'],
    mail: {
      subject: 'Facture reçue de {{ contractor.name }} : {{ ticket.subject }}',
      body: `<p><strong>{{ contractor.name }}</strong> a envoyé sa facture{% if invoice.amount %} : <strong>{{ invoice.amount }}</strong>{% endif %}.</p>`,
    },
  },
  'reminders-exhausted.manager': {
    name: 'Relances restées sans réponse',
    uses: ['contractor', 'reminder'],
    mail: {
      subject: '{{ contractor.name }} ne répond pas : {{ ticket.subject }}',
      body: `<p>Toutes les relances au sujet de {{ reminder.name }} ont été envoyées à <strong>{{ contractor.name }}</strong>, sans réponse. Une action est attendue de votre part.</p>`,
    },
  },
};
