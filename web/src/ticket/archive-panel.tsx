import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconFileTypePdf, IconFileZip } from '@tabler/icons-react';
import { useArchive } from '../api/tickets.js';
import { ARCHIVE } from '../fr.js';
import { ErrorNotice } from '../ui/error-notice.js';
import classes from './ticket.module.css';

/** Manual, "Étape n° 6": the summary and the ZIP of a closed ticket, once prepared. */
export function ArchivePanel({ ticketId }: { ticketId: string }) {
  const { data: state = 'PENDING', error, refetch } = useArchive(ticketId);
  return (
    <section className={`${classes.panel} ${classes.archive}`} aria-label={ARCHIVE.title}>
      <h2 className={classes.label}>{ARCHIVE.title}</h2>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!error && state === 'PENDING' && (
        <Group gap="xs" role="status" wrap="nowrap">
          <Loader size="xs" />
          <Text size="sm">{ARCHIVE.pending}</Text>
        </Group>
      )}
      {state === 'FAILED' && (
        <Text size="sm" role="alert" c="var(--danger)">
          {ARCHIVE.failed}
        </Text>
      )}
      {state === 'READY' && (
        <Stack gap="xs" mt={6}>
          <Button
            component="a"
            href={`/api/tickets/${ticketId}/summary.pdf`}
            download
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
          >
            {ARCHIVE.summary}
          </Button>
          <Button
            component="a"
            variant="default"
            href={`/api/tickets/${ticketId}/documents.zip`}
            download
            leftSection={<IconFileZip size={18} aria-hidden />}
          >
            {ARCHIVE.documents}
          </Button>
        </Stack>
      )}
    </section>
  );
}
