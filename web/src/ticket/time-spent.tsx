import { IconClock } from '@tabler/icons-react';
import type { Ticket } from '../api/types.js';
import { TICKET } from '../fr.js';
import { formatClock } from '../lib/dates.js';
import classes from './ticket.module.css';
import { useTimeSpent } from './use-time-spent.js';

/** Manual, "Temps passé sur le ticket (se déclenche à chaque ouverture)". */
export function TimeSpent({ ticket }: { ticket: Ticket }) {
  const seconds = useTimeSpent(ticket);
  return (
    <p className={classes.timeSpent} title={TICKET.timeSpentHint}>
      <IconClock size={15} aria-hidden /> {TICKET.timeSpent} : <span>{formatClock(seconds)}</span>
    </p>
  );
}
