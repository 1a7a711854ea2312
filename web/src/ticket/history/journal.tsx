import { simulateTicket } from '../../api/delivery.js';
import { useMessages } from '../../api/tickets.js';
import type { Message } from '../../api/types.js';
import { SimulationButton } from '../../simulation/simulation-button.js';
import { CHANNELS, DELIVERIES, JOURNAL, named, SIMULATION } from '../../fr.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { MessageList, MessageRow, recipientsText } from '../../ui/message-list.js';
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
    <MessageList>
      {messages.toReversed().map((message) => (
        <JournalRow key={message.id} message={message} />
      ))}
    </MessageList>
  );
}

function JournalRow({ message }: { message: Message }) {
  const { channel, subject, sentAt, queuedAt, recipientName, recipients, delivery, attempts } = message;
  return (
    <MessageRow
      channel={channel}
      title={subject || CHANNELS[channel]}
      at={sentAt ?? queuedAt}
      recipients={JOURNAL.to(recipientsText(recipientName, recipients))}
      fate={
        <span className={classes.delivery} data-delivery={delivery}>
          {named(DELIVERIES, delivery)}
          {attempts > 1 && `, ${JOURNAL.attempts(attempts)}`}
        </span>
      }
    >
      {message.reason && <p className={classes.reason}>{message.reason}</p>}
      {message.text && <MessageText message={message} />}
    </MessageRow>
  );
}

/** An SMS is short enough to be read at once. */
function MessageText({ message: { channel, text } }: { message: Message }) {
  if (channel === 'SMS') return <p className="pre">{text}</p>;
  return (
    <details className={classes.text}>
      <summary>{JOURNAL.read}</summary>
      <p className="pre">{text}</p>
    </details>
  );
}
