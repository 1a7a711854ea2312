import type { FieldError } from '@intervia/rules';

/** How long after its last change a ticket that ended is kept, in months; 0 for ever. */
export interface Retention {
  readonly closedMonths: number;
  readonly cancelledMonths: number;
}

export const KEPT_FOR_EVER: Retention = { closedMonths: 0, cancelledMonths: 0 };

/** Fifty years: who wants more, wants for ever. */
const LONGEST = 600;
/** A slip must not empty an agency: what ended this year is still in use. */
const SHORTEST = { closedMonths: 12, cancelledMonths: 1 } as const;

export function checkRetention(retention: Retention): FieldError[] {
  return (['closedMonths', 'cancelledMonths'] as const).flatMap((field) => {
    const months = retention[field];
    const isTaken =
      months === 0 || (Number.isInteger(months) && months >= SHORTEST[field] && months <= LONGEST);
    return isTaken ? [] : [{ field, code: 'OUT_OF_RANGE' }];
  });
}

/** The same day of an earlier month, or its last one. */
export function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCDate(1);
  then.setUTCMonth(now.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return then;
}
