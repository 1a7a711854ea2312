import { Button } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useAside } from '../api/asides.js';
import type { Ticket } from '../api/types.js';
import { ASIDES } from '../fr/asides.js';
import { usePageKeys } from '../ui/use-page-keys.js';
import { AsideBar } from './aside-bar.js';

const AsideDialog = lazy(async () => ({ default: (await import('./aside-dialog.js')).AsideDialog }));
const ENDED: ReadonlySet<Ticket['status']> = new Set(['CLOSED', 'CANCELLED']);

/** "À revoir le": a ticket that ended is not to be looked at again. */
export function TicketAside({ ticket }: { ticket: Ticket }) {
  const aside = useAside(ticket.module, ticket.id);
  const [isAsking, setIsAsking] = useState(false);
  const isOpen = !ENDED.has(ticket.status);
  usePageKeys((key) => {
    if (key !== 'v' || !isOpen) return false;
    setIsAsking(true);
    return true;
  });
  if (!isOpen) return null;
  return (
    <>
      {aside ? (
        <AsideBar ticket={ticket} onChange={() => setIsAsking(true)} />
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconClockPause size={16} aria-hidden />}
          onClick={() => setIsAsking(true)}
        >
          {ASIDES.action}
        </Button>
      )}
      {isAsking && (
        <Suspense>
          <AsideDialog
            module={ticket.module}
            ticketIds={[ticket.id]}
            reason={aside?.reason}
            onClose={() => setIsAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}
