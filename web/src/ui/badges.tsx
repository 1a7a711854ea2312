import { VisuallyHidden } from '@mantine/core';
import type { Colour, Status, TicketType } from '../api/types.js';
import { LIST, STATUSES, TYPES } from '../fr.js';
import classes from './badges.module.css';

/** Colour always with the text, never alone. */
export function StatusBadge({ status, colour }: { status: Status; colour: Colour }) {
  return (
    <span className={classes.status} data-colour={colour}>
      {STATUSES[status] ?? status}
    </span>
  );
}

export function TypeBadge({ type }: { type: TicketType }) {
  return (
    <abbr className={classes.type} title={TYPES[type]?.long}>
      {TYPES[type]?.short ?? type}
    </abbr>
  );
}

export function UnreadDot() {
  return (
    <span className={classes.dot} title={LIST.unread}>
      <VisuallyHidden>{LIST.unread}</VisuallyHidden>
    </span>
  );
}

export function UrgentBadge() {
  return <span className={classes.urgent}>{LIST.urgent}</span>;
}
