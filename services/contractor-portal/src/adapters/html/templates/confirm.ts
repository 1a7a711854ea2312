export const confirm = `<h1>{{ title }}</h1>
<p>{{ subject }}</p>
<section class="card" aria-labelledby="recapitulatif"><h2 id="recapitulatif">{{ decision }} de {{ contractor }}</h2>
{% if amount %}<p class="sum">{{ amount }} TTC</p>{% endif %}
{% if files.size > 0 %}<ul class="plain">{% for file in files %}{% include "file" %}{% endfor %}</ul>{% endif %}
{% if rivals %}<p>{{ rivals }}</p>{% endif %}
{% if comment %}<h3>Votre commentaire</h3><p class="pre">{{ comment }}</p>{% endif %}
<p class="soft after">Rien n’est encore envoyé. À votre confirmation, l’agence est prévenue et vous en recevez un accusé.</p>
<form method="post" action="{{ action }}"><input type="hidden" name="commandId" value="{{ nonce }}">{% for item in values %}<input type="hidden" name="{{ item.field }}" value="{{ item.value }}">{% endfor %}
<button class="btn" type="submit" name="confirmed" value="{{ yes }}">{{ button }}</button>
<button class="btn alt" type="submit" name="confirmed" value="{{ no }}">Revenir au devis</button></form>
</section>`;
