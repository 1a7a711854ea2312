import { MOST_DEFAULT_FILES } from './files.js';
/** Manual, "Paramétrer le module". */
export const SETTINGS = {
  title: (module: string) => `Paramètres des tickets ${module}`,
  open: 'Paramétrer le module',
  clients: 'Extranet des clients',
  contractors: 'Intervenants',
  notify: 'Notifier, à chaque évolution du ticket',
  others: 'Délais et affichage',
  list: 'Liste des tickets',
  switches: {
    shownToClients: {
      label: "Afficher dans l'extranet des clients",
      hint: "Ajoute la rubrique « Suivi d'intervention » à leur extranet",
    },
    readReceipt: {
      label: "Recevoir l'accusé de lecture de l'ODS",
      hint: "Demandé à l'intervenant, qui reste libre de le donner",
    },
    hideAgencyMail: {
      label: "Masquer le mail de l'agence pour l'intervenant",
      hint: "L'amène à répondre par le formulaire d'échange",
    },
    automaticInvoiceRequest: {
      label: 'Demander la facture automatiquement',
      hint: "Dès la fin d'intervention, si elle arrive sans facture",
    },
    notifyCreator: { label: 'Le créateur du ticket', hint: undefined },
    notifyManager: { label: 'Le gestionnaire', hint: undefined },
    notifyAssistant: { label: "L'assistant", hint: undefined },
  },
  emergency: 'Numéros d’urgence',
  emergencyHint:
    'Un par ligne, par exemple « Plombier de garde : 01 44 55 66 77 ». Montrés au client avant sa demande, sur son suivi et dans ses messages.',
  defaultDescription: 'Description par défaut',
  defaultDescriptionHint: 'Reprise dans la description de tout nouveau ticket',
  defaultAttachments: 'Pièces jointes par défaut',
  defaultAttachmentsHint: `Envoyées aux intervenants avec chaque première demande par e-mail. ${MOST_DEFAULT_FILES}.`,
  listSize: 'Nombre de tickets affichés par défaut',
  listSizeRange: 'Indiquez un nombre de 10 à 200.',
  dormantDays: 'Un ticket dort après (jours sans mouvement)',
  dormantDaysHint: 'Il paraît alors dans la file « Dormants »',
  dormantDaysRange: 'Indiquez un nombre de jours de 1 à 365.',
  submit: 'Enregistrer',
  done: 'Paramètres enregistrés.',
};

/** Manual, "Suppression d'un ticket": what stays of those deleted. */
export const DELETIONS = {
  title: (module: string) => `Tickets ${module} supprimés`,
  hint: 'Un ticket supprimé ne laisse que cette trace : son numéro, qui et quand.',
  empty: 'Aucun ticket supprimé.',
  menu: 'Tickets supprimés',
  number: 'N°',
  who: 'Supprimé par',
  byRule: 'Durée de conservation',
  at: 'Le',
  more: 'Afficher la suite',
};
