import { Anchor, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { formatDateTime } from '../../lib/dates.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { fileContent, useDrop, useFiles, useRegenerate } from '../api/caf.js';
import type { CafFile } from '../api/types.js';
import classes from '../caf.module.css';
import { CAF, JOURNAL, MESSAGES, dropText, exclusionText } from '../fr.js';
import { Faults } from '../parts/faults.js';
import { EVERY_FILE, FileFilters, isEvery } from '../parts/file-filters.js';
import { Frame } from '../parts/frame.js';
import { RunResult } from '../parts/run-result.js';
import { euros } from '../parts/words.js';
import { useMayWrite } from '../use-may-write.js';
import { ColumnHeads } from '../../ui/column-heads.js';

export default function JournalPage() {
  const [filter, setFilter] = useState(EVERY_FILE);
  const files = useFiles(filter);
  const regenerate = useRegenerate();
  const drop = useDrop();
  const mayWrite = useMayWrite();
  const error = files.error ?? regenerate.error ?? drop.error;
  const blocked = files.data?.pages[0]?.blocked ?? [];
  const { columns } = JOURNAL;
  return (
    <Frame title={JOURNAL.title} lead={JOURNAL.lead}>
      <FileFilters filter={filter} onChange={setFilter} />
      {error && <ErrorNotice error={error} />}
      {regenerate.data && <RunResult run={regenerate.data} />}
      {!files.data && !files.error && <Loading />}
      {files.data?.pages[0]?.files.length === 0 && (
        <p className={classes.lead}>{isEvery(filter) ? JOURNAL.none : JOURNAL.noneFound}</p>
      )}
      {files.data && files.data.pages[0]?.files.length !== 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <ColumnHeads of={Object.values(columns)} />
            </tr>
          </thead>
          <tbody>
            {files.data.pages
              .flatMap((page) => page.files)
              .map((file) => (
                <tr key={file.id}>
                  <FileCells file={file} />
                  <td>
                    <Group gap="xs">
                      <Button component="a" href={fileContent(file.id)} size="compact-sm" variant="default">
                        {JOURNAL.download}
                      </Button>
                      {mayWrite && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          loading={regenerate.isPending && regenerate.variables === file.id}
                          onClick={() => regenerate.mutate(file.id)}
                        >
                          {JOURNAL.again}
                        </Button>
                      )}
                      {mayWrite && file.state === 'WAITING' && (
                        <Button
                          size="compact-sm"
                          loading={drop.isPending}
                          onClick={() => drop.mutate(file.id)}
                        >
                          {JOURNAL.retry}
                        </Button>
                      )}
                    </Group>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
      {files.hasNextPage && (
        <Button variant="default" mt="md" onClick={() => void files.fetchNextPage()}>
          {CAF.more}
        </Button>
      )}
      {blocked.length > 0 && (
        <details>
          <summary>
            {JOURNAL.blocked} ({blocked.length})
          </summary>
          {blocked.map((run) => (
            <div key={run.id}>
              <p className={classes.lead}>
                {MESSAGES[run.scope.message]} · {formatDateTime(run.startedAt)} ·{' '}
                {run.startedBy || JOURNAL.automatic}
              </p>
              <Faults faults={run.faults} count={run.faultCount} />
            </div>
          ))}
        </details>
      )}
    </Frame>
  );
}

function FileCells({ file }: { file: CafFile }) {
  const { columns } = JOURNAL;
  return (
    <>
      <td data-label={columns.file}>
        <Anchor href={fileContent(file.id)} className={classes.day}>
          {file.name}
        </Anchor>
        <div className={classes.soft}>
          n° {file.number}
          {file.regeneratedFrom && ` · ${JOURNAL.regenerated}`}
        </div>
        <div className={classes.hash}>SHA-256 {file.document?.sha256}</div>
      </td>
      <td data-label={columns.state}>
        {JOURNAL.state[file.state]}
        <div className={classes.path}>{file.path}</div>
        {file.lastError && <div className={classes.late}>{dropText(file.lastError)}</div>}
      </td>
      <td data-label={columns.totals}>
        {JOURNAL.records(file.details)}
        <div className={classes.soft}>
          {euros(file.total1Cents)}
          {file.total2Cents !== '0' && ` + ${euros(file.total2Cents)}`} · CRC {file.crc32}
        </div>
        {file.excluded.length > 0 && (
          <details className={classes.soft}>
            <summary>{JOURNAL.excluded}</summary>
            {file.excluded.map(({ name, count }) => (
              <div key={name}>
                {count} : {exclusionText(name)}
              </div>
            ))}
          </details>
        )}
      </td>
      <td data-label={columns.made} className={classes.day}>
        {formatDateTime(file.createdAt)}
        <div className={classes.soft}>{file.createdBy || JOURNAL.automatic}</div>
      </td>
    </>
  );
}
