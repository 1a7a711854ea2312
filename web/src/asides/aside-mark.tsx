import type { ReactNode } from 'react';
import { useAside } from '../api/asides.js';
import { ASIDES } from '../fr/asides.js';
import { formatBrief, formatDay } from '../lib/dates.js';
import type { ModulePath } from '../lib/modules.js';
import { moduleOf } from '../lib/modules.js';
import classes from './asides.module.css';

interface Props {
  path: ModulePath;
  ticketId: string;
  /** Of a ticket that is not aside. */
  otherwise?: ReactNode;
}

/** On a row of the list: until when it is aside, or why it is back. */
export function AsideMark({ path, ticketId, otherwise }: Props) {
  const aside = useAside(moduleOf(path), ticketId);
  if (!aside || aside.state === undefined) return otherwise;
  const { state, until, reason } = aside;
  const why = ASIDES.state[state](formatDay(until));
  return (
    <span className={classes.mark} title={reason ? `${why} : ${reason}` : why}>
      {ASIDES.mark[state](formatBrief(until, false))}
    </span>
  );
}
