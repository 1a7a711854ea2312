import { Switch } from '@mantine/core';
import { IconMail, IconMessage } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Mission } from '../../api/types.js';
import { CHANNELS, TICKET } from '../../fr.js';
import { formatCents } from '../../lib/money.js';
import { StatusBadge } from '../../ui/badges.js';
import { appointmentText } from '../header-progress.js';
import { Reach } from '../people.js';
import classes from '../ticket.module.css';

interface Props {
  mission: Mission;
  isOnly: boolean;
  isFiltered: boolean;
  onFilter: (on: boolean) => void;
  children: ReactNode;
}

/** One contractor: who, how reached, where it stands, and what may be done. */
export function MissionCard({ mission, isOnly, isFiltered, onFilter, children }: Props) {
  const { contractor, status, colour, amountCents } = mission;
  const { channels } = contractor.reach ?? {};
  const appointment = appointmentText(mission);
  return (
    <section className={classes.panel} aria-label={contractor.name}>
      <div className={classes.missionHead}>
        <h2>{contractor.name}</h2>
        {channels?.mail && <IconMail size={16} role="img" aria-label={CHANNELS.MAIL} />}
        {channels?.sms && <IconMessage size={16} role="img" aria-label={CHANNELS.SMS} />}
      </div>
      <Reach person={contractor} />
      {!isOnly && (
        <>
          <StatusBadge status={status} colour={colour} />
          {appointment && <p className={classes.missionText}>{appointment}</p>}
          {amountCents > 0 && <p className={classes.missionText}>{formatCents(amountCents)}</p>}
        </>
      )}
      <Switch
        size="xs"
        my={8}
        label={TICKET.simplified}
        checked={isFiltered}
        onChange={(e) => onFilter(e.currentTarget.checked)}
      />
      {children}
    </section>
  );
}
