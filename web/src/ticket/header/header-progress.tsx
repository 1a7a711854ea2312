import type { Mission, Ticket } from '../../api/types.js';
import { TICKET } from '../../fr.js';
import { formatDuration, formatMoment } from '../../lib/dates.js';
import { RefusedBadge, StatusBadge } from '../../ui/badges.js';
import { DocumentStrip } from '../documents/document-strip.js';
import { Fact, Facts } from './facts.js';
import classes from '../ticket.module.css';

/** Manual, "L'entête, partie droite". */
export function HeaderProgress({ ticket }: { ticket: Ticket }) {
  const single = ticket.missions.length === 1 ? ticket.missions[0] : undefined;
  return (
    <section className={`${classes.panel} ${classes.progress}`} aria-label={TICKET.progress}>
      <Facts>
        <Fact name={TICKET.step}>
          <StatusBadge status={ticket.status} colour={ticket.colour} />{' '}
          {ticket.missions.some(({ refusedAddresses }) => refusedAddresses.length > 0) && <RefusedBadge />}
        </Fact>
        <Fact name={TICKET.openedAt}>{formatMoment(ticket.openedAt)}</Fact>
        <Fact name={TICKET.closedAt}>{formatMoment(ticket.closedAt)}</Fact>
        <Fact name={TICKET.appointment}>{single && appointmentText(single)}</Fact>
      </Facts>
      <h2 className={classes.label}>{TICKET.documents}</h2>
      <DocumentStrip ticketId={ticket.id} documents={ticket.documents} />
    </section>
  );
}

/** "jeudi 5 mars à 14 h 30, durée prévue 1 h (retard annoncé : 20 min)"; nobody comes whose order was taken back. */
export function appointmentText({ appointment, lateMinutes, status }: Mission): string {
  if (!appointment || status === 'REPLACED') return '';
  const planned = TICKET.on(formatMoment(appointment.start), formatDuration(appointment.durationMinutes));
  return lateMinutes > 0 ? `${planned} (${TICKET.late(formatDuration(lateMinutes))})` : planned;
}
