import type { SimulatedMessage } from '../api/types.js';
import { SIMULATION } from '../fr.js';
import { MessageRow, recipientsText } from '../ui/message-list.js';
import classes from './simulation.module.css';

export function SimulatedRow({ message }: { message: SimulatedMessage }) {
  const { channel, title, at, recipientName, recipients, subject, text, delivery } = message;
  const kept = delivery === 'SILENCED' || delivery === 'FAILED' ? SIMULATION.deliveries[delivery] : undefined;
  return (
    <MessageRow
      channel={channel}
      title={title}
      at={at}
      recipients={recipientsText(recipientName, recipients)}
      fate={kept ? <span className={classes.kept}>{kept}</span> : <Cost message={message} />}
      isKept={kept !== undefined}
    >
      <p className="pre">{channel === 'SMS' ? text : subject}</p>
    </MessageRow>
  );
}

/** Mails are free. */
function Cost({ message: { channel, sms, recipients, encoding } }: { message: SimulatedMessage }) {
  if (channel !== 'SMS') return null;
  return (
    <span>
      {SIMULATION.sms(sms, recipients.length)}
      {encoding === 'UCS2' && `, ${SIMULATION.ucs2}`}
    </span>
  );
}
