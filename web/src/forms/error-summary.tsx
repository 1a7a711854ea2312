import { Alert, Button, List, Text } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { NetworkError, ProblemError } from '../api/http/problem.js';
import { COMMON, SUBMISSION } from '../fr.js';
import { errorText } from '../ui/error-text.js';

interface Props {
  ref: Ref<HTMLDivElement>;
  /** Said above the faults. */
  title: string;
  errors: FormErrors;
  uploadError: string | undefined;
  error: Error | null;
  onRetry: () => void;
  onReload?: () => void;
  /** What may be done about it, besides. */
  choices?: ReactNode;
}

/** Takes the focus after a failed attempt, so that nobody has to hunt for the fault. */
export function ErrorSummary({ ref, title, errors, uploadError, error, onRetry, onReload, choices }: Props) {
  const faults = [...new Set([...Object.values(errors), uploadError].filter(Boolean))];
  if (faults.length === 0 && !error) return null;
  const isConflict = error instanceof ProblemError && error.code === 'VERSION_CONFLICT';
  return (
    <Alert ref={ref} tabIndex={-1} color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} mb="sm">
      <Text size="sm">{error ? wordsOf(error, isConflict) : title}</Text>
      {faults.length > 0 && (
        <List size="sm" mt={4}>
          {faults.map((fault, index) => (
            <List.Item key={index}>{fault}</List.Item>
          ))}
        </List>
      )}
      {error instanceof NetworkError && (
        <Button size="xs" mt="xs" onClick={onRetry}>
          {COMMON.retry}
        </Button>
      )}
      {isConflict && onReload && (
        <Button size="xs" mt="xs" variant="default" onClick={onReload}>
          {SUBMISSION.reload}
        </Button>
      )}
      {choices}
    </Alert>
  );
}

function wordsOf(error: Error, isConflict: boolean): string {
  if (isConflict) return SUBMISSION.conflict;
  return error instanceof NetworkError ? SUBMISSION.offline : errorText(error);
}
