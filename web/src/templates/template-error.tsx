import { isConflict } from './editor/template-faults.js';
import { TEMPLATES } from '../fr.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Alert } from '@mantine/core';

interface Props {
  error: Error;
  onRetry?: () => void;
}

/** The general sentence of a version conflict speaks of tickets. */
export function TemplateError({ error, onRetry }: Props) {
  if (!isConflict(error)) return <ErrorNotice error={error} onRetry={onRetry} />;
  return (
    <Alert color="red" role="alert">
      {TEMPLATES.conflict}
    </Alert>
  );
}
