import type { Ticket } from '../api/types.js';
import { named, TICKET, TIMERS } from '../fr.js';
import { formatMoment } from '../lib/dates.js';
import classes from './ticket.module.css';

export function Timers({ ticket: { timers, missions } }: { ticket: Ticket }) {
  if (timers.length === 0) return <span className="soft">{TICKET.noTimer}</span>;
  const nameOf = (missionId: string) =>
    missions.length > 1 ? missions.find(({ id }) => id === missionId)?.contractor.name : undefined;
  return (
    <ul className={classes.people}>
      {timers.map((timer) => (
        <li key={`${timer.missionId} ${timer.kind}`}>
          {named(TIMERS, timer.kind)} {TICKET.dueAt(formatMoment(timer.dueAt))}
          <div className="soft">
            {[nameOf(timer.missionId), timer.maximum > 0 && TICKET.reminders(timer.sent, timer.maximum)]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  );
}
