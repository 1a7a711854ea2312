export const form = `{% if form.open %}<section id="{{ form.name }}"><h2>{{ form.title }}</h2>{% include form.template %}</section>
{% else %}<details id="{{ form.name }}"><summary>{{ form.title }}</summary>{% include form.template %}</details>{% endif %}`;

const hidden = '<input type="hidden" name="commandId" value="{{ form.nonce }}">';
const start = `<form method="post" action="{{ form.action }}">${hidden}`;
const startWithFiles = `<form method="post" action="{{ form.action }}" enctype="multipart/form-data">${hidden}`;
const end = '<button class="btn" type="submit">{{ form.button }}</button></form>';

/** The attributes that tie a field to its fault and its hint, and the fault itself. */
const describe = (field: string, hint = '') =>
  `id="{{ form.name }}-${field}" name="${field}"{% if form.errors.${field} %} aria-invalid="true" aria-describedby="{{ form.name }}-${field}-err${hint && ` {{ form.name }}-${field}-aide`}"${
    hint && `{% else %} aria-describedby="{{ form.name }}-${field}-aide"`
  }{% endif %}`;
const label = (field: string, text: string) => `<label for="{{ form.name }}-${field}">${text}</label>`;
const hintOf = (field: string, text: string) =>
  text && `<p class="hint" id="{{ form.name }}-${field}-aide">${text}</p>`;
const error = (field: string) =>
  `{% if form.errors.${field} %}<p class="err" id="{{ form.name }}-${field}-err">{{ form.errors.${field} }}</p>{% endif %}`;

const input = (field: string, text: string, attributes: string, hint = '') =>
  `<div class="field">${label(field, text)}${hintOf(field, hint)}${error(field)}<input ${describe(field, hint)} value="{{ form.values.${field} }}" ${attributes}></div>`;

const textarea = (field: string, text: string, attributes = '', hint = '') =>
  `<div class="field">${label(field, text)}${hintOf(field, hint)}${error(field)}<textarea ${describe(field, hint)} rows="3" maxlength="2000" ${attributes}>
{{ form.values.${field} }}</textarea></div>`;

const select = (field: string, text: string, options: string) =>
  `<div class="field">${label(field, text)}${error(field)}<select ${describe(field)}>{% for option in ${options} %}<option value="{{ option.value }}"{% if option.value == form.values.${field} %} selected{% endif %}>{{ option.label }}</option>{% endfor %}</select></div>`;

/** Files uploaded by an earlier attempt stay ticked: only their sealed reference travels again. */
const files = (field: string, kept: string, text: string, attributes: string, hint: string) =>
  `<div class="field">{% for file in form.kept.${field} %}<label class="kept"><input type="checkbox" name="${kept}" value="{{ file.sealed }}" checked> Déjà reçu : {{ file.name }} ({{ file.size }})</label>{% endfor %}
${label(field, text)}${hintOf(field, hint)}${error(field)}<input type="file" ${describe(field, hint)} accept="image/*,application/pdf" ${attributes}></div>`;

const amount = (required: string) =>
  input(
    'amount',
    'Montant TTC (€)',
    `inputmode="decimal" autocomplete="off" maxlength="20" ${required}`,
    'Exemple : 1 234,56',
  );

const comment = textarea('comment', 'Commentaire (facultatif)');

export const acceptation = `<p>Proposez la date et l’heure de votre venue.</p>${start}<div class="pair">
${input('date', 'Date', 'type="date" required min="{{ today }}" max="{{ farthest }}"')}
${input('time', 'Heure d’arrivée', 'type="time" required')}</div>
${select('duration', 'Durée prévue', 'durations')}
${comment}${end}`;

export const refus = `${start}${textarea('reason', 'Motif du refus', 'required', 'Exemple : indisponible cette semaine, hors de ma spécialité.')}
<button class="btn no" type="submit">{{ form.button }}</button></form>`;

/** One form per answer: the key "Enter" in a field must never choose another answer. */
export const presence = `${error('answer')}${start}
<button class="btn" type="submit" name="answer" value="CONFIRMED" id="{{ form.name }}-answer">Oui, je suis ou serai à l’heure</button></form>
${start}${select('lateMinutes', 'Retard prévu', 'delays')}
<button class="btn alt" type="submit" name="answer" value="LATE">Je serai en retard</button></form>
${start}${textarea('comment', 'Précision (facultatif)', '', 'Exemple : pièce non reçue, nouvelle date souhaitée.')}
<button class="btn no" type="submit" name="answer" value="POSTPONED">Je demande un report</button>
<button class="btn no" type="submit" name="answer" value="ABSENT">Je serai absent</button></form>`;

export const completion = `${startWithFiles}${files('proofs', 'keptProofs', 'Photos ou documents (facultatif)', 'multiple', 'Photos du travail fini, bon d’intervention signé… 10 fichiers au plus, 15 Mo chacun.')}
${comment}
<fieldset><legend>Votre facture, si elle est prête</legend>
${files('invoice', 'keptInvoice', 'Fichier de la facture', '', 'Un PDF ou une photo lisible.')}
${amount('')}</fieldset>${end}`;

export const invoice = `${startWithFiles}${files('invoice', 'keptInvoice', 'Fichier de la facture', '{% if form.kept.invoice.size == 0 %}required{% endif %}', 'Un PDF ou une photo lisible, 15 Mo au plus.')}
${amount('required')}${comment}${end}`;
