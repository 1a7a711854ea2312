export const mission = `{% if urgent %}<strong class="urgent">URGENT</strong>{% endif %}
<h1>{{ subject }}</h1>
<p class="state">{{ state }}</p>
<div class="cols">
<div>
{% if waiting and summary.size == 0 and notice == false %}<p class="go"><a class="btn alt" href="#reponse">Répondre maintenant</a></p>{% endif %}
{% if appointment %}<section class="card meet" aria-labelledby="rdv"><h2 id="rdv">Rendez-vous</h2>
<p><strong>{{ appointment.date }}</strong> à {{ appointment.time }}, durée prévue {{ appointment.duration }}{% if appointment.late %} – retard annoncé : {{ appointment.late }}{% endif %}</p></section>{% endif %}
<section class="card" aria-labelledby="travail"><h2 id="travail">L’intervention</h2>
{% if description %}<p class="pre">{{ description }}</p>{% endif %}
<h3>Lieu</h3>
<p class="pre"><strong>{{ place.label }}</strong>
{{ place.address }}</p>
{% if place.reference %}<h3>Référence</h3><p>{{ place.reference }}</p>{% endif %}
{% if place.owner %}<h3>Propriétaire</h3><p>{{ place.owner }}</p>{% endif %}
</section>
{% if contacts.size > 0 %}<section class="card" aria-labelledby="acces"><h2 id="acces">Sur place, contactez</h2>
<ul class="plain">{% for contact in contacts %}<li><p><strong>{{ contact.name }}</strong>{% if contact.comment %}<br>{{ contact.comment }}{% endif %}</p>
{% for call in contact.calls %}<a class="call" href="tel:{{ call.number }}" aria-label="Appeler {{ contact.name }} au {{ call.text }}">{{ call.text }}</a>{% endfor %}</li>{% endfor %}</ul></section>{% endif %}
{% if attachments.size > 0 %}<section class="card" aria-labelledby="pieces"><h2 id="pieces">Pièces jointes</h2>
<ul class="plain">{% for file in attachments %}<li><a class="line" href="{{ file.href }}"><b>{{ file.name }}</b> <span>{{ file.detail }}</span></a></li>{% endfor %}</ul></section>{% endif %}
{% if sent.size > 0 %}<section class="card" aria-labelledby="envois"><h2 id="envois">Vos envois</h2>
<ul class="plain">{% for file in sent %}<li><a class="line" href="{{ file.href }}"><b>{{ file.name }}</b> <span>{{ file.detail }}</span></a></li>{% endfor %}</ul></section>{% endif %}
</div>
<div class="side">
<section class="card" id="reponse" aria-label="Votre réponse">
{% if waiting == false %}<h2>Votre réponse</h2><p>{{ nothing }}</p>{% endif %}
{% for form in forms %}{% include "form" %}{% endfor %}
</section>
<section class="card" aria-labelledby="gestionnaire"><h2 id="gestionnaire">Votre gestionnaire</h2>
<p><strong>{{ manager.name }}</strong>{% if agency.line %}<br>{{ agency.name }}{% endif %}</p>
{% for call in manager.calls %}<a class="call" href="tel:{{ call.number }}" aria-label="Appeler {{ call.who }} au {{ call.text }}">{{ call.text }}</a>{% endfor %}
{% if manager.mail %}<a class="call" href="mailto:{{ manager.mail }}">Écrire un e-mail</a>{% endif %}
</section>
</div>
</div>`;
