import { addParisDays, parisInstant } from '@intervia/french';
import { LETTERS } from '@intervia/rules';
import type { FieldError } from '@intervia/rules';
import { checkText } from '../values/checks.js';

/** "À revoir le": out of one user's list until a day; nobody else's, and no fact of the ticket. */
export interface Aside {
  readonly ticketId: string;
  /** The day's first moment, in Paris. */
  readonly until: Date;
  /** Empty, or what its user wants to be told then. */
  readonly reason: string;
  readonly setAt: Date;
}

/** Still out of the list; or back, since its day came, or since somebody outside the agency acted before. */
export type AsideState = 'WAITING' | 'DATE' | 'HEARD';

export function asideState({ until, setAt }: Aside, heardAt: Date | undefined, now: Date): AsideState {
  if (heardAt && heardAt > setAt) return 'HEARD';
  return until <= now ? 'DATE' : 'WAITING';
}

const MOST_DAYS = 366;

/** "2026-12-04" in Paris; undefined for what is no day. */
export function dayOf(text: string): Date | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year === undefined
    ? undefined
    : parisInstant({ year: Number(year), month: Number(month), day: Number(day) });
}

export function checkAside(until: Date | undefined, reason: string, now: Date): FieldError[] {
  return [...checkDay(until, now), ...checkText('reason', reason, { max: LETTERS.aside })];
}

function checkDay(until: Date | undefined, now: Date): FieldError[] {
  if (!until) return [{ field: 'day', code: 'MALFORMED' }];
  if (until <= now) return [{ field: 'day', code: 'IN_THE_PAST' }];
  return until > addParisDays(now, MOST_DAYS) ? [{ field: 'day', code: 'TOO_FAR' }] : [];
}
