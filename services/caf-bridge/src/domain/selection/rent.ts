import type { EntitySettings } from '../settings/settings.js';
import { fiscalCodesOn } from '../settings/settings.js';
import type { Day, Month } from '../values/day.js';
import { firstDayOf, lastDayOf } from '../values/day.js';
import { allocate } from '../values/money.js';
import type { CallLine, Occupant, Tenancy } from './tenancy.js';

export interface ExplainedLine extends CallLine {
  /** Part of the rent sent, of the charges sent, or of neither. */
  counted: 'RENT' | 'CHARGES' | 'NONE';
}

export interface Rent {
  lines: readonly ExplainedLine[];
  /** Whether the codes of the settings decided, or the nature of the lines. */
  byCodes: boolean;
  rentCents: number;
  chargesCents: number;
}

/** Rent and charges of a month, from the rent call's lines (manual, "Codes fiscalités pour calculer le loyer"). */
export function rentOf(tenancy: Tenancy, month: Month, settings: EntitySettings): Rent {
  const lists = fiscalCodesOn(settings, firstDayOf(month));
  const codes = tenancy.furnished ? lists.furnished : lists.unfurnished;
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  const rent = { lines: [] as ExplainedLine[], byCodes: codes.length > 0, rentCents: 0, chargesCents: 0 };
  for (const line of tenancy.lines) {
    const { label, fiscalCode, nature, cents, from, until } = line;
    if ((from && from > last) || (until && until < first)) continue;
    const counted = countedAs(line, codes);
    // Named one by one: a hundred thousand times, that is three times as fast as to spread them.
    rent.lines.push({ label, fiscalCode, nature, cents, from, until, counted });
    if (counted === 'RENT') rent.rentCents += cents;
    if (counted === 'CHARGES') rent.chargesCents += cents;
  }
  return rent;
}

function countedAs(line: CallLine, codes: readonly string[]): ExplainedLine['counted'] {
  const isRent =
    codes.length > 0 ? codes.includes(line.fiscalCode.trim().toUpperCase()) : line.nature === 'RENT';
  if (isRent) return 'RENT';
  return line.nature === 'CHARGES' ? 'CHARGES' : 'NONE';
}

/** Those who live there on that day. */
export const occupantsOn = (tenancy: Tenancy, day: Day): Occupant[] =>
  tenancy.occupants.filter(({ leftOn }) => !leftOn || leftOn > day);

/** An occupant's part of an amount of the dwelling; the parts of all of them are the whole. */
export function shareOf(occupants: readonly Occupant[], occupantId: string, cents: number): number {
  const place = occupants.findIndex(({ id }) => id === occupantId);
  if (place < 0) return 0;
  if (occupants.length === 1) return cents;
  const weights = occupants.every(({ share }) => share > 0)
    ? occupants.map(({ share }) => share)
    : occupants.map(() => 1);
  return allocate(cents, weights)[place] ?? 0;
}
