/** What became of a request, who comes and when, whether it is repaired. */
export const request = `{% include "emergency" %}
<section class="card" aria-labelledby="etat"><h2 id="etat">{{ request.title }}</h2>
<p>{{ request.text }}</p>
{% if request.reason %}<p class="pre">{{ request.reason }}</p>{% endif %}
{% for visit in request.visits %}<h3>{{ visit.firm }}</h3>
<p>{% if visit.when %}Rendez-vous <strong>{{ visit.when }}</strong>{% elsif visit.done %}Intervention terminée{% else %}Date à convenir{% endif %}</p>
{% assign calls = visit.calls %}{% include "calls" %}{% endfor %}
{% if request.repaired %}<p><strong>{{ request.repaired }}</strong></p>{% endif %}
{% if request.repair %}<div id="reponse">{% assign form = request.repair %}{% include "form" %}</div>{% endif %}
{% if request.withdrawal %}{% assign form = request.withdrawal %}{% include "form" %}{% endif %}
</section>`;

export const emergency = `{% if request.emergency.text %}<section class="card" aria-labelledby="urgence"><h2 id="urgence">Urgence : appelez</h2>
<p class="pre">{{ request.emergency.text }}</p>
{% assign calls = request.emergency.calls %}{% include "calls" %}</section>{% endif %}`;
