import type { Channel, SmsEncoding, TemplateList } from '../api/types.js';

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n > 1 ? many : one}`;

/** Manual, "Modèles d'emails / de SMS". */
export const TEMPLATES = {
  titles: { MAIL: "Modèles d'e-mails", SMS: 'Modèles de SMS' } satisfies Record<Channel, string>,
  shared:
    "Communs aux deux modules de l'agence. Tant que vous n'y touchez pas, les textes livrés sont utilisés.",
  lists: {
    CONTRACTORS: 'Pour les intervenants',
    OTHERS: 'Pour les personnes à notifier et les autres',
  } satisfies Record<TemplateList, string>,
  filter: 'Rechercher un modèle',
  none: 'Aucun modèle ne correspond.',
  changed: "Modifié par l'agence",
  savedBy: (day: string, name: string) => `le ${day}${name && ` par ${name}`}`,
  edit: (title: string) => `Modifier : ${title}`,
  reset: (title: string) => `Revenir au modèle livré : ${title}`,
  resetTitle: 'Revenir au modèle livré ?',
  resetText: (title: string) =>
    `Le texte de votre agence pour « ${title} » sera remplacé par celui que nous livrons. Les envois déjà en cours gardent le texte actuel.`,
  resetSubmit: 'Revenir au modèle livré',
  conflict: "Quelqu'un d'autre vient de changer ce modèle. Voyez son texte avant de recommencer.",
  resetDone: 'Le modèle livré est de nouveau utilisé.',
  back: 'Retour aux modèles',
};

export const TEMPLATE_EDITOR = {
  text: 'Texte du modèle',
  subject: 'Sujet',
  subjectHint: "Placé dans le sujet de l'e-mail après le numéro du ticket",
  body: 'Corps du texte',
  conditions:
    "Ce qui est écrit entre {% if … %} et {% endif %} ne paraît que si l'information existe : gardez toujours les deux.",
  variables: 'Variables',
  variablesHint:
    "Placez votre curseur dans le sujet ou dans le texte, puis choisissez une variable : sa valeur la remplacera à l'envoi.",
  example: (value: string) => `Exemple : ${value}`,
  target: { subject: 'Insertion dans le sujet', body: 'Insertion dans le texte' },
  noExample: "Vide dans l'exemple",
  inserted: (label: string, target: 'subject' | 'body') =>
    `« ${label} » insérée dans le ${target === 'subject' ? 'sujet' : 'texte'}.`,
  save: 'Valider',
  saved: 'Modèle enregistré.',
  revert: 'Abandonner mes modifications',
  restored: 'Votre saisie non enregistrée a été retrouvée.',
  conflict: (who: string, when: string) =>
    `${who || "Quelqu'un d'autre"} a enregistré ce modèle le ${when}, pendant que vous le modifiiez. Votre texte est gardé ci-dessous ; rien n'a été écrasé.`,
  theirs: "Voir l'autre texte",
  takeTheirs: "Reprendre l'autre texte",
  keepMine: 'Garder le mien',
};

export const TEMPLATE_PREVIEW = {
  title: 'Aperçu',
  data: "Données de l'aperçu",
  exampleData: "Données d'exemple",
  ofTicket: "D'un ticket",
  frame: (subject: string) => `Aperçu de l'e-mail : ${subject}`,
  subject: 'Sujet :',
  asText: 'Version texte',
  waiting: "L'aperçu n'a pas pu être mis à jour :",
  test: "M'envoyer un essai",
  mobile: 'Mobile, si votre compte n’en a pas',
  sent: (recipient: string) => `Essai envoyé à ${recipient}.`,
};

export const SMS_EDITOR = {
  title: 'Texte du modèle',
  body: 'Texte du SMS',
  added:
    "Nous ajoutons le sujet (numéro du ticket, relance…) et, selon le cas, le lien et la signature. Il n'y a pas de variables dans un SMS.",
  explained: [
    'Un SMS compte 160 caractères. Au-delà, le texte part en plusieurs SMS de 153 caractères, chacun décompté à chaque envoi.',
    "Un seul signe hors de l'alphabet des SMS (ê, œ, ’, …, émoticônes) fait passer tout le message à 70 caractères par SMS, 67 s'il y en a plusieurs.",
    'Le SMS sert surtout à montrer le lien : restez bref, le contexte se lit derrière le lien.',
  ],
  explainedTitle: 'Ce que coûte un SMS long',
  typed: (characters: number, sms: number) =>
    `${plural(characters, 'caractère saisi', 'caractères saisis')}, ${plural(sms, 'SMS', 'SMS')}`,
  whole: (characters: number, sms: number) =>
    `Avec ce que nous ajoutons, sur les données de l'aperçu : ${plural(characters, 'caractère')}, ${plural(sms, 'SMS', 'SMS')}`,
  encodings: {
    GSM7: 'Alphabet des SMS (160 caractères par SMS)',
    UCS2: 'Alphabet étendu, UCS-2 (70 caractères par SMS)',
  } satisfies Record<SmsEncoding, string>,
  forced: "Ces signes imposent l'alphabet étendu :",
  /** Those that cannot be seen. */
  signs: { '\u00a0': 'espace insécable', '\u202f': 'espace fine insécable', '\t': 'tabulation' } as Record<
    string,
    string | undefined
  >,
  replace: (after: number, before: number) =>
    `Remplacer par des signes courants (${after === before ? `toujours ${after}` : `${after} au lieu de ${before}`} SMS par envoi)`,
  /** The texts saved and typed, both with what is added. */
  cost: (before: number, now: number) => {
    if (now === before)
      return `Chaque envoi est décompté ${plural(now, 'SMS', 'SMS')}, comme avec le texte enregistré.`;
    return `Chaque envoi sera décompté ${plural(now, 'SMS', 'SMS')} au lieu de ${before}.`;
  },
};

export const TICKET_BY_NUMBER = {
  label: 'Numéro du ticket',
  find: 'Chercher',
  missing: 'Indiquez un numéro de ticket.',
  found: (number: number, subject: string) => `n° ${number}, ${subject}`,
  notFound: (number: string) => `Aucun ticket n° ${number} ne vous est accessible.`,
};

export const RICH_TEXT_FONTS = {
  font: 'Police',
  defaultFont: 'Police par défaut',
  size: 'Taille',
  defaultSize: 'Taille par défaut',
};
