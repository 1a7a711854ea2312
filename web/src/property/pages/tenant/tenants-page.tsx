import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatCents } from '../../../lib/money.js';
import { ErrorNotice } from '../../../ui/error-notice.js';
import { Loading } from '../../../ui/loading.js';
import { useTenants } from '../../api/tenants.js';
import type { LeaseRow } from '../../api/types.js';
import { writeDay } from '../../../lib/typed-day.js';
import { TENANT, TENANTS_PAGE } from '../../fr/pages.js';
import { useMayWrite } from '../../use-may-write.js';
import { PROPERTY } from '../../wizards/plan/paths.js';
import { DepartureDialog } from './departure-dialog.js';
import { PageFrame } from '../page-frame.js';
import classes from '../pages.module.css';

/** Tenants with their account; the departure of several at once. */
export default function TenantsPage() {
  const [typed, setTyped] = useState('');
  const [presentOnly, setPresentOnly] = useState(true);
  const [search] = useDebouncedValue(typed.trim(), 250);
  const tenants = useTenants(search, presentOnly);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [departs, setDeparts] = useState(false);
  const mayWrite = useMayWrite();
  const rows = (tenants.data?.pages ?? []).flatMap((page) => page.leases);
  const leaving = rows.filter(({ lease }) => lease && chosen.includes(lease.id) && !lease.leftOn);
  return (
    <PageFrame title={TENANTS_PAGE.title}>
      <Group align="end" mb="sm">
        <TextInput
          label={TENANTS_PAGE.search}
          placeholder={TENANTS_PAGE.searchHint}
          w={{ base: '100%', sm: 420 }}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Checkbox
          label={TENANTS_PAGE.presentOnly}
          checked={presentOnly}
          onChange={(event) => setPresentOnly(event.currentTarget.checked)}
        />
      </Group>
      {tenants.error && <ErrorNotice error={tenants.error} onRetry={() => void tenants.refetch()} />}
      {tenants.isPending ? (
        <Loading />
      ) : rows.length === 0 ? (
        <p className={classes.lead}>{TENANTS_PAGE.empty}</p>
      ) : (
        <TenantTable
          rows={rows}
          chosen={chosen}
          onToggle={
            mayWrite
              ? (id) =>
                  setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
              : undefined
          }
        />
      )}
      {tenants.hasNextPage && (
        <Button
          variant="default"
          loading={tenants.isFetchingNextPage}
          onClick={() => void tenants.fetchNextPage()}
        >
          {TENANTS_PAGE.more}
        </Button>
      )}
      {leaving.length > 0 && (
        <Group className={classes.bar} justify="flex-end">
          <Button onClick={() => setDeparts(true)}>{TENANTS_PAGE.departures(leaving.length)}</Button>
        </Group>
      )}
      {departs && (
        <DepartureDialog
          leaving={leaving.flatMap(({ lease, tenantName }) =>
            lease ? [{ leaseId: lease.id, version: lease.version, name: tenantName }] : [],
          )}
          onClose={() => {
            setDeparts(false);
            setChosen([]);
          }}
        />
      )}
    </PageFrame>
  );
}

interface TableProps {
  rows: readonly LeaseRow[];
  chosen: readonly string[];
  onToggle?: (id: string) => void;
}

function TenantTable({ rows, chosen, onToggle }: TableProps) {
  const { columns } = TENANTS_PAGE;
  return (
    <table className={classes.table} aria-label={TENANTS_PAGE.title}>
      <thead>
        <tr>
          {onToggle && <th />}
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.account}</th>
          <th scope="col">{columns.unit}</th>
          <th scope="col">{columns.lease}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col" className={classes.amount}>
            {columns.balance}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ lease, tenantName, accountNumber, balanceCents, unitLabel, buildingName }) =>
          lease ? (
            <tr key={lease.id}>
              {onToggle && (
                <td className={classes.tick}>
                  <Checkbox
                    aria-label={TENANTS_PAGE.select(tenantName)}
                    disabled={lease.leftOn !== ''}
                    checked={chosen.includes(lease.id)}
                    onChange={() => onToggle(lease.id)}
                  />
                </td>
              )}
              <td>
                <Link to={`${PROPERTY}/tenants/${lease.id}`}>{tenantName}</Link>
              </td>
              <td data-label={columns.account} className={classes.short}>
                {accountNumber}
              </td>
              <td data-label={columns.unit}>{[unitLabel, buildingName].filter(Boolean).join(', ')}</td>
              <td data-label={columns.lease}>
                {TENANT.kind(lease.kind, lease.flatShare, lease.separateContracts)}
              </td>
              <td data-label={columns.state}>{stateOf(lease)}</td>
              <td data-label={columns.balance} className={classes.amount}>
                {formatCents(balanceCents)}
              </td>
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  );
}

function stateOf({ leftOn, notices }: NonNullable<LeaseRow['lease']>): string {
  if (leftOn) return TENANTS_PAGE.left(writeDay(leftOn));
  const [notice] = notices;
  return notice ? TENANTS_PAGE.notice(writeDay(notice.leavesOn)) : TENANTS_PAGE.present;
}
