/** Parts that several texts share. */
export const HELLO = '<p>Bonjour {{ recipient.name }},</p>';

/** Whom the client may call. */
export const EMERGENCY =
  '{% if emergency %}<p><strong>En cas d’urgence</strong><br>{{ emergency | lines }}</p>{% endif %}';

export const COMMENT = '{% if comment %}<p>« {{ comment | lines }} »</p>{% endif %}';

export const DESCRIPTION = '{% if ticket.description %}<p>{{ ticket.description | lines }}</p>{% endif %}';

/** What is to be done, where, and who opens the door. */
export const REQUEST = `<p><strong>{{ ticket.subject }}</strong></p>
${DESCRIPTION}
{% if instructions %}<p><strong>Instructions pour vous</strong><br>{{ instructions | lines }}</p>{% endif %}
{% if contacts %}<p><strong>Personne à contacter sur place</strong><br>{{ contacts | lines }}</p>{% endif %}
{% if ticket.caretakerOpens %}<p>Le gardien vous ouvrira.</p>{% endif %}
{% if ticket.owner %}<p>Document à établir au nom du propriétaire : <strong>{{ ticket.owner }}</strong></p>{% endif %}`;

export const ATTACHMENTS = '{% if attachments %}<p>{{ attachments }} à consulter.</p>{% endif %}';

/** The words themselves stand on the page. */
export const REASON_SMS = '{% if comment %}Motif en ligne.{% endif %}';

/** A name of any length must leave room for the rest of an SMS. */
export const SHORT_CONTRACTOR = '{{ contractor.name | truncate: 30 }}';

export const WHO_AND_WHEN = `${SHORT_CONTRACTOR}{% if appointment.short %}, {{ appointment.short }}{% endif %}`;

/** A work order became a quote before the visit took place. */
export const DROPPED_VISIT =
  '{% if appointment.date %}<p>Le rendez-vous du <strong>{{ appointment.date }}</strong> n’a plus lieu.</p>{% endif %}';

/** The firm gave it back, moved it to a day that is not agreed on yet, or was done before it. */
export const DROPPED_BY_FIRM = `${HELLO}
<p>Le rendez-vous{% if dropped.date %} du <strong>{{ dropped.date }}</strong>{% endif %} avec l’entreprise <strong>{{ contractor.name }}</strong>{% if contractor.phone %} ({{ contractor.phone }}){% endif %} n’a plus lieu : {{ ticket.subject }}.</p>`;

export const DROPPED_BY_FIRM_SMS = {
  body: 'Rendez-vous annulé :',
  detail: `${SHORT_CONTRACTOR}{% if dropped.short %}, {{ dropped.short }}{% endif %}`,
} as const;

/** A ticket is closed before they took place. */
export const DROPPED_VISITS = '{% if visits %}<p>{{ visits | lines }}</p>{% endif %}';

/** Told to those who expect the first contractor: whether it had come already, nobody here knows. */
export const REPLACED =
  '<p>Pour « {{ ticket.subject }} », nous faisons appel à une autre entreprise : <strong>{{ contractor.name }}</strong> n’interviendra plus.</p>';

export const REPLACED_SMS = {
  body: 'Changement d’entreprise :',
  detail: `${SHORT_CONTRACTOR} n’interviendra plus.`,
} as const;
