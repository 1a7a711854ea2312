export type Visibility = 'REQUESTER' | 'COUNCIL' | 'CO_OWNERS' | 'TENANTS' | 'OWNERS';

/** What may be chosen of a ticket (manual, "Options"). One more is named here, in the contract, and where it is shown. */
export interface TicketOptions {
  /** Automatic sends to third parties are recorded, not sent. */
  readonly silent: boolean;
  /** GERANCE: contractors are told who owns the place. */
  readonly sendOwner: boolean;
  /** Ask for presence before completion. */
  readonly askPresence: boolean;
  /** Notified people are told of reminders too. */
  readonly notifyReminders: boolean;
  readonly urgent: boolean;
  /** Ask for the invoice as soon as a completion comes without one. */
  readonly automaticInvoiceRequest: boolean;
  /** Ask contractors to acknowledge that they have read the request. */
  readonly readReceipt: boolean;
  readonly visibility: Visibility;
  /** The caretaker lets the contractor in. */
  readonly caretakerOpens: boolean;
}

/** What is absent was not chosen. */
export type OptionChoice = Partial<TicketOptions>;

/** Where neither the draft nor the module's settings say anything. */
export const DEFAULT_OPTIONS: TicketOptions = {
  silent: false,
  sendOwner: false,
  askPresence: false,
  notifyReminders: false,
  urgent: false,
  automaticInvoiceRequest: false,
  readReceipt: false,
  visibility: 'REQUESTER',
  caretakerOpens: false,
};

export const OPTION_NAMES = Object.keys(DEFAULT_OPTIONS) as readonly (keyof TicketOptions)[];

/** The choice, completed by what stands. */
export function chosenOptions(choice: OptionChoice, present: TicketOptions): TicketOptions {
  const chosen = Object.entries(choice).filter(([, value]) => value !== undefined);
  return { ...present, ...(Object.fromEntries(chosen) as OptionChoice) };
}
