import type { TicketDetails } from '../../../domain/values/model.js';
import { DEFAULT_OPTIONS, OPTION_NAMES, chosenOptions } from '../../../domain/values/options.js';
import type { OptionChoice, TicketOptions } from '../../../domain/values/options.js';

/** A ticket that was last saved before its options were one value has them beside its other details. */
export type StoredDetails = Omit<TicketDetails, 'id' | 'agencyId' | 'number' | 'options'> & {
  readonly options?: OptionChoice;
} & OptionChoice;

/** Where both kinds are found. */
export const OPTION_PATHS: readonly string[] = ['options', ...OPTION_NAMES].map((name) => `details.${name}`);

/** One that was added later was not chosen. */
export function storedOptions(details: StoredDetails): TicketOptions {
  return chosenOptions(details.options ?? olderOptions(details), DEFAULT_OPTIONS);
}

function olderOptions(details: StoredDetails): OptionChoice {
  return Object.fromEntries(OPTION_NAMES.map((name) => [name, details[name]]));
}

/** All but the options of either kind. */
export function withoutOptions(details: StoredDetails): Omit<StoredDetails, keyof OptionChoice | 'options'> {
  const kept = Object.entries(details).filter(([name]) => !OPTION_PATHS.includes(`details.${name}`));
  return Object.fromEntries(kept) as Omit<StoredDetails, keyof OptionChoice | 'options'>;
}
