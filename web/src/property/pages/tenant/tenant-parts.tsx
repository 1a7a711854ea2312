import { Button } from '@mantine/core';
import { formatCents } from '../../../lib/money.js';
import { useMarkAlarmDone } from '../../api/tenants.js';
import type { LeaseFile } from '../../api/types.js';
import type { RentLine } from '../../api/types.js';
import { writeDay } from '../../../lib/typed-day.js';
import { ALARMS, TENANT } from '../../fr/pages.js';
import { useMayWrite } from '../../use-may-write.js';
import classes from '../pages.module.css';

interface Named {
  lease: LeaseFile;
  nameOf: (sharerId: string) => string;
}

/** Permanent lines with their sum, temporary ones with their dates. */
export function RentLines({ lease: { permanentLines, temporaryLines } }: { lease: LeaseFile }) {
  const total = permanentLines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return (
    <table className={classes.table} aria-label={TENANT.lines}>
      <thead>
        <tr>
          <th scope="col">{TENANT.line}</th>
          <th scope="col">{TENANT.code}</th>
          <th scope="col">{TENANT.period}</th>
          <th scope="col" className={classes.amount}>
            {TENANT.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {permanentLines.map((line) => (
          <Line key={line.id} line={line} period={TENANT.permanent} />
        ))}
        {temporaryLines.map((line) => (
          <Line key={line.id} line={line} period={`${writeDay(line.from)} – ${writeDay(line.until)}`} />
        ))}
        <tr>
          <td colSpan={3}>
            <strong>{TENANT.total}</strong>
          </td>
          <td className={classes.amount}>
            <strong>{formatCents(total)}</strong>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Line({ line: { label, fiscalCode, amountCents }, period }: { line: RentLine; period: string }) {
  return (
    <tr>
      <td>{label}</td>
      <td data-label={TENANT.code}>{fiscalCode}</td>
      <td data-label={TENANT.period}>{period}</td>
      <td className={classes.amount}>{formatCents(amountCents)}</td>
    </tr>
  );
}

/** An aid with the numbers by which the caisse knows the person; the unique one comes from imports alone. */
export function aidText(aid: LeaseFile['aid'], cafNumber: string): string {
  if (!aid?.kind) return '';
  return [
    `${aid.kind} ${formatCents(aid.amountCents)}`,
    aid.allocataireNumber && TENANT.allocataire(aid.allocataireNumber),
    cafNumber ? TENANT.cafNumber(cafNumber) : TENANT.noCafNumber,
  ]
    .filter(Boolean)
    .join(' · ');
}

export function Sharers({ lease: { sharers }, nameOf }: Named) {
  return (
    <ul className={classes.plain}>
      {sharers.map(({ id, enteredOn, leftOn, shareBp, aid, cafNumber, replacesSharerId }) => (
        <li key={id}>
          <strong>{nameOf(id)}</strong>{' '}
          <span className={classes.soft}>
            {[
              enteredOn ? `${TENANT.entered} ${writeDay(enteredOn)}` : TENANT.notEntered,
              shareBp > 0 && `${TENANT.share} ${(shareBp / 100).toLocaleString('fr-FR')} %`,
              replacesSharerId && TENANT.replaces(nameOf(replacesSharerId)),
              aidText(aid, cafNumber),
              leftOn && TENANT.leftOn(writeDay(leftOn)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Guarantors({ lease: { guarantors }, nameOf }: Named) {
  if (guarantors.length === 0) return <p className={classes.lead}>{TENANT.none}</p>;
  return (
    <ul className={classes.plain}>
      {guarantors.map(({ id, name, amountCents, until, sharerId }) => (
        <li key={id}>
          <strong>{name}</strong>{' '}
          <span className={classes.soft}>
            {[
              sharerId && nameOf(sharerId),
              amountCents > 0 && formatCents(amountCents),
              until && TENANT.until(writeDay(until)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function TenantAlarms({ lease }: { lease: LeaseFile }) {
  const mayWrite = useMayWrite();
  const mark = useMarkAlarmDone();
  if (lease.alarms.length === 0) return <p className={classes.lead}>{TENANT.none}</p>;
  return (
    <ul className={classes.plain}>
      {lease.alarms.map(({ id, kind, label, dueOn, everyMonths }) => (
        <li key={id}>
          {ALARMS.name(kind, label)} : {writeDay(dueOn)}, {ALARMS.every(everyMonths)}{' '}
          {mayWrite && !lease.leftOn && (
            <Button
              size="compact-xs"
              variant="default"
              loading={mark.isPending && mark.variables.alarmId === id}
              onClick={() => mark.mutate({ leaseId: lease.id, alarmId: id })}
            >
              {ALARMS.done}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
