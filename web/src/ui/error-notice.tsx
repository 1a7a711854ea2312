import { Alert, Button, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { COMMON } from '../fr.js';
import { errorText } from './error-text.js';

export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} m="md">
      <Stack gap="xs" align="flex-start">
        {errorText(error)}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {COMMON.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
