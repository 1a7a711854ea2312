import { Button } from '@mantine/core';
import type { Ticket } from '../../api/types.js';
import { TICKET } from '../../fr.js';
import { TimelineEntry } from './timeline-entry.js';
import { HistoryCheck } from './history-check.js';
import { useEarlier } from './use-earlier.js';
import { timelineOf } from './timeline-model.js';
import classes from './timeline.module.css';

interface Props {
  ticket: Ticket;
  /** Simplified reading: only this mission or correspondent; empty for everyone. */
  partyId: string;
  onShowAll: () => void;
  isNew: (entryId: string) => boolean;
}

/** One chronology in two columns, newest on top (manual, "Un ticket se lit de bas en haut"). */
export function Timeline({ ticket, partyId, onShowAll, isNew }: Props) {
  const earlier = useEarlier(ticket.id, { part: 'HISTORY' }, ticket.earlierHistory, ({ history }) => history);
  const shown = { ...ticket, history: [...earlier.entries, ...ticket.history] };
  return (
    <div className={classes.timeline}>
      {partyId && (
        <p role="status" className={classes.simplified}>
          {TICKET.onlyParty(partyName(ticket, partyId))}
          <Button size="compact-sm" variant="default" onClick={onShowAll}>
            {TICKET.everyone}
          </Button>
        </p>
      )}
      <div className={classes.heads} aria-hidden>
        <span>{TICKET.received}</span>
        <span>{TICKET.sent}</span>
      </div>
      <ol className={classes.entries}>
        {timelineOf(shown, partyId).map((item) => (
          <TimelineEntry key={item.id} ticketId={ticket.id} item={item} isNew={isNew(item.id)} />
        ))}
      </ol>
      {earlier.hasMore && (
        <Button variant="default" loading={earlier.isLoading} onClick={earlier.showMore}>
          {TICKET.earlier}
        </Button>
      )}
      <HistoryCheck ticketId={ticket.id} />
    </div>
  );
}

function partyName({ missions, correspondents }: Ticket, partyId: string): string {
  const mission = missions.find(({ id }) => id === partyId);
  return mission?.contractor.name ?? correspondents.find(({ id }) => id === partyId)?.person?.name ?? '';
}
