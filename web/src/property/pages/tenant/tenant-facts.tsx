import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Section } from '../../../forms/section.js';
import { formatCents } from '../../../lib/money.js';
import type { LeaseFile, TenantFile } from '../../api/types.js';
import { writeDay } from '../../../lib/typed-day.js';
import { TENANT } from '../../fr/pages.js';
import { PROPERTY } from '../../wizards/plan/paths.js';
import { writeQuarter } from '../../forms/quarters.js';
import classes from '../pages.module.css';
import { aidText } from './tenant-parts.js';

/** Account and lease, in facts. */
export function TenantFacts({ tenant, lease }: { tenant: TenantFile; lease: LeaseFile }) {
  const { account, unit, debtCents } = tenant;
  const { revision, deposit, debit, insurance } = lease;
  return (
    <div className={classes.columns}>
      <Section title={TENANT.account}>
        <Facts
          rows={[
            [TENANT.account, [account?.number, account?.label].filter(Boolean).join(' · ')],
            [TENANT.balance, formatCents(account?.balanceCents ?? 0)],
            [TENANT.debt, debtCents > 0 && <span className={classes.owed}>{formatCents(debtCents)}</span>],
            [TENANT.debit, debit && debitText(debit)],
            [
              TENANT.deposit,
              deposit &&
                [
                  formatCents(deposit.amountCents),
                  deposit.handedToOwner ? TENANT.heldByOwner : TENANT.heldByAgency,
                ].join(', '),
            ],
            [
              TENANT.insurance,
              insurance &&
                [insurance.insurer, insurance.policy, writeDay(insurance.expiresOn)]
                  .filter(Boolean)
                  .join(' · '),
            ],
          ]}
        />
      </Section>
      <Section title={TENANT.lease}>
        <Facts
          rows={[
            [TENANT.lease, TENANT.kind(lease.kind, lease.flatShare, lease.separateContracts)],
            [
              TENANT.unit,
              unit && <Link to={`${PROPERTY}/units/${unit.id}`}>{unit.label || unit.managementCode}</Link>,
            ],
            [TENANT.signedOn, writeDay(lease.signedOn)],
            [TENANT.effectOn, writeDay(lease.effectOn)],
            [TENANT.endsOn, writeDay(lease.endsOn)],
            [TENANT.noticeLength, lease.noticeMonths > 0 && TENANT.months(lease.noticeMonths)],
            [TENANT.use, lease.use],
            [TENANT.gli, lease.gliExcluded ? TENANT.gliExcluded : TENANT.gliIncluded],
            [TENANT.vacancy, lease.vacancyInsured ? TENANT.yes : TENANT.no],
            [
              TENANT.reference,
              revision?.index &&
                [
                  revision.index,
                  writeQuarter(revision.referenceQuarter),
                  indexText(revision.referenceValue),
                ].join(' · '),
            ],
            [TENANT.aidOf, aidText(lease.aid, lease.cafNumber)],
            [TENANT.nextRevision, revision?.frozen ? TENANT.frozen : writeDay(revision?.nextOn ?? '')],
          ]}
        />
        {lease.revisions.length > 0 && (
          <ul className={classes.plain} aria-label={TENANT.revisions}>
            {lease.revisions.map(({ id, effectOn, quarter, oldRentCents, newRentCents }) => (
              <li key={id}>
                {TENANT.revised(
                  writeDay(effectOn),
                  writeQuarter(quarter),
                  formatCents(oldRentCents),
                  formatCents(newRentCents),
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}

const EMPTY: ReadonlySet<unknown> = new Set(['', false, undefined, null]);

/** What is not known is not shown. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {rows
        .filter(([, value]) => !EMPTY.has(value))
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function debitText({ basis, day, rum }: NonNullable<LeaseFile['debit']>): string {
  return [basis && TENANT.debitBases[basis], day > 0 && TENANT.debitDay(day), rum && `RUM ${rum}`]
    .filter(Boolean)
    .join(', ');
}

function indexText(hundredths: number): string {
  return (hundredths / 100).toLocaleString('fr-FR', { minimumFractionDigits: 2 });
}
