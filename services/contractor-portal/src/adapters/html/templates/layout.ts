export const layout = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>{% if summary.size > 0 %}Erreur : {% endif %}{{ title }}</title>
<link rel="icon" href="data:,">
<style>{{ style | raw }}</style>
</head>
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
<div class="top"><header><p class="agency">{{ agency.name }}</p><p class="ref">{{ reference }}{% if personal %} <a class="help" href="/i/aide" target="_blank" aria-label="Aide (nouvel onglet)">Aide</a>{% endif %}</p></header></div>
<main id="contenu">
{% if summary.size > 0 %}<div class="card bad" role="alert" tabindex="-1" autofocus>
<h2>{% if summary.size == 1 %}Un point est à corriger{% else %}{{ summary.size }} points sont à corriger{% endif %}</h2>
<ul>{% for fault in summary %}<li><a href="#{{ fault.target }}">{{ fault.text }}</a></li>{% endfor %}</ul>
</div>{% endif %}
{% if notice %}<div class="card {{ notice.tone }}" role="{{ notice.role }}" tabindex="-1" autofocus>
<h2>{{ notice.title }}</h2>
<p>{{ notice.text }}</p>
{% for text in notice.typed %}<h3>Ce que vous aviez écrit, pour le copier</h3><p class="pre">{{ text }}</p>{% endfor %}
</div>{% endif %}
{% include body %}
</main>
<footer>{% if agency.line %}<p>{{ agency.line }}</p>{% endif %}{% if personal %}<p>Ce lien vous est personnel : ne le transmettez pas.</p>{% endif %}</footer>
</body>
</html>
`;
