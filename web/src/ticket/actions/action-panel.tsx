import { Text } from '@mantine/core';
import type { Ticket } from '../../api/types.js';
import { TICKET } from '../../fr.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import classes from '../ticket.module.css';
import { ActionButtons } from './action-buttons.js';
import { CorrespondentCard } from './correspondent-card.js';
import { MissionCard } from './mission-card.js';
import { useTicketActions } from './ticket-actions.js';

interface Props {
  ticket: Ticket;
  /** The mission or correspondent of the simplified reading; empty for everyone. */
  partyId: string;
  onFilter: (partyId: string) => void;
}

/** Manual, "Le corps du ticket, partie gauche": what the server allows now, the next step first. */
export function ActionPanel({ ticket, partyId, onFilter }: Props) {
  const { allowed, error, retry, panelRef } = useTicketActions();
  const filterOf = (id: string) => ({
    isFiltered: partyId === id,
    onFilter: (on: boolean) => onFilter(on ? id : ''),
  });
  return (
    <div ref={panelRef} tabIndex={-1} role="group" aria-label={TICKET.actions} className={classes.actions}>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {ticket.missions.map((mission) => (
        <MissionCard
          key={mission.id}
          ticket={ticket}
          mission={mission}
          isOnly={ticket.missions.length === 1}
          {...filterOf(mission.id)}
        />
      ))}
      {ticket.correspondents.map((correspondent) => (
        <CorrespondentCard
          ticketId={ticket.id}
          key={correspondent.id}
          correspondent={correspondent}
          {...filterOf(correspondent.id)}
        />
      ))}
      {allowed.some((action) => action.missionId === '') && (
        <section className={classes.panel} aria-label={TICKET.ofTicket}>
          <ActionButtons missionId="" />
        </section>
      )}
      {ticket.status === 'CLOSED' && (
        <Text size="sm" className="soft">
          {TICKET.closedActions}
        </Text>
      )}
    </div>
  );
}
