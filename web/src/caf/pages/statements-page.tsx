import { Anchor, Button, FileButton, NativeSelect, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { formatDateTime } from '../../lib/dates.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { useImport, useStatements } from '../api/caf.js';
import type { StatementFilter } from '../api/caf.js';
import type { Statement } from '../api/types.js';
import classes from '../caf.module.css';
import { CAF } from '../fr.js';
import { STATEMENTS } from '../fr-statements.js';
import { CaisseSelect } from '../parts/caisse-select.js';
import { Frame } from '../parts/frame.js';
import { day, euros } from '../parts/words.js';
import { useMayWrite } from '../use-may-write.js';
import { ColumnHeads } from '../../ui/column-heads.js';

const EVERY: StatementFilter = { state: '', month: '', organisme: '' };
const isEvery = (filter: StatementFilter): boolean => Object.values(filter).every((value) => value === '');

/** Manual, "Importer un fichier CAF". */
export default function StatementsPage() {
  const [filter, setFilter] = useState(EVERY);
  const { data, error, refetch, hasNextPage, fetchNextPage } = useStatements(filter);
  const statements = data?.pages.flatMap((page) => page.statements);
  const mayWrite = useMayWrite();
  const { columns } = STATEMENTS;
  return (
    <Frame title={STATEMENTS.title} lead={STATEMENTS.lead}>
      {mayWrite && <DropZone />}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!statements && !error && <Loading />}
      <div className={classes.filters}>
        <NativeSelect
          label={STATEMENTS.state}
          value={filter.state}
          data={[
            { value: '', label: STATEMENTS.everyState },
            ...Object.entries(STATEMENTS.states).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => setFilter({ ...filter, state: event.currentTarget.value })}
        />
        <CaisseSelect
          value={filter.organisme}
          onChange={(organisme) => setFilter({ ...filter, organisme })}
        />
        <TextInput
          type="month"
          label={STATEMENTS.month}
          value={filter.month}
          onChange={(event) => setFilter({ ...filter, month: event.currentTarget.value })}
        />
      </div>
      {statements?.length === 0 && (
        <p className={classes.lead}>{isEvery(filter) ? STATEMENTS.none : STATEMENTS.noneFound}</p>
      )}
      {statements && statements.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <ColumnHeads of={Object.values(columns)} />
            </tr>
          </thead>
          <tbody>
            {statements.map((one) => (
              <StatementRow key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <Button variant="default" mt="md" onClick={() => void fetchNextPage()}>
          {CAF.more}
        </Button>
      )}
    </Frame>
  );
}

function DropZone() {
  const navigate = useNavigate();
  const taken = useImport();
  const [isOver, setOver] = useState(false);
  const [isOneOfMany, setOneOfMany] = useState(false);
  // The same file again, once it is corrected, is a choice as well.
  const reset = useRef<() => void>(null);
  const take = (files: readonly File[]): void => {
    const [file] = files;
    reset.current?.();
    if (!file || taken.isPending) return;
    setOneOfMany(files.length > 1);
    taken.mutate(file, {
      onSuccess: ({ id, state }) => {
        if (state === 'OPEN' || state === 'READING')
          void navigate(`/caf/statements/${encodeURIComponent(id)}`);
      },
    });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  return (
    <>
      <div
        className={classes.zone}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {STATEMENTS.drop}
        <FileButton onChange={(file) => take(file ? [file] : [])} resetRef={reset}>
          {(props) => (
            <Button {...props} leftSection={<IconUpload size={17} aria-hidden />} loading={taken.isPending}>
              {STATEMENTS.choose}
            </Button>
          )}
        </FileButton>
        <span className={classes.soft}>{STATEMENTS.watched}</span>
      </div>
      {isOneOfMany && (
        <p className={classes.lead} role="status">
          {STATEMENTS.onlyOne}
        </p>
      )}
      {taken.isPending && (
        <p className={classes.lead} role="status">
          {STATEMENTS.reading(taken.variables.name)}
        </p>
      )}
      {taken.error && <ErrorNotice error={taken.error} />}
    </>
  );
}

function StatementRow({ one }: { one: Statement }) {
  const { columns } = STATEMENTS;
  const name = one.document?.name ?? '';
  return (
    <tr>
      <td data-label={columns.file} className={classes.file}>
        {one.state === 'REFUSED' ? (
          name
        ) : (
          <Anchor component={Link} to={`/caf/statements/${encodeURIComponent(one.id)}`}>
            {name}
          </Anchor>
        )}
        <div className={classes.soft}>
          {formatDateTime(one.importedAt)}, {one.importedBy || STATEMENTS.folder}
        </div>
      </td>
      <td data-label={columns.months} className={classes.day}>
        {one.months.map(day).join(', ')}
      </td>
      <td data-label={columns.lines}>{one.state === 'REFUSED' ? '' : one.all?.lines}</td>
      <td data-label={columns.amount}>{one.state === 'REFUSED' ? '' : euros(one.all?.amountCents ?? 0)}</td>
      <td data-label={columns.state}>
        {STATEMENTS.states[one.state]}
        {one.refusal && <div className={`${classes.late} ${classes.why}`}>{one.refusal}</div>}
      </td>
    </tr>
  );
}
