import { Alert, Anchor, Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { useGround, useRows, useRun } from '../api/caf.js';
import type { RowFilter } from '../api/caf.js';
import type { Ground, PreviewRow, Scope } from '../api/types.js';
import classes from '../caf.module.css';
import { CAF, CARDS, EXPORT, LEGAL, NOTES, exclusionText } from '../fr.js';
import { faultText } from '../fr-faults.js';
import { Frame } from '../parts/frame.js';
import { RunResult } from '../parts/run-result.js';
import { ScopePicker, defaultScope } from '../parts/scope-picker.js';
import { day, euros } from '../parts/words.js';
import { useMayWrite } from '../use-may-write.js';

/** Manual, "Raccourci « Export CAF »" and "Raccourci « Export CAF impayés »". */
export default function ExportPage({ message }: { message: 'CAF12' | 'CAF32' }) {
  const { data: ground, error, refetch } = useGround();
  const { title, text } = message === 'CAF12' ? CARDS.rents : CARDS.arrears;
  const first = ground && defaultScope(ground, message);
  return (
    <Frame title={title} lead={text}>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!ground && !error && <Loading />}
      {ground && !first && <p className={classes.lead}>{CAF.noEntity}</p>}
      {ground && first && <Export ground={ground} first={first} />}
    </Frame>
  );
}

const FILTERS: readonly { value: RowFilter; label: string }[] = [
  { value: '', label: EXPORT.all },
  { value: 'IN', label: EXPORT.in },
  { value: 'OUT', label: EXPORT.out },
  { value: 'FAULTY', label: EXPORT.faulty },
];

function Export({ ground, first }: { ground: Ground; first: Scope }) {
  const [scope, setScope] = useState(first);
  const [filter, setFilter] = useState<RowFilter>('');
  const [examined, setExamined] = useState(0);
  const run = useRun(setExamined);
  const mayWrite = useMayWrite();
  const choose = (next: Scope): void => {
    run.reset();
    setScope(next);
  };
  return (
    <>
      <Alert color="gray" mb="md">
        {scope.year !== undefined && <div>{NOTES.july(scope.year)}</div>}
        <div>{NOTES.once}</div>
        <div>{NOTES.layout}</div>
        {scope.message === 'CAF32' && (
          <Anchor component={Link} to="/caf/legal" size="sm">
            {EXPORT.legalList}
          </Anchor>
        )}
      </Alert>
      <ScopePicker ground={ground} scope={scope} onChange={choose} />
      {mayWrite && (
        <Group mt="md">
          <Button
            variant="default"
            loading={run.isPending}
            disabled={!scope.organisme}
            onClick={() => run.mutate({ ...scope, dry: true })}
          >
            {EXPORT.preview}
          </Button>
          <Button loading={run.isPending} disabled={!scope.organisme} onClick={() => run.mutate(scope)}>
            {EXPORT.generate}
          </Button>
        </Group>
      )}
      {run.isPending && (
        <p className={classes.lead} role="status">
          {EXPORT.working} {examined > 0 && EXPORT.examined(examined)}
        </p>
      )}
      {run.error && <ErrorNotice error={run.error} />}
      {run.data && <RunResult run={run.data} />}
      <NativeSelect
        label={EXPORT.filter}
        maw={260}
        my="md"
        value={filter}
        data={[...FILTERS]}
        onChange={(event) => setFilter(event.currentTarget.value as RowFilter)}
      />
      <Rows scope={scope} filter={filter} />
    </>
  );
}

function Rows({ scope, filter }: { scope: Scope; filter: RowFilter }) {
  const rows = useRows(scope.organisme ? scope : undefined, filter);
  if (rows.error) return <ErrorNotice error={rows.error} onRetry={() => void rows.refetch()} />;
  if (!scope.organisme) return <NoOrganisme />;
  if (!rows.data) return <Loading />;
  const all = rows.data.pages.flatMap((page) => page.rows);
  const { columns } = EXPORT;
  return (
    <>
      {all.length === 0 && <p className={classes.lead}>{CAF.none}</p>}
      <table className={classes.table} hidden={all.length === 0}>
        <thead>
          <tr>
            <th scope="col">{columns.tenant}</th>
            <th scope="col">{columns.why}</th>
            <th scope="col">{scope.message === 'CAF12' ? columns.rent : columns.debt}</th>
            <th scope="col">{columns.entry}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((row, index) => (
            <RowView key={`${row.leaseId} ${row.name} ${index}`} row={row} message={scope.message} />
          ))}
        </tbody>
      </table>
      {rows.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={rows.isFetchingNextPage}
          onClick={() => void rows.fetchNextPage()}
        >
          {CAF.more}
        </Button>
      )}
    </>
  );
}

/** Before the settings name a caisse there is nobody to send to. */
function NoOrganisme() {
  return (
    <Alert color="yellow" role="status">
      {EXPORT.noOrganisme}{' '}
      <Anchor component={Link} to="/caf/settings">
        {EXPORT.settings}
      </Anchor>
    </Alert>
  );
}

function RowView({ row, message }: { row: PreviewRow; message: Scope['message'] }) {
  const { columns } = EXPORT;
  return (
    <tr>
      <td data-label={columns.tenant}>
        <Anchor component={Link} to={`/property/tenants/${row.leaseId}`}>
          {row.name}
        </Anchor>
        <div className={classes.soft}>
          {[row.account, row.unit, row.uniqueNumber].filter(Boolean).join(' · ')}
        </div>
      </td>
      <td data-label={columns.why}>
        {placeOf(row)}
        {row.faults.map((fault) => (
          <div key={fault.field} className={classes.late}>
            {faultText(fault)}
          </div>
        ))}
      </td>
      <td data-label={message === 'CAF12' ? columns.rent : columns.debt}>
        {message === 'CAF12' ? <Rent row={row} /> : <Arrears row={row} />}
        <details className={classes.screen}>
          <summary className={classes.soft}>{EXPORT.lines}</summary>
          {row.lines.map(({ label, fiscalCode, cents, counted }) => (
            <div key={label + fiscalCode} className={classes.soft}>
              {[label, fiscalCode].filter(Boolean).join(' ')} : {euros(cents)} ({EXPORT.counted[counted]})
            </div>
          ))}
          <div className={classes.soft}>{row.byCodes ? EXPORT.byCodes : EXPORT.byNature}</div>
        </details>
      </td>
      <td data-label={columns.entry}>
        {day(row.entryDate)} <span className={classes.soft}>{EXPORT.entryFrom[row.entryFrom]}</span>
      </td>
    </tr>
  );
}

/** In, out with the reason, or in the way of all the others. */
function placeOf({ exclusion, faults }: PreviewRow): string {
  if (exclusion) return exclusionText(exclusion);
  return faults.length > 0 ? EXPORT.blocks : EXPORT.isIn;
}

const factOf = (row: PreviewRow, name: string): string =>
  row.facts.find((one) => one.name === name)?.value ?? '';

/** What is sent of a dwelling shared by several is one's part; who is not in the file has nothing sent. */
function Rent({ row }: { row: PreviewRow }) {
  if (row.exclusion) return <span className={classes.soft}>{EXPORT.nothingSent}</span>;
  return (
    <>
      {euros(row.shareCents)}
      {row.flatShare && <div className={classes.soft}>{EXPORT.share(euros(row.rentCents))}</div>}
      {!row.flatShare && <div className={classes.soft}>{EXPORT.plusCharges(euros(row.chargesCents))}</div>}
    </>
  );
}

function Arrears({ row }: { row: PreviewRow }) {
  const withheld = Number(factOf(row, 'withheldCents') || 0);
  const rule = Number(factOf(row, 'rule') || 0);
  const firstDue = factOf(row, 'firstDueOn');
  return (
    <>
      {euros(factOf(row, 'debtCents') || 0)}
      {firstDue && <div className={classes.soft}>{EXPORT.since(day(firstDue))}</div>}
      {withheld > 0 && (
        <div className={classes.soft}>
          {LEGAL.withheld} {euros(withheld)}
        </div>
      )}
      {rule > 0 && (
        <div className={classes.soft}>
          {LEGAL.rules[rule]}, {LEGAL.constituted} {day(factOf(row, 'constitutedOn'))}
        </div>
      )}
    </>
  );
}
