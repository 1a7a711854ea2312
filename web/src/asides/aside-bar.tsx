import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useAside, useTakeBack } from '../api/asides.js';
import type { Ticket } from '../api/types.js';
import { ASIDES } from '../fr/asides.js';
import { formatDay } from '../lib/dates.js';
import { ErrorNotice } from '../ui/error-notice.js';
import classes from './asides.module.css';

interface Props {
  ticket: Ticket;
  onChange: () => void;
}

/** On the ticket: until when it is aside, or why it is back, in the user's own words. */
export function AsideBar({ ticket: { id, module }, onChange }: Props) {
  const aside = useAside(module, id);
  const take = useTakeBack(module);
  if (!aside || aside.state === undefined) return null;
  const { state, until, reason } = aside;
  const back = (): void =>
    take.mutate([id], {
      onSuccess: () => state === 'WAITING' && notifications.show({ message: ASIDES.taken }),
    });
  return (
    <div className={classes.bar} role="note">
      <span>
        <strong>{ASIDES.state[state](formatDay(until))}</strong>
        {reason && ` : ${reason}`}
      </span>
      <span className={classes.tools}>
        <Button size="compact-sm" variant="default" loading={take.isPending} onClick={back}>
          {state === 'WAITING' ? ASIDES.take : ASIDES.seen}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onChange}>
          {ASIDES.change}
        </Button>
      </span>
      {take.error && <ErrorNotice error={take.error} />}
    </div>
  );
}
