import { VisuallyHidden } from '@mantine/core';
import type { Colour, Status, TicketType } from '../api/types.js';
import { LIST, named, STATUSES, typeName } from '../fr.js';
import classes from './badges.module.css';

/** Colour always with the text, never alone. */
export function StatusBadge({ status, colour }: { status: Status; colour: Colour }) {
  return (
    <span className={classes.status} data-colour={colour}>
      {named(STATUSES, status)}
    </span>
  );
}

export function TypeBadge({ type }: { type: TicketType }) {
  const { short, long } = typeName(type);
  return (
    <abbr className={classes.type} title={long}>
      {short}
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

/** Why a ticket is blue that waits for somebody else. */
export function RefusedBadge() {
  return (
    <span className={classes.status} data-colour="BLUE">
      {LIST.addressRefused}
    </span>
  );
}

/** Where there is no room for the word. */
export function UrgentMark() {
  return (
    <span className={classes.urgentMark} title={LIST.urgent}>
      <span aria-hidden>!</span>
      <VisuallyHidden>{LIST.urgent}</VisuallyHidden>
    </span>
  );
}

export function UrgentBadge() {
  return <span className={classes.urgent}>{LIST.urgent}</span>;
}
