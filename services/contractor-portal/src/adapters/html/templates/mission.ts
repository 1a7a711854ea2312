export const mission = `{% if urgent %}<strong class="urgent">URGENT</strong>{% endif %}
<h1>{{ subject }}</h1>
{% include "status" %}
{% if ending %}<div class="card bad"><h2>{{ ending.title }}</h2><p>{{ ending.text }}</p></div>{% endif %}
{% if reason %}<section class="card note" aria-labelledby="motif"><h2 id="motif">Ce que dit l’agence</h2><p class="pre">{{ reason }}</p></section>{% endif %}
<div class="cols">
<div>
{% include "go" %}
{% if signed %}<section class="card note" aria-labelledby="signe"><h2 id="signe">Votre devis signé</h2>
<ul class="plain">{% assign file = signed %}{% include "file" %}</ul></section>{% endif %}
{% if appointment %}<section class="card meet" aria-labelledby="rdv"><h2 id="rdv">{{ appointment.title }}</h2>
<p><strong>{{ appointment.date }}</strong> à {{ appointment.time }}, durée prévue {{ appointment.duration }}{% if appointment.late %} – retard annoncé : {{ appointment.late }}{% endif %}</p>
{% if appointment.calendar %}<p><a class="call" href="{{ appointment.calendar }}" download="rendez-vous.ics">Ajouter à mon agenda</a></p>{% endif %}</section>{% endif %}
<section class="card" aria-labelledby="travail"><h2 id="travail">L’intervention</h2>
{% if description %}<p class="pre">{{ description }}</p>{% endif %}
{% if instructions %}<h3>Pour vous en particulier</h3><p class="pre">{{ instructions }}</p>{% endif %}
{% include "where" %}
{% if options.caretakerOpens %}<p><strong>Le gardien vous ouvrira.</strong></p>{% endif %}
{% if owner %}<h3>Propriétaire</h3><p>{{ owner }}</p>{% endif %}
</section>
{% if contacts.size > 0 %}<section class="card" aria-labelledby="acces"><h2 id="acces">Sur place, contactez</h2>
<ul class="plain">{% for contact in contacts %}<li><p><strong>{{ contact.name }}</strong>{% if contact.comment %}<br>{{ contact.comment }}{% endif %}</p>
{% for call in contact.calls %}<a class="call" href="tel:{{ call.number }}" aria-label="Appeler {{ contact.name }} au {{ call.text }}">{{ call.text }}</a>{% endfor %}</li>{% endfor %}</ul></section>{% endif %}
{% if attachments.size > 0 %}<section class="card" aria-labelledby="pieces"><h2 id="pieces">Pièces jointes</h2>
<ul class="plain">{% for file in attachments %}{% include "file" %}{% endfor %}</ul></section>{% endif %}
{% if sent.size > 0 %}<section class="card" aria-labelledby="envois"><h2 id="envois">Vos envois</h2>
{% if amount %}<p>Montant TTC : <strong>{{ amount }}</strong></p>{% endif %}
<ul class="plain">{% for file in sent %}{% include "file" %}{% endfor %}</ul></section>{% endif %}
</div>
<div class="side">
{% if forms.size > 0 or nothing %}<section class="card" id="reponse" aria-label="Votre réponse">
{% if waiting == false and nothing %}<h2>Votre réponse</h2><p>{{ nothing }}</p>{% endif %}
{% for form in forms %}{% include "form" %}{% endfor %}
</section>{% endif %}
{% include "talk" %}
{% include "manager" %}
</div>
</div>`;
