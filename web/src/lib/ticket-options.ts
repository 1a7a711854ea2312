import type { ModuleCode, TicketOptions, Visibility } from '../api/types.js';

export type Options = Required<TicketOptions>;
/** Switched on or off. */
export type Flag = Exclude<keyof Options, 'visibility'>;

/** What a ticket is, as far as its options go. */
export interface OptionsOf {
  module: ModuleCode;
  quote: boolean;
}

interface FlagRule {
  /** On a new ticket, where the module's settings say nothing. */
  usual: boolean;
  /** Means nothing in the other module. */
  only?: ModuleCode;
  /** Means nothing on quotes. */
  workOrders?: true;
  /** The first request has left: it can no longer be chosen. */
  untilRequested?: true;
  /** Switched above the ticket as well (manual, "L'entête": "activable / désactivable à souhait"). */
  above?: true;
}

/** In the order of the form. */
export const FLAGS: Record<Flag, FlagRule> = {
  silent: { usual: false, above: true },
  // Manual: "visible qu'avec un ticket de type ODS"; on quotes it is always asked for.
  askPresence: { usual: true, above: true, workOrders: true },
  notifyReminders: { usual: false, above: true },
  caretakerOpens: { usual: false, above: true },
  urgent: { usual: false, above: true },
  // Only a letting has an owner to name (manual, "Gérance uniquement").
  sendOwner: { usual: false, above: true, only: 'GERANCE' },
  readReceipt: { usual: false, untilRequested: true },
  automaticInvoiceRequest: { usual: false },
};

const NAMES = Object.keys(FLAGS) as Flag[];

export function flagsOf({ module, quote }: OptionsOf): Flag[] {
  return NAMES.filter((flag) => {
    const { only, workOrders } = FLAGS[flag];
    return (!only || only === module) && !(workOrders && quote);
  });
}

export function flagsAbove(ticket: OptionsOf): Flag[] {
  return flagsOf(ticket).filter((flag) => FLAGS[flag].above);
}

/** Beside what the settings say. */
export function usualOptions(
  settings: { readReceipt?: boolean; automaticInvoiceRequest?: boolean; visibility?: Visibility } = {},
): Options {
  const flags = Object.fromEntries(NAMES.map((flag) => [flag, FLAGS[flag].usual])) as Record<Flag, boolean>;
  return {
    ...flags,
    readReceipt: settings.readReceipt ?? flags.readReceipt,
    automaticInvoiceRequest: settings.automaticInvoiceRequest ?? flags.automaticInvoiceRequest,
    visibility: settings.visibility ?? 'REQUESTER',
  };
}

/** Of a ticket; what is not said is a no. */
export function optionsOf({ options = {} }: { options?: TicketOptions }): Options {
  const no = Object.fromEntries(NAMES.map((flag) => [flag, false])) as Record<Flag, boolean>;
  return { ...no, visibility: 'REQUESTER', ...options };
}

/** What differs: the rest is not sent, somebody else may have changed it. */
export function changedOptions(before: Options, after: Options): TicketOptions | undefined {
  const changed = Object.entries(after).filter(([name, value]) => value !== before[name as keyof Options]);
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}
