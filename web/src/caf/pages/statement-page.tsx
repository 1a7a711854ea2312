import { Button, Group, Menu, NativeSelect, Progress } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { allLines, isUnderWay, useLines, useSelect, useStatement, useValidate } from '../api/caf.js';
import type { LineFilter } from '../api/caf.js';
import type { Statement, StatementLine, Total } from '../api/types.js';
import classes from '../caf.module.css';
import { CAF } from '../fr.js';
import { STATEMENTS } from '../fr-statements.js';
import { AssignDialog } from '../parts/assign-dialog.js';
import { Frame } from '../parts/frame.js';
import { LineTable } from '../parts/line-table.js';
import { day, euros } from '../parts/words.js';
import { useMayWrite } from '../use-may-write.js';

export default function StatementPage() {
  const { statementId = '' } = useParams();
  const { data: statement, error, refetch } = useStatement(statementId);
  return (
    <Frame
      title={statement?.document?.name ?? STATEMENTS.title}
      back={{ to: '/caf/statements', text: STATEMENTS.title }}
      lead={statement && STATEMENTS.identity(statement.organisme, statement.bailleur)}
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!statement && !error && <Loading />}
      {statement && <Lines statement={statement} />}
    </Frame>
  );
}

const FILTERS: readonly { value: LineFilter; label: string }[] = [
  { value: '', label: STATEMENTS.all },
  { value: 'SELECTED', label: STATEMENTS.selected },
  { value: 'UNSELECTED', label: STATEMENTS.unselected },
  { value: 'UNMATCHED', label: STATEMENTS.unmatched },
  { value: 'POSTED', label: STATEMENTS.posted },
];

function Lines({ statement }: { statement: Statement }) {
  const { id } = statement;
  const [filter, setFilter] = useState<LineFilter>('');
  const lines = useLines(statement, filter);
  const select = useSelect(id);
  const validate = useValidate(id);
  const mayWrite = useMayWrite();
  const [assigned, setAssigned] = useState<StatementLine>();
  const [isAsked, setAsked] = useState(false);
  const [printed, setPrinted] = useState<StatementLine[]>();
  const [printError, setPrintError] = useState<unknown>();
  useEffect(() => {
    if (!printed) return;
    window.print();
    setPrinted(undefined);
  }, [printed]);
  const print = (which: LineFilter): void => {
    setPrintError(undefined);
    allLines(id, which).then(setPrinted, setPrintError);
  };
  const shown = printed ?? (lines.data?.pages ?? []).flatMap((page) => page.lines);
  const error = lines.error ?? select.error ?? validate.error ?? printError;
  const isOpen = statement.state === 'OPEN' && mayWrite;
  return (
    <>
      <Totals statement={statement} />
      {error !== undefined && error !== null && <ErrorNotice error={error} />}
      <Group mb="md" align="end" className={classes.screen}>
        <NativeSelect
          label={STATEMENTS.filter}
          value={filter}
          data={[...FILTERS]}
          onChange={(event) => setFilter(event.currentTarget.value as LineFilter)}
        />
        {isOpen && (
          <>
            <Button variant="default" onClick={() => select.mutate({ lineIds: [], selected: true })}>
              {STATEMENTS.selectAll}
            </Button>
            <Button variant="default" onClick={() => select.mutate({ lineIds: [], selected: false })}>
              {STATEMENTS.selectNone}
            </Button>
          </>
        )}
        <PrintMenu onPrint={print} onSummary={() => setPrinted([])} />
        {isOpen && (
          <Button onClick={() => setAsked(true)} disabled={statement.selected?.lines === 0}>
            {STATEMENTS.validate}
          </Button>
        )}
      </Group>
      {lines.isLoading && <Loading />}
      {lines.data && shown.length === 0 && !printed && <p className={classes.lead}>{STATEMENTS.noLine}</p>}
      {shown.length > 0 && (
        <LineTable
          statementId={id}
          lines={shown}
          onSelect={isOpen ? (line, selected) => select.mutate({ lineIds: [line.id], selected }) : undefined}
          onAssign={isOpen ? setAssigned : undefined}
        />
      )}
      {lines.hasNextPage && !printed && (
        <Button
          className={classes.screen}
          variant="default"
          mt="md"
          onClick={() => void lines.fetchNextPage()}
        >
          {CAF.more}
        </Button>
      )}
      {assigned && <AssignDialog statementId={id} line={assigned} onClose={() => setAssigned(undefined)} />}
      {isAsked && (
        <ConfirmDialog
          title={STATEMENTS.validate}
          text={STATEMENTS.confirm(
            STATEMENTS.lines(statement.selected?.lines ?? 0),
            euros(statement.selected?.amountCents ?? 0),
          )}
          confirm={STATEMENTS.validate}
          isPending={validate.isPending}
          onConfirm={() => validate.mutate(undefined, { onSettled: () => setAsked(false) })}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}

/** Manual: the long click on “Imprimer” gives its options; here they are a menu, which a keyboard opens as well. */
function PrintMenu({ onPrint, onSummary }: { onPrint: (filter: LineFilter) => void; onSummary: () => void }) {
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPrinter size={17} aria-hidden />}>
          {STATEMENTS.print}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FILTERS.map(({ value, label }) => (
          <Menu.Item key={label} onClick={() => onPrint(value)}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Item onClick={onSummary}>{STATEMENTS.printSummary}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A large one takes minutes, and goes on when the window is closed. */
function UnderWay({ statement: { linesDone, linesInAll } }: { statement: Statement }) {
  if (linesInAll === 0) return null;
  const text = STATEMENTS.progress(linesDone, linesInAll);
  return (
    <div className={classes.progress}>
      <Progress.Root>
        <Progress.Section value={(100 * linesDone) / linesInAll} aria-label={text} />
      </Progress.Root>
      <p className={classes.soft}>{text}</p>
    </div>
  );
}

function Totals({ statement }: { statement: Statement }) {
  const totals: [string, Total | undefined][] = [
    [STATEMENTS.all, statement.all],
    [STATEMENTS.selected, statement.selected],
    [STATEMENTS.unselected, statement.unselected],
    [STATEMENTS.unmatched, statement.unmatched],
    [STATEMENTS.posted, statement.posted],
  ];
  return (
    <>
      <p className={classes.lead}>
        {STATEMENTS.states[statement.state]} · {STATEMENTS.shape(statement.encoding, statement.lineEnds)}
      </p>
      {isUnderWay(statement) && <UnderWay statement={statement} />}
      {statement.blocks.map(({ number, label, date, total }) => (
        <p key={number} className={classes.soft}>
          {STATEMENTS.block} {number} : {label}, {day(date)}, {STATEMENTS.lines(total?.lines ?? 0)},{' '}
          {euros(total?.amountCents ?? 0)}
        </p>
      ))}
      <dl className={classes.totals}>
        {totals.map(([name, total]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {euros(total?.amountCents ?? 0)}{' '}
              <span className={classes.soft}>{STATEMENTS.lines(total?.lines ?? 0)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
