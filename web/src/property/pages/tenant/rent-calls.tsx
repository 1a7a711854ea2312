import { formatCents } from '../../../lib/money.js';
import { ErrorNotice } from '../../../ui/error-notice.js';
import { useRentCalls } from '../../api/tenants.js';
import { writeDay } from '../../../lib/typed-day.js';
import { TENANT } from '../../fr/pages.js';
import classes from '../pages.module.css';

/** The last year of rent calls, the newest first. */
export function RentCalls({ leaseId }: { leaseId: string }) {
  const { data: calls = [], error } = useRentCalls(leaseId);
  if (error) return <ErrorNotice error={error} />;
  if (calls.length === 0) return <p className={classes.lead}>{TENANT.none}</p>;
  return (
    <table className={classes.table} aria-label={TENANT.calls}>
      <thead>
        <tr>
          <th scope="col">{TENANT.month}</th>
          <th scope="col">{TENANT.due}</th>
          <th scope="col" className={classes.amount}>
            {TENANT.amount}
          </th>
          <th scope="col" className={classes.amount}>
            {TENANT.aid}
          </th>
          <th scope="col" className={classes.amount}>
            {TENANT.paid}
          </th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ id, month, dueOn, totalCents, aidCents, paidCents }) => (
          <tr key={id}>
            <td data-label={TENANT.month}>{month.split('-').toReversed().join('/')}</td>
            <td data-label={TENANT.due}>{writeDay(dueOn)}</td>
            <td data-label={TENANT.amount} className={classes.amount}>
              {formatCents(totalCents)}
            </td>
            <td data-label={TENANT.aid} className={classes.amount}>
              {aidCents > 0 ? formatCents(aidCents) : ''}
            </td>
            <td data-label={TENANT.paid} className={classes.amount}>
              {formatCents(paidCents)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
