import { isDate } from '../values/dates.js';
import { endOfQuarter, isQuarter } from './series.js';
import type { Quarter } from './series.js';

/** A quarter that an agency's administrator typed, and where it was read. */
export interface AddedQuarter extends Quarter {
  /** "INSEE, Informations rapides n° 12"; empty of what was typed before it was asked for. */
  readonly source: string;
  /** Day of that publication. */
  readonly publishedOn: string;
  readonly addedBy: string;
  readonly addedOn: string;
}

/** Thousand points: no index of rents comes near. */
const MOST_VALUE = 100_000;

interface QuarterFault {
  readonly field: string;
  readonly code: string;
}

/** An index is published after its quarter, and nobody reads tomorrow's publication. */
export function faultsOfAdded(
  { quarter, value, source, publishedOn }: Omit<AddedQuarter, 'addedBy' | 'addedOn'>,
  today: string,
): QuarterFault[] {
  const is = (field: string, code: string): QuarterFault => ({ field: `quarter.${field}`, code });
  const end = isQuarter(quarter) ? endOfQuarter(quarter) : '';
  return [
    ...(end === '' ? [is('quarter', 'QUARTER_WRONG')] : []),
    ...(end >= today ? [is('quarter', 'QUARTER_NOT_OVER')] : []),
    ...(value > 0 && value <= MOST_VALUE ? [] : [is('value', 'VALUE_WRONG')]),
    ...(source.trim() === '' ? [is('source', 'REQUIRED')] : []),
    ...publicationFaults(publishedOn, end, today).map((code) => is('publishedOn', code)),
  ];
}

function publicationFaults(publishedOn: string, end: string, today: string): string[] {
  if (!isDate(publishedOn)) return [publishedOn === '' ? 'REQUIRED' : 'DATE_WRONG'];
  if (publishedOn > today) return ['DATE_IN_FUTURE'];
  return publishedOn <= end ? ['PUBLISHED_BEFORE_END'] : [];
}
