import { optionsOf } from '../../lib/ticket-options.js';
import { OPTION_WORDS } from '@intervia/french/words';
import type { Ticket } from '../../api/types.js';
import { named, SOURCES, TICKET, TIMER_NAMES, VISIBILITIES } from '../../fr.js';
import { formatDelay } from '../../lib/dates.js';
import { formatCents } from '../../lib/money.js';
import { timersOfType } from '../../timers/typed-timers.js';
import { EditPencil } from './edit-pencil.js';
import { Fact, Facts } from './facts.js';
import { HeaderOptions } from './header-options.js';
import { People } from '../people.js';
import { isQuote } from '../quotes/quotes-model.js';
import classes from '../ticket.module.css';
import { Timers } from '../timers.js';

/** Manual, "L'entête, partie gauche". */
export function HeaderIdentity({ ticket }: { ticket: Ticket }) {
  return (
    <section className={`${classes.panel} ${classes.identity}`} aria-label={TICKET.identity}>
      <EditPencil what={TICKET.identity} />
      <Facts>
        <Fact name={TICKET.amount}>
          {ticket.amountCents > 0 && (
            <strong className={classes.amount}>{formatCents(ticket.amountCents)}</strong>
          )}
        </Fact>
        <Fact name={TICKET.origin}>{originOf(ticket)}</Fact>
        <Fact name={TICKET.createdBy}>{ticket.creator?.name}</Fact>
        <Fact name={TICKET.manager}>{ticket.manager?.name}</Fact>
        <Fact name={TICKET.owner}>{ticket.place?.ownerName}</Fact>
        <Fact name={TICKET.contacts}>
          <People people={ticket.contacts} />
        </Fact>
        <Fact name={TICKET.notified}>
          <People people={ticket.notified} />
        </Fact>
        <Fact name={TICKET.timers}>
          <Timers ticket={ticket} />
        </Fact>
        <Fact name={TICKET.delays}>
          <Delays ticket={ticket} />
        </Fact>
        <Fact name={OPTION_WORDS.visibility.short}>{VISIBILITIES[optionsOf(ticket).visibility]}</Fact>
      </Facts>
      <HeaderOptions ticket={ticket} />
    </section>
  );
}

/** Manual, "le sigle « I »": who asked, and through what. */
function originOf({ requester, source }: Ticket): string {
  return [requester?.name, source && named(SOURCES, source)].filter(Boolean).join(' · ');
}

/** Manual, "Délais de relance (uniquement la facture si ODS…)". */
function Delays({ ticket }: { ticket: Ticket }) {
  const { timerSettings } = ticket;
  if (!timerSettings) return null;
  const lines = timersOfType(isQuote(ticket)).flatMap((name) => {
    const setting = timerSettings[name];
    if (typeof setting === 'number') return setting > 0 ? [TICKET.visit(setting)] : [];
    if (!setting || !('hours' in setting)) return [];
    return [TICKET.delay(TIMER_NAMES[name], formatDelay(setting.hours ?? 0), setting.maximum ?? 0)];
  });
  return (
    <details>
      <summary>{TICKET.showDelays}</summary>
      <ul className={classes.people}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
