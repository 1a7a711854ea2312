import { optionsOf } from '../../lib/ticket-options.js';
import { Title } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import type { Ticket } from '../../api/types.js';
import { CREATION, TICKET } from '../../fr.js';
import { UrgentBadge } from '../../ui/badges.js';
import { EditPencil } from './edit-pencil.js';
import classes from '../ticket.module.css';
import { TimeSpent } from '../time-spent.js';

/** Manual, "L'entête, partie centrale". */
export function HeaderSubject({ ticket }: { ticket: Ticket }) {
  const { place } = ticket;
  return (
    <section className={`${classes.panel} ${classes.subject}`} aria-label={TICKET.subject}>
      <EditPencil what={TICKET.subject} />
      <TimeSpent ticket={ticket} />
      {place && (
        <div className={classes.place}>
          <IconMapPin size={18} aria-hidden />
          <div>
            <strong>{place.label}</strong>
            <div className="soft">
              {[place.address, place.reference, place.digicode && TICKET.digicode(place.digicode)]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </div>
        </div>
      )}
      <Title order={2} size="h4" mt="sm">
        {ticket.subject} {optionsOf(ticket).urgent && <UrgentBadge />}
      </Title>
      <p className={`${classes.description} pre`}>{ticket.description}</p>
      {/* Of a "?", nothing else is known yet. */}
      {!ticket.description && (
        <Labelled label={CREATION.originalDescription} text={ticket.originalDescription} />
      )}
      <Labelled label={TICKET.notifiedDescription} text={ticket.notifiedDescription} />
    </section>
  );
}

function Labelled({ label, text }: { label: string; text: string }) {
  if (!text) return null;
  return (
    <>
      <h3 className={classes.label}>{label}</h3>
      <p className={`${classes.description} pre`}>{text}</p>
    </>
  );
}
