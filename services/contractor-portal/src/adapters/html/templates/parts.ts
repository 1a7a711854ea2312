/** Parts that pages for contractors and for others share. */

export const file =
  '<li><a class="line" href="{{ file.href }}">{% if file.preview %}<img class="thumb" src="{{ file.preview }}" alt="" loading="lazy" width="72" height="54">{% endif %}<b>{{ file.name }}</b> <span>{{ file.detail }}</span>{% if file.mark %} <span class="mark">{{ file.mark }}</span>{% endif %}</a></li>';

export const status = `<p><span class="state">{{ state }}</span>{% if opened %}<br><span class="soft">Demande du {{ opened }}</span>{% endif %}</p>`;

export const calls = `{% for call in calls %}<a class="call" href="tel:{{ call.number }}" aria-label="Appeler {{ call.who }} au {{ call.text }}">{{ call.text }}</a>{% endfor %}`;

export const go = `{% if summary.size == 0 and notice == false %}{% if waiting %}<p class="go"><a class="btn alt" href="#reponse">Répondre maintenant</a></p>{% endif %}
{% if spokenTo %}<p><a class="btn alt" href="#messages">Lire le message de l’agence</a></p>{% endif %}{% endif %}`;

export const where = `<h3>Lieu</h3>
<p class="pre"><strong>{{ place.label }}</strong>
{{ place.address }}</p>
{% if map %}<p><a class="call" href="{{ map }}" target="_blank" rel="noreferrer">Voir sur une carte</a></p>{% endif %}
{% if place.reference %}<h3>Référence</h3><p>{{ place.reference }}</p>{% endif %}`;

export const line = `<li{% if line.mine %} class="mine"{% endif %}><p class="hint"><b>{{ line.author }}</b>, {{ line.at }}</p><p class="pre">{{ line.text }}</p>
{% if line.files.size > 0 %}<ul class="plain">{% for file in line.files %}{% include "file" %}{% endfor %}</ul>{% endif %}</li>`;

export const manager = `<section class="card" aria-labelledby="gestionnaire"><h2 id="gestionnaire">Votre gestionnaire</h2>
<p><strong>{{ manager.name }}</strong>{% if agency.line %}<br>{{ agency.name }}{% endif %}</p>
{% assign calls = manager.calls %}{% include "calls" %}
{% if manager.mail %}<a class="call" href="mailto:{{ manager.mail }}">Écrire un e-mail</a>{% endif %}
{% if threads.size == 0 and message %}{% assign form = message %}{% include "form" %}{% endif %}
</section>`;

export const talk = `{% if threads.size > 0 %}<section class="card" id="messages" aria-labelledby="echanges"><h2 id="echanges">Messages</h2>
{% for thread in threads %}<h3>{{ thread.subject }}</h3>
{% if thread.older.size > 0 %}<details><summary>{{ thread.hint }}</summary><ol class="talk">{% for line in thread.older %}{% include "line" %}{% endfor %}</ol></details>{% endif %}
<ol class="talk">{% for line in thread.recent %}{% include "line" %}{% endfor %}</ol>{% endfor %}
{% if message %}{% assign form = message %}{% include "form" %}{% endif %}
</section>{% endif %}`;
