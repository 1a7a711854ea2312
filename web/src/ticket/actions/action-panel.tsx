import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTicketCommand } from '../../api/tickets.js';
import type { AllowedAction, Ticket } from '../../api/types.js';
import { TICKET } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import classes from '../ticket.module.css';
import { ActionButtons } from './action-buttons.js';
import { ActionDialog } from './action-dialog.js';
import { specOf } from './action-specs.js';
import { MissionCard } from './mission-card.js';
import { useDirectAction } from './use-direct-action.js';

interface Props {
  ticket: Ticket;
  /** The third party of the simplified reading; empty for everyone. */
  missionId: string;
  onFilter: (missionId: string) => void;
}

/** Manual, "Le corps du ticket, partie gauche": what the server allows now, the next step first. */
export function ActionPanel({ ticket, missionId, onFilter }: Props) {
  const { rights } = useModule();
  const [opened, setOpened] = useState<AllowedAction>();
  const command = useTicketCommand(ticket.id);
  const direct = useDirectAction(command);
  const actions = rights.edit ? ticket.actions.filter(({ action }) => specOf(action)) : [];
  const start = (action: AllowedAction): void => {
    if (specOf(action.action)?.fields.length === 0) direct.run(action);
    else setOpened(action);
  };
  const buttonsFor = (id: string) => (
    <ActionButtons
      actions={actions.filter((action) => action.missionId === id)}
      pending={direct.pending}
      onStart={start}
    />
  );
  return (
    <div className={classes.actions}>
      {direct.error && <ErrorNotice error={direct.error} onRetry={direct.retry} />}
      {ticket.missions.map((mission) => (
        <MissionCard
          key={mission.id}
          mission={mission}
          isOnly={ticket.missions.length === 1}
          isFiltered={missionId === mission.id}
          onFilter={(on) => onFilter(on ? mission.id : '')}
        >
          {buttonsFor(mission.id)}
        </MissionCard>
      ))}
      {actions.some((action) => action.missionId === '') && (
        <section className={classes.panel} aria-label={TICKET.actions}>
          {buttonsFor('')}
        </section>
      )}
      {ticket.status === 'CLOSED' && (
        <Text size="sm" className="soft">
          {TICKET.closedActions}
        </Text>
      )}
      {opened && (
        <ActionDialog
          key={`${opened.action} ${opened.missionId}`}
          ticketId={ticket.id}
          allowed={opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}
