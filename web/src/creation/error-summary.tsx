import { Alert, Button, List, Text } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Ref } from 'react';
import { NetworkError } from '../api/problem.js';
import { COMMON, CREATION } from '../fr.js';
import { errorText } from '../lib/error-text.js';

interface Props {
  ref: Ref<HTMLDivElement>;
  /** Default: that the ticket was not created. */
  title?: string;
  errors: FormErrors;
  uploadError: string | undefined;
  error: Error | null;
  onRetry: (() => void) | undefined;
}

/** Takes the focus after a failed attempt, so that nobody has to hunt for the fault. */
export function ErrorSummary({ ref, title, errors, uploadError, error, onRetry }: Props) {
  const faults = [...new Set([...Object.values(errors), uploadError].filter(Boolean))];
  if (faults.length === 0 && !error) return null;
  return (
    <Alert ref={ref} tabIndex={-1} color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} mb="sm">
      {error && <Text size="sm">{error instanceof NetworkError ? CREATION.offline : errorText(error)}</Text>}
      {!error && <Text size="sm">{title ?? CREATION.errorSummary}</Text>}
      {faults.length > 0 && (
        <List size="sm" mt={4}>
          {faults.map((fault, index) => (
            <List.Item key={index}>{fault}</List.Item>
          ))}
        </List>
      )}
      {onRetry && (
        <Button size="xs" mt="xs" onClick={onRetry}>
          {COMMON.retry}
        </Button>
      )}
    </Alert>
  );
}
