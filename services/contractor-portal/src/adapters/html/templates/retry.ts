export const retry = `<h1>Votre réponse n’est pas encore enregistrée</h1>
<section class="card" id="reponse" aria-label="Votre réponse">{% for form in forms %}{% include "form" %}{% endfor %}</section>`;

export const message = `<h1>{{ title }}</h1>
<section class="card"><p>{{ text }}</p>
{% if renewal %}<form method="post" action="{{ renewal }}"><button class="btn" type="submit">Renvoyez-moi un lien</button></form>{% endif %}
{% include "calls" %}</section>`;
