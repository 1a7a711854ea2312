import { IconMail, IconMessage } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Channel } from '../api/types.js';
import { CHANNELS } from '../fr.js';
import { formatMoment } from '../lib/dates.js';
import { formatPhone } from '../lib/phones.js';
import classes from './message-list.module.css';

/** Mails and SMS, sent or to be sent. */
export function MessageList({ children }: { children: ReactNode }) {
  return <ul className={classes.messages}>{children}</ul>;
}

interface Props {
  channel: Channel;
  title: string;
  at: string | undefined;
  /** Opposite the recipients: what became or becomes of it. */
  fate: ReactNode;
  recipients: string;
  /** It does not leave. */
  isKept?: boolean;
  children?: ReactNode;
}

export function MessageRow({ channel, title, at, recipients, fate, isKept, children }: Props) {
  return (
    <li className={classes.message} data-kept={isKept || undefined}>
      <ChannelIcon channel={channel} className={classes.icon} />
      <div className={classes.body}>
        <div className={classes.top}>
          <strong>{title}</strong>
          <time dateTime={at}>{formatMoment(at)}</time>
        </div>
        <div className={classes.line}>
          <span>{recipients}</span>
          {fate}
        </div>
        {children && <div className={classes.text}>{children}</div>}
      </div>
    </li>
  );
}

const ICONS = { MAIL: IconMail, SMS: IconMessage };

export function ChannelIcon({ channel, className }: { channel: Channel; className?: string }) {
  const Icon = ICONS[channel];
  return <Icon size={18} role="img" aria-label={CHANNELS[channel]} className={className} />;
}

/** "Marie Petit · 06 12 34 56 78, marie@exemple.fr" */
export function recipientsText(name: string, addresses: readonly string[]): string {
  return [name, addresses.map(formatPhone).join(', ')].filter(Boolean).join(' · ');
}
