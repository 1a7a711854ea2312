import { LETTERS } from '@intervia/rules';
import { MOST_FILES, MOST_PER_FILE } from '../fr-files.js';
import { KEPT_FIELDS } from '../../../application/forms/file-fields.js';
import type { FileField } from '../../../application/forms/file-fields.js';

const MANY = `${MOST_FILES} au plus, ${MOST_PER_FILE} chacun`;

export const form = `{% if form.open %}<section id="{{ form.id }}"><h2>{{ form.title }}</h2>{% include form.template %}</section>
{% else %}<details id="{{ form.id }}"><summary>{{ form.title }}</summary>{% include form.template %}</details>{% endif %}`;

const hidden = '<input type="hidden" name="commandId" value="{{ form.nonce }}">';
const start = `<form method="post" action="{{ form.action }}">${hidden}`;
const startWithFiles = `<form method="post" action="{{ form.action }}" enctype="multipart/form-data">${hidden}`;
const subject =
  '{% for item in form.about %}<input type="hidden" name="{{ item.field }}" value="{{ item.value }}">{% endfor %}';
const end = '<button class="btn" type="submit">{{ form.button }}</button></form>';

/** The attributes that tie a field to its fault and its hint, and the fault itself. */
const describe = (field: string, hint = '') =>
  `id="{{ form.id }}-${field}" name="${field}"{% if form.errors.${field} %} aria-invalid="true" aria-describedby="{{ form.id }}-${field}-err${hint && ` {{ form.id }}-${field}-aide`}"${
    hint && `{% else %} aria-describedby="{{ form.id }}-${field}-aide"`
  }{% endif %}`;
const label = (field: string, text: string) => `<label for="{{ form.id }}-${field}">${text}</label>`;
const hintOf = (field: string, text: string) =>
  text && `<p class="hint" id="{{ form.id }}-${field}-aide">${text}</p>`;
const error = (field: string) =>
  `{% if form.errors.${field} %}<p class="err" id="{{ form.id }}-${field}-err">{{ form.errors.${field} }}</p>{% endif %}`;

const input = (field: string, text: string, attributes: string, hint = '') =>
  `<div class="field">${label(field, text)}${hintOf(field, hint)}${error(field)}<input ${describe(field, hint)} value="{{ form.values.${field} }}" ${attributes}></div>`;

const textarea = (field: string, text: string, attributes = '', hint = '') =>
  `<div class="field">${label(field, text)}${hintOf(field, hint)}${error(field)}<textarea ${describe(field, hint)} rows="3" maxlength="${LETTERS.comment}" ${attributes}>
{{ form.values.${field} }}</textarea></div>`;

const select = (field: string, text: string, options: string) =>
  `<div class="field">${label(field, text)}${error(field)}<select ${describe(field)}>{% for option in ${options} %}<option value="{{ option.value }}"{% if option.value == form.values.${field} %} selected{% endif %}>{{ option.label }}</option>{% endfor %}</select></div>`;

/** Files uploaded by an earlier attempt stay ticked: only their sealed reference travels again. */
const files = (field: FileField, text: string, attributes: string, hint: string) =>
  `<div class="field">{% for file in form.kept.${field} %}<label class="kept"><input type="checkbox" name="${KEPT_FIELDS[field]}" value="{{ file.sealed }}" checked> Déjà reçu : {{ file.name }} ({{ file.size }})</label>{% endfor %}
${label(field, text)}${hintOf(field, hint)}${error(field)}<input type="file" ${describe(field, hint)} accept="image/*,application/pdf" ${attributes}></div>`;

const amount = (required: string) =>
  input(
    'amount',
    'Montant TTC (€)',
    `inputmode="decimal" autocomplete="off" maxlength="20" ${required}`,
    'Exemple : 1 234,56',
  );

const comment = textarea('comment', 'Commentaire (facultatif)');
const reason = textarea(
  'comment',
  'Motif',
  'required',
  'Dit à l’agence. Exemple : pièce non reçue, autre urgence.',
);
const commentOrReason = `{% if form.wantsReason %}${reason}{% else %}${comment}{% endif %}`;

const visit = `<div class="pair">
${input('date', 'Date', 'type="date" required min="{{ today }}" max="{{ farthest }}"')}
${input('time', 'Heure d’arrivée', 'type="time" required')}</div>
{% if form.errors.night or form.values.night %}${error('night')}<label class="kept"><input type="checkbox" ${describe('night')} value="oui"{% if form.values.night %} checked{% endif %}> Oui, je viens bien la nuit</label>{% endif %}
${select('duration', 'Durée prévue', 'durations')}
${commentOrReason}${end}`;

export const acceptation = `<p>{% if form.wantsReason %}Indiquez la nouvelle date : les personnes concernées en sont prévenues.{% else %}Proposez la date et l’heure de votre venue.{% endif %}</p>${start}${visit}`;

export const appointment = `<p>{% if contacts.size > 0 %}Convenez de la date avec <a href="#acces">la personne à contacter</a>, puis indiquez-la ici.{% else %}Indiquez la date et l’heure de votre venue.{% endif %}</p>${start}${visit}`;

const refusal = (hint: string) =>
  `${start}${textarea('reason', 'Motif du refus', 'required', hint)}
<button class="btn no" type="submit">{{ form.button }}</button></form>`;

export const refus = refusal('Exemple : indisponible cette semaine, hors de ma spécialité.');

export const decline = refusal('Exemple : pas de disponibilité, hors de ma spécialité.');

export const promise = `<p>Un bouton suffit : vous enverrez le devis plus tard, par le même lien.</p>${start}
${textarea('comment', 'Précision (facultatif)', '', 'Exemple : devis sous huit jours, après une visite mardi.')}${end}`;

export const reading = `<p>Confirmez à l’agence que vous avez lu sa demande.</p>${start}<button class="btn alt" type="submit">{{ form.button }}</button></form>`;

/** One form per answer: the key "Enter" in a field must never choose another answer. */
export const presence = `{% if form.wantsReason %}<p>Le rendez-vous est annulé, les personnes concernées en sont prévenues. Vous pourrez en proposer un autre.</p>${start}${reason}
<button class="btn no" type="submit" name="answer" value="POSTPONED">Annuler ce rendez-vous</button></form>{% else %}${error('answer')}${start}
<button class="btn" type="submit" name="answer" value="CONFIRMED" id="{{ form.id }}-answer">Oui, je suis ou serai à l’heure</button></form>
${start}${select('lateMinutes', 'Retard prévu', 'delays')}
<button class="btn alt" type="submit" name="answer" value="LATE">Je serai en retard</button></form>
${start}${textarea('comment', 'Précision (facultatif)', '', 'Exemple : pièce non reçue, nouvelle date souhaitée.')}
<button class="btn no" type="submit" name="answer" value="POSTPONED">Je demande un report</button>
<button class="btn no" type="submit" name="answer" value="ABSENT">Je serai absent</button></form>{% endif %}`;

export const completion = `${startWithFiles}{% if form.before %}<fieldset><legend>Vraiment terminée ?</legend><p>Le rendez-vous est prévu {{ form.before }}. Si l’intervention est déjà terminée, ce rendez-vous est annulé et les personnes concernées en sont prévenues.</p>
${error('finished')}<label class="kept"><input type="checkbox" ${describe('finished')} value="oui" required{% if form.values.finished %} checked{% endif %}> Oui, elle est vraiment terminée</label></fieldset>{% endif %}${files('proofs', 'Photos ou documents (facultatif)', 'multiple', `Photos du travail fini, bon d’intervention signé… ${MANY}.`)}
${comment}
<fieldset><legend>Votre facture, si elle est prête</legend>
${files('invoice', 'Fichier de la facture', '', 'Un PDF ou une photo lisible.')}
${amount('')}</fieldset>${end}`;

/** Two buttons, each its own answer: "Enter" writes a new line. */
export const repair = `${startWithFiles}${error('answer')}${textarea('comment', 'Précision (facultatif)', '', 'Si ce n’est pas réparé : dites ce qui ne va pas.')}
${files('documents', 'Photos (facultatif)', 'multiple', MANY)}
<button class="btn" type="submit" name="answer" value="oui" id="{{ form.id }}-answer">Oui, c’est réparé</button>
<button class="btn no" type="submit" name="answer" value="non">Non, ce n’est pas réparé</button></form>`;

export const withdrawal = `<p>L’agence ne s’en occupera pas, et en est prévenue.</p>${start}${textarea('reason', 'Motif (facultatif)', '', 'Exemple : le problème est réglé.')}
<button class="btn no" type="submit">{{ form.button }}</button></form>`;

export const invoice = `${startWithFiles}${files('invoice', 'Fichier de la facture', '{% if form.kept.invoice.size == 0 %}required{% endif %}', `Un PDF ou une photo lisible, ${MOST_PER_FILE} au plus.`)}
${amount('required')}${comment}${end}`;

export const quote = `${startWithFiles}${files('quotes', 'Fichiers du devis', 'multiple {% if form.kept.quotes.size == 0 %}required{% endif %}', `PDF ou photos lisibles, ${MANY}.`)}
${amount('required')}${comment}${end}`;

/** Two buttons, but no field in which "Enter" would press the first. */
export const approval = `${error('answer')}${start}${subject}${textarea('comment', 'Commentaire (facultatif)')}
<button class="btn" type="submit" name="answer" value="APPROVED" id="{{ form.id }}-answer">{{ form.button }}</button>
<button class="btn no" type="submit" name="answer" value="REJECTED">Refuser ce devis</button></form>`;

export const message = `${startWithFiles}{% if form.subjects.size > 0 %}<div class="field"><label for="{{ form.id }}-sujet">Répondre à</label><select id="{{ form.id }}-sujet" name="threadId">{% for option in form.subjects %}<option value="{{ option.value }}"{% if option.value == form.about[0].value %} selected{% endif %}>{{ option.label }}</option>{% endfor %}</select></div>{% else %}${subject}{% endif %}
${textarea('text', 'Votre message', 'required')}
${files('documents', 'Pièces jointes (facultatif)', 'multiple', `Photos ou PDF, ${MANY}.`)}${end}`;
