import { Section } from '../../../forms/section.js';
import { formatCents } from '../../../lib/money.js';
import { useFirstCall } from '../../api/first-call.js';
import type { Values } from '../../forms/field.js';
import { writeDay } from '../../../lib/typed-day.js';
import { FIRST_CALL } from '../../fr/first-call.js';
import classes from '../../pages/pages.module.css';

/** The first rent call before it is made: its lines for the days that are called, and what is left to pay. */
export function FirstCall({ step }: { step: Values }) {
  const { data: call } = useFirstCall(step);
  if (!call || call.lines.length === 0) return null;
  const sums: [string, number][] = [
    [FIRST_CALL.total, call.totalCents],
    ...(call.aidCents > 0
      ? ([
          [FIRST_CALL.aid, -call.aidCents],
          [FIRST_CALL.toPay, call.toPayCents],
        ] as [string, number][])
      : []),
  ];
  return (
    <Section title={FIRST_CALL.title}>
      <p className={classes.lead}>
        {FIRST_CALL.period(writeDay(call.from), writeDay(call.to), writeDay(call.dueOn))}
      </p>
      <table className={classes.table} aria-label={FIRST_CALL.title}>
        <thead>
          <tr>
            <th scope="col">{FIRST_CALL.line}</th>
            <th scope="col" className={classes.amount}>
              {FIRST_CALL.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {call.lines.map(({ line, amountCents }, at) => (
            <tr key={line?.id || at}>
              <td data-label={FIRST_CALL.line}>{line?.label}</td>
              <td data-label={FIRST_CALL.amount} className={classes.amount}>
                {formatCents(amountCents)}
              </td>
            </tr>
          ))}
          {sums.map(([label, cents]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-label={label} className={classes.amount}>
                <strong>{formatCents(cents)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
