/** How people read an option of a ticket. */
interface OptionWords {
  /** On a form. */
  readonly label: string;
  readonly hint: string;
  /** Beside a switch of the ticket. */
  readonly short: string;
  /** In the history: "Ticket modifié : …". */
  readonly changed: string;
}

/** By the contract's names (`TicketOptions`). */
export const OPTION_WORDS = {
  silent: {
    label: 'Mode silencieux',
    hint: "Rien n'est envoyé automatiquement",
    short: 'Mode silencieux',
    changed: 'mode silencieux',
  },
  askPresence: {
    label: 'Demander la présence sur place',
    hint: "À l'intervenant, avant l'heure prévue",
    short: 'Présence sur place',
    changed: 'présence sur place',
  },
  notifyReminders: {
    label: 'Notifier les relances',
    hint: "Aux personnes à notifier, à chaque relance de l'intervenant",
    short: 'Notifier les relances',
    changed: 'notification des relances',
  },
  caretakerOpens: {
    label: 'Le gardien ouvre',
    hint: "Dit à l'intervenant, dans la demande et sur sa page",
    short: 'Le gardien ouvre',
    changed: 'ouverture par le gardien',
  },
  urgent: {
    label: 'Important – Urgent',
    hint: "En rouge dans le premier message à l'intervenant",
    short: 'Important – Urgent',
    changed: 'urgence',
  },
  sendOwner: {
    label: "Transmettre le nom du propriétaire à l'intervenant",
    hint: 'Pour établir les documents à son nom',
    short: 'Nom du propriétaire',
    changed: 'nom du propriétaire',
  },
  readReceipt: {
    label: "Demander l'accusé de lecture",
    hint: "À l'intervenant, de la première demande",
    short: 'Accusé de lecture',
    changed: 'accusé de lecture',
  },
  automaticInvoiceRequest: {
    label: 'Demander la facture automatiquement',
    hint: "Dès la fin d'intervention, si elle arrive sans facture",
    short: 'Facture automatique',
    changed: 'demande de facture automatique',
  },
  visibility: {
    label: 'Ticket visible pour',
    hint: '',
    short: 'Visible pour',
    changed: 'visibilité',
  },
} as const satisfies Readonly<Record<string, OptionWords>>;

/** What a change of each is called. */
export const OPTION_CHANGES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(OPTION_WORDS).map(([name, { changed }]) => [name, changed]),
);
