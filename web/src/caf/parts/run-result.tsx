import { Alert, Anchor } from '@mantine/core';
import type { Run } from '../api/types.js';
import { fileContent } from '../api/caf.js';
import { EXPORT, dropText } from '../fr.js';
import { Faults } from './faults.js';

/** What became of a run: the file and where it lies, or what stops it. */
export function RunResult({ run }: { run: Run }) {
  const { state, file } = run;
  switch (state) {
    case 'BLOCKED':
      return <Faults faults={run.faults} count={run.faultCount} />;
    case 'EMPTY':
      return (
        <Alert color="yellow" role="status" my="md">
          {EXPORT.empty}
        </Alert>
      );
    case 'CHECKED':
      return (
        <Alert color="green" role="status" my="md">
          {EXPORT.checked(run.included)}
        </Alert>
      );
    case 'DONE':
      return (
        <Alert color={file?.state === 'DROPPED' ? 'green' : 'yellow'} role="status" my="md">
          {file && <Anchor href={fileContent(file.id)}>{EXPORT.done(file.name)}</Anchor>}
          <div>
            {file?.state === 'DROPPED'
              ? EXPORT.dropped(file.path)
              : EXPORT.waiting + dropText(file?.lastError ?? '')}
          </div>
        </Alert>
      );
    case 'FAILED':
    case 'RUNNING':
      return (
        <Alert color="red" role="alert" my="md">
          {EXPORT.failed}
        </Alert>
      );
    default:
      return state satisfies never;
  }
}
