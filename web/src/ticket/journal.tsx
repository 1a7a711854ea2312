import { IconMail, IconMessage } from '@tabler/icons-react';
import { simulateTicket } from '../api/delivery.js';
import { useMessages } from '../api/tickets.js';
import type { Message } from '../api/types.js';
import { SimulationButton } from '../delivery/simulation-button.js';
import { CHANNELS, DELIVERIES, JOURNAL, named, SIMULATION } from '../fr.js';
import { formatDateTime } from '../lib/dates.js';
import { formatPhone } from '../lib/phones.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import classes from './journal.module.css';

interface Props {
  ticketId: string;
  /** Something will leave by itself. */
  hasTimers: boolean;
}

/** Every mail and SMS of the ticket, newest first, with what became of it. */
export function Journal({ ticketId, hasTimers }: Props) {
  return (
    <div className={classes.journal}>
      {hasTimers && (
        <SimulationButton label={SIMULATION.ofTicket} prepare={() => () => simulateTicket(ticketId)} />
      )}
      <Messages ticketId={ticketId} />
    </div>
  );
}

function Messages({ ticketId }: { ticketId: string }) {
  const { data: messages, error, refetch } = useMessages(ticketId);
  if (error && !messages) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!messages) return <Loading />;
  if (messages.length === 0) return <p className={classes.empty}>{JOURNAL.empty}</p>;
  return (
    <ul className={classes.messages}>
      {messages.toReversed().map((message) => (
        <JournalRow key={message.id} message={message} />
      ))}
    </ul>
  );
}

const ICONS = { MAIL: IconMail, SMS: IconMessage };

function JournalRow({ message }: { message: Message }) {
  const Icon = ICONS[message.channel];
  const recipients = message.recipients.map(formatPhone).join(', ');
  return (
    <li className={classes.message}>
      <Icon size={18} aria-label={CHANNELS[message.channel]} role="img" className={classes.icon} />
      <div className={classes.body}>
        <div className={classes.top}>
          <strong>{message.subject || CHANNELS[message.channel]}</strong>
          <time dateTime={message.sentAt ?? message.queuedAt}>
            {formatDateTime(message.sentAt ?? message.queuedAt)}
          </time>
        </div>
        <div className={classes.line}>
          <span>{JOURNAL.to([message.recipientName, recipients].filter(Boolean).join(' · '))}</span>
          <span className={classes.delivery} data-delivery={message.delivery}>
            {named(DELIVERIES, message.delivery)}
            {message.attempts > 1 && `, ${JOURNAL.attempts(message.attempts)}`}
          </span>
        </div>
        {message.reason && <div className={classes.reason}>{message.reason}</div>}
        {message.text && <MessageText message={message} />}
      </div>
    </li>
  );
}

/** An SMS is short enough to be read at once. */
function MessageText({ message: { channel, text } }: { message: Message }) {
  if (channel === 'SMS') return <p className={`${classes.text} pre`}>{text}</p>;
  return (
    <details className={classes.text}>
      <summary>{JOURNAL.read}</summary>
      <p className="pre">{text}</p>
    </details>
  );
}
