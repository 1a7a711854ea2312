import { MOST_FILES, MOST_PER_FILE } from '../fr-files.js';

/** Manual, "Tutoriel intervenant": short, for someone on a building site; it holds nothing personal. */
export const help = `<h1>{{ title }}</h1>
<section class="card"><h2>Le lien reçu</h2>
<p>L’agence vous écrit par e-mail ou par SMS. Chaque message contient un lien : touchez-le, sans compte ni mot de passe. Il s’ouvre sur un téléphone comme sur un ordinateur et vous est personnel.</p>
<p>Ouvrir le lien n’engage à rien : seuls les boutons envoient une réponse.</p></section>
<section class="card"><h2>Entreprises : répondre</h2>
<h3>Ordre de service</h3><p>Acceptez en indiquant la date, l’heure et la durée de votre venue, ou refusez en disant pourquoi.</p>
<h3>Demande de devis</h3><p>Dites si vous ferez un devis, puis envoyez-le par le même lien avec son montant TTC. Vous pouvez joindre plusieurs fichiers, et remplacer le devis tant que l’agence n’a pas décidé. S’il est accepté, fixez le rendez-vous avec la personne à contacter et indiquez-le.</p>
<h3>Le jour de l’intervention</h3><p>Avant l’heure prévue, confirmez votre présence ou signalez un retard, une absence, un report. Après, déclarez la fin de l’intervention : joignez vos photos, et votre facture si elle est prête.</p>
<h3>Facture</h3><p>Joignez le fichier (PDF ou photo lisible) et indiquez le montant TTC.</p></section>
<section class="card"><h2>Propriétaires et conseil syndical : donner votre accord</h2>
<p>Ouvrez le devis, puis approuvez-le ou refusez-le. Un commentaire aide l’agence à comprendre votre choix.</p></section>
<section class="card"><h2>En cas de difficulté</h2>
<h3>Poser une question</h3><p>« Contacter le gestionnaire » envoie un message, avec des photos si besoin. Sa réponse s’affiche sur la même page. Le numéro de téléphone de votre gestionnaire y figure aussi.</p>
<h3>Fichiers acceptés</h3><p>Photos et PDF, ${MOST_FILES} à la fois, ${MOST_PER_FILE} chacun. Si un champ est à corriger, vos fichiers déjà reçus sont gardés.</p>
<h3>Le lien ne s’ouvre plus</h3><p>Il a pu expirer ou être remplacé : ouvrez le dernier message reçu, ou appelez votre gestionnaire.</p></section>
<p>Vous pouvez fermer cet onglet pour revenir à votre réponse.</p>`;
