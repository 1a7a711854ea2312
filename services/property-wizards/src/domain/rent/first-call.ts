import type { FiscalLine } from '../forms/mandate-forms.js';
import type { ProRataMethod, RentCallStep } from '../forms/tenant-forms.js';
import { addDays, endOfMonth, isDate, startOfMonth } from '../values/dates.js';
import { amountOver, endOfPeriod, methodOr, months, withVat } from './pro-rata.js';

export interface CallLine {
  readonly line: FiscalLine;
  /** With VAT: the part that is called. */
  readonly amountCents: number;
  readonly temporary: boolean;
}

export interface FirstCall {
  readonly lines: readonly CallLine[];
  readonly totalCents: number;
  /** Aid that is paid to the landlord. */
  readonly aidCents: number;
  readonly toPayCents: number;
  readonly from: string;
  readonly to: string;
  readonly dueOn: string;
}

export const MONTHS_OF = { '': 1, MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12 } as const;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);

const isWholeMonth = ({ from, to }: { from: string; to: string }): boolean =>
  from === startOfMonth(from) && to === endOfMonth(from);

/** The first rent call: from the first day to the end of its calendar period, pro rata to the cent. */
export function firstCall(
  step: RentCallStep,
  fallback: Exclude<ProRataMethod, ''> = 'ACTUAL_DAYS',
): FirstCall | undefined {
  const { from } = step;
  if (!isDate(from)) return undefined;
  const method = methodOr(step.proRata, fallback);
  const to = endOfPeriod(from, MONTHS_OF[step.periodicity]);
  const part = (line: FiscalLine, start: string, end: string): number =>
    withVat(amountOver(line.amountCents, start, end, method), line.vat);
  const permanent = step.permanentLines.map((line) => ({
    line,
    amountCents: part(line, from, to),
    temporary: false,
  }));
  const temporary = step.temporaryLines.flatMap(({ line, from: begins, to: ends }) => {
    const start = isDate(begins) && begins > from ? begins : from;
    const end = isDate(ends) && ends < to ? ends : to;
    return line && start <= end ? [{ line, amountCents: part(line, start, end), temporary: true }] : [];
  });
  const lines = [...permanent, ...temporary];
  const totalCents = sum(lines.map(({ amountCents }) => amountCents));
  // Aid is a right of whole months: none for the month that is begun.
  const wholeMonths = months(from, to, method).filter((one) => isWholeMonth(one)).length;
  const aid = step.aid?.paidTo === 'LANDLORD' ? step.aid.amountCents * wholeMonths : 0;
  const aidCents = Math.max(0, Math.min(aid, totalCents));
  return {
    lines,
    totalCents,
    aidCents,
    toPayCents: totalCents - aidCents,
    from,
    to,
    dueOn: step.timing === 'IN_ARREARS' ? addDays(to, 1) : from,
  };
}
