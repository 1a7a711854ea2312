import type { Ticket } from '../api/types.js';
import { SOURCES, TICKET, VISIBILITIES } from '../fr.js';
import { formatCents } from '../lib/money.js';
import { Fact, Facts } from './facts.js';
import { People } from './people.js';
import classes from './ticket.module.css';
import { Timers } from './timers.js';

/** Manual, "L'entête, partie gauche". */
export function HeaderIdentity({ ticket }: { ticket: Ticket }) {
  return (
    <section className={`${classes.panel} ${classes.identity}`} aria-label={TICKET.identity}>
      <Facts>
        <Fact name={TICKET.amount}>
          {ticket.amountCents > 0 && (
            <strong className={classes.amount}>{formatCents(ticket.amountCents)}</strong>
          )}
        </Fact>
        <Fact name={TICKET.requester}>{ticket.requester?.name}</Fact>
        <Fact name={TICKET.source}>{ticket.source && SOURCES[ticket.source]}</Fact>
        <Fact name={TICKET.createdBy}>{ticket.creator?.name}</Fact>
        <Fact name={TICKET.manager}>{ticket.manager?.name}</Fact>
        <Fact name={TICKET.contacts}>
          <People people={ticket.contacts} />
        </Fact>
        <Fact name={TICKET.notified}>
          <People people={ticket.notified} />
        </Fact>
        <Fact name={TICKET.timers}>
          <Timers ticket={ticket} />
        </Fact>
        <Fact name={TICKET.options}>
          <Options ticket={ticket} />
        </Fact>
        <Fact name={TICKET.visibility}>{ticket.visibility && VISIBILITIES[ticket.visibility]}</Fact>
      </Facts>
    </section>
  );
}

const OPTIONS = ['silent', 'askPresence', 'notifyReminders', 'sendOwner'] as const;

function Options({ ticket }: { ticket: Ticket }) {
  return (
    <ul className={classes.options}>
      {OPTIONS.map((option) => (
        <li key={option} data-on={ticket[option] || undefined}>
          {TICKET[option]} : {ticket[option] ? TICKET.yes : TICKET.no}
        </li>
      ))}
    </ul>
  );
}
