import type { Ticket } from '../api/types.js';
import { TICKET } from '../fr.js';
import { TimelineEntry } from './timeline-entry.js';
import { timelineOf } from './timeline-model.js';
import classes from './timeline.module.css';

interface Props {
  ticket: Ticket;
  /** Simplified reading: only this mission or correspondent; empty for everyone. */
  partyId: string;
  isNew: (entryId: string) => boolean;
}

/** One chronology in two columns, newest on top (manual, "Un ticket se lit de bas en haut"). */
export function Timeline({ ticket, partyId, isNew }: Props) {
  return (
    <div className={classes.timeline}>
      <div className={classes.heads} aria-hidden>
        <span>{TICKET.received}</span>
        <span>{TICKET.sent}</span>
      </div>
      <ol className={classes.entries}>
        {timelineOf(ticket, partyId).map((item) => (
          <TimelineEntry key={item.id} ticketId={ticket.id} item={item} isNew={isNew(item.id)} />
        ))}
      </ol>
    </div>
  );
}
