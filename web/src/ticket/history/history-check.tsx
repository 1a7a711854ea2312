import { Button } from '@mantine/core';
import { useHistoryCheck } from '../../api/tickets.js';
import { TICKET } from '../../fr.js';
import { formatDay } from '../../lib/dates.js';
import { ErrorNotice } from '../../ui/error-notice.js';

/** Whether nothing of what is told above was changed afterwards. */
export function HistoryCheck({ ticketId }: { ticketId: string }) {
  const { data, error, isPending, mutate } = useHistoryCheck(ticketId);
  return (
    <div>
      <Button size="compact-sm" variant="subtle" loading={isPending} onClick={() => mutate()}>
        {TICKET.verify}
      </Button>
      <p role="status">
        {data &&
          (data.intact
            ? TICKET.intact(data.entries, data.anchoredOn ? formatDay(data.anchoredOn) : '')
            : TICKET.broken(data.brokenAt))}
      </p>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}
