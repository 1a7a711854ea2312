import { IconMail, IconMessage } from '@tabler/icons-react';
import type { SimulatedMessage } from '../api/template-types.js';
import { CHANNELS, SIMULATION } from '../fr.js';
import { formatDateTime } from '../lib/dates.js';
import { formatPhone } from '../lib/phones.js';
import classes from './delivery.module.css';

const ICONS = { MAIL: IconMail, SMS: IconMessage };

export function SimulatedRow({ message }: { message: SimulatedMessage }) {
  const { channel, title, at, recipientName, recipients, subject, text, delivery, sms, encoding } = message;
  const Icon = ICONS[channel];
  const kept = delivery === 'SILENCED' || delivery === 'FAILED' ? SIMULATION.deliveries[delivery] : undefined;
  return (
    <li className={classes.message} data-kept={kept && true}>
      <Icon size={18} aria-label={CHANNELS[channel]} role="img" className={classes.icon} />
      <div className={classes.body}>
        <div className={classes.top}>
          <strong>{title}</strong>
          <time dateTime={at}>{formatDateTime(at)}</time>
        </div>
        <div className={classes.line}>
          <span>{[recipientName, recipients.map(formatPhone).join(', ')].filter(Boolean).join(' · ')}</span>
          {kept && <span className={classes.kept}>{kept}</span>}
          {!kept && channel === 'SMS' && (
            <span>
              {SIMULATION.sms(sms, recipients.length)}
              {encoding === 'UCS2' && `, ${SIMULATION.ucs2}`}
            </span>
          )}
        </div>
        {channel === 'SMS' ? (
          <p className={`${classes.text} pre`}>{text}</p>
        ) : (
          <p className={classes.text}>{subject}</p>
        )}
      </div>
    </li>
  );
}
