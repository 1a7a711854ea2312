import { Alert, Button, Group, NativeSelect, List } from '@mantine/core';
import { IconDownload, IconPrinter, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Section } from '../../../forms/section.js';
import { ErrorNotice } from '../../../ui/error-notice.js';
import { Loading } from '../../../ui/loading.js';
import { registerPath, useEntries, useRegisters, useVerify } from '../../api/register.js';
import type { Entry, Register } from '../../api/types.js';
import { writeDay } from '../../../lib/typed-day.js';
import { REGISTER } from '../../fr/pages.js';
import { useMayWrite } from '../../use-may-write.js';
import { AnnotateDialog } from './annotate-dialog.js';
import { DecisionDialog } from './decision-dialog.js';
import { PageFrame } from '../page-frame.js';
import classes from '../pages.module.css';
import { ColumnHeads } from '../../../ui/column-heads.js';

/** Loi Hoguet; décret 72-678, art. 65: one register per professional card and mention. */
export default function RegisterPage() {
  const { data: registers, error, refetch } = useRegisters();
  const [chosen, setChosen] = useState('');
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!registers) return <Loading />;
  const register = registers.find((each) => keyOf(each) === chosen) ?? registers[0];
  return (
    <PageFrame title={REGISTER.title} lead={REGISTER.lead}>
      {register ? (
        <>
          {registers.length > 1 && (
            <NativeSelect
              label={REGISTER.card}
              maw={460}
              mb="md"
              value={keyOf(register)}
              data={registers.map((each) => ({ value: keyOf(each), label: labelOf(each) }))}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
          )}
          <RegisterOf key={keyOf(register)} register={register} />
        </>
      ) : (
        <p className={classes.lead}>{REGISTER.none}</p>
      )}
    </PageFrame>
  );
}

const keyOf = ({ cardId, mention }: Register): string => `${cardId}/${mention ?? ''}`;

function labelOf({ label, mention }: Register): string {
  return [label, mention && REGISTER.mentions[mention]].filter(Boolean).join(' · ');
}

function RegisterOf({ register }: { register: Register }) {
  const entries = useEntries(register);
  const verify = useVerify(register);
  const mayWrite = useMayWrite();
  const [annotated, setAnnotated] = useState<Entry>();
  const [decides, setDecides] = useState(false);
  const rows = (entries.data?.pages ?? []).flatMap((page) => page.entries);
  return (
    <Section title={labelOf(register)}>
      <p className={classes.lead}>{REGISTER.count(register.entries, register.nextNumber)}</p>
      <Group gap="xs" mb="sm">
        <Button
          leftSection={<IconShieldCheck size={17} aria-hidden />}
          variant="light"
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          {REGISTER.verify}
        </Button>
        <Button
          component="a"
          href={registerPath(register, 'register.pdf')}
          download
          leftSection={<IconPrinter size={17} aria-hidden />}
          variant="light"
        >
          {REGISTER.pdf}
        </Button>
        <Button
          component="a"
          href={registerPath(register, 'register.csv')}
          download
          leftSection={<IconDownload size={17} aria-hidden />}
          variant="light"
        >
          {REGISTER.csv}
        </Button>
        {mayWrite && register.mention === 'SYNDIC' && (
          <Button variant="default" onClick={() => setDecides(true)}>
            {REGISTER.decision}
          </Button>
        )}
      </Group>
      {(verify.error ?? entries.error) && <ErrorNotice error={verify.error ?? entries.error} />}
      {verify.data && <Verified {...verify.data} />}
      {entries.isPending ? (
        <Loading />
      ) : rows.length === 0 ? (
        <p className={classes.lead}>{REGISTER.empty}</p>
      ) : (
        <EntryTable rows={rows} onAnnotate={mayWrite ? setAnnotated : undefined} />
      )}
      {entries.hasNextPage && (
        <Button
          variant="default"
          loading={entries.isFetchingNextPage}
          onClick={() => void entries.fetchNextPage()}
        >
          {REGISTER.more}
        </Button>
      )}
      {annotated && (
        <AnnotateDialog register={register} entry={annotated} onClose={() => setAnnotated(undefined)} />
      )}
      {decides && <DecisionDialog register={register} onClose={() => setDecides(false)} />}
    </Section>
  );
}

function Verified({ entries, annotations, faults, head }: NonNullable<ReturnType<typeof useVerify>['data']>) {
  const isSound = faults.length === 0;
  return (
    <Alert color={isSound ? 'green' : 'red'} role="status" mb="sm">
      {isSound ? REGISTER.verified(entries, annotations) : REGISTER.broken}
      <List size="sm">
        {faults.map(({ kind, number, detail }) => (
          <List.Item key={`${kind} ${number}`}>{detail}</List.Item>
        ))}
      </List>
      {head && (
        <div>
          {REGISTER.head} <span className={classes.hash}>{head}</span>
        </div>
      )}
    </Alert>
  );
}

function EntryTable({ rows, onAnnotate }: { rows: readonly Entry[]; onAnnotate?: (entry: Entry) => void }) {
  const { columns } = REGISTER;
  return (
    <table className={classes.table} aria-label={REGISTER.title}>
      <thead>
        <tr>
          <ColumnHeads of={Object.values(columns)} />
          {onAnnotate && <th />}
        </tr>
      </thead>
      <tbody>
        {rows.map((entry) => (
          <tr key={entry.number}>
            <td data-label={columns.number} className={classes.short}>
              <strong>{entry.number}</strong>
            </td>
            <td data-label={columns.on} className={classes.short}>
              {writeDay(entry.on)}
            </td>
            <td data-label={columns.mandant}>
              {entry.mandantName}
              <div className={classes.soft}>{entry.mandantAddress}</div>
            </td>
            <td data-label={columns.nature}>{entry.nature}</td>
            <td data-label={columns.places}>{entry.places.join(' ; ')}</td>
            <td data-label={columns.remarks}>
              {entry.remarks}
              {entry.annotations.map(({ kind, on, text, by }) => (
                <div key={on + text} className={classes.soft}>
                  {[kind && REGISTER.kinds[kind], writeDay(on), text, by].filter(Boolean).join(' · ')}
                </div>
              ))}
            </td>
            {onAnnotate && (
              <td>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={REGISTER.annotateOne(entry.number)}
                  onClick={() => onAnnotate(entry)}
                >
                  {REGISTER.annotate}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
