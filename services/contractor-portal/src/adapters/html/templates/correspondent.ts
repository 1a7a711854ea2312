/** A decided quote is told with its answer; an open one asks for it. */
export const offer = `<section class="card" aria-labelledby="{{ quote.id }}"><h2 id="{{ quote.id }}">Devis de {{ quote.contractor }}</h2>
{% if quote.amount %}<p class="sum">{{ quote.amount }} TTC</p>{% endif %}
{% if quote.decision %}<p><strong>{{ quote.decision.text }}</strong>, le {{ quote.decision.at }}.{% if quote.decision.comment %}<br>{{ quote.decision.comment }}{% endif %}</p>{% endif %}
{% if quote.comment %}<p class="pre">{{ quote.comment }}</p>{% endif %}
{% if quote.request %}<h3>Ce que dit l’agence</h3><p class="pre">{{ quote.request }}</p>{% endif %}
{% if quote.files.size > 0 %}<ul class="plain">{% for file in quote.files %}{% include "file" %}{% endfor %}</ul>{% endif %}
{% if quote.form %}{% assign form = quote.form %}{% include "form" %}{% endif %}
{% if quote.change %}{% assign form = quote.change %}{% include "form" %}{% endif %}
</section>`;

export const correspondent = `<h1>{{ subject }}</h1>
{% include "status" %}
{% if open.size > 1 %}{% include "go" %}
<section id="reponse" aria-labelledby="comparer"><h2 id="comparer">{{ open.size }} devis attendent votre décision</h2>
<p>Comparez-les avant de répondre : un seul peut être approuvé.</p>
<div class="compare">{% for quote in open %}{% include "offer" %}{% endfor %}</div></section>{% endif %}
<div class="cols">
<div>
{% if open.size < 2 %}{% include "go" %}{% endif %}
{% if request %}{% include "request" %}{% endif %}
<section class="card" aria-labelledby="demande"><h2 id="demande">{% if request %}Ce que vous avez demandé{% else %}Le dossier{% endif %}</h2>
{% if name %}<p class="soft">Pour {{ name }}{% if role %} ({{ role }}){% endif %}</p>{% endif %}
{% if description %}<p class="pre">{{ description }}</p>{% endif %}
{% include "where" %}
</section>
</div>
<div class="side">
{% if open.size == 1 %}<div id="reponse">{% for quote in open %}{% include "offer" %}{% endfor %}</div>{% endif %}
{% for quote in decided %}{% include "offer" %}{% endfor %}
{% include "talk" %}
{% include "manager" %}
</div>
</div>`;
