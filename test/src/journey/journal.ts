import { eventually } from '@intervia/testing';
import type { ApiClient } from '../platform/api-client.js';
import type { Sent } from './sent.js';

export interface JournalEntry {
  id: string;
  channel: 'MAIL' | 'SMS';
  template: string;
  recipients: string[];
  delivery: 'QUEUED' | 'SENT' | 'DELIVERED' | 'FAILED' | 'SILENCED';
}

export interface Delivered {
  channel: 'MAIL' | 'SMS';
  to: string;
  subject: string;
  /** Message-ID of a mail, tag of an SMS: the same twice is the same message twice. */
  identity: string;
}

/** A provider took it; whether it says later that it arrived is another matter. */
export function hasLeft({ delivery }: JournalEntry): boolean {
  return delivery === 'SENT' || delivery === 'DELIVERED';
}

/** The ticket's journal, once nothing waits in it any more. */
export function settledJournal(api: ApiClient, ticketId: string): Promise<JournalEntry[]> {
  return eventually(
    async () => {
      const { messages } = await api.get<{ messages: JournalEntry[] }>(`/api/tickets/${ticketId}/messages`);
      return messages.length > 0 && messages.every(({ delivery }) => delivery !== 'QUEUED')
        ? messages
        : undefined;
    },
    { timeoutMs: 60_000, intervalMs: 200, what: 'every message to have left' },
  );
}

/** Every mail and SMS about a ticket that the outside world got. */
export async function deliveredAbout(sent: Sent, number: number): Promise<Delivered[]> {
  const named = new RegExp(`\\b${number}\\b`);
  const mails = (await sent.mails())
    .filter(({ subject }) => named.test(subject))
    .flatMap(({ to, subject, messageId }) =>
      to.map((address): Delivered => ({ channel: 'MAIL', to: address, subject, identity: messageId })),
    );
  const texts = (await sent.texts())
    .filter(({ message }) => named.test(message))
    .map(({ receiver, message, tag }): Delivered => ({
      channel: 'SMS',
      to: receiver,
      subject: message,
      identity: tag,
    }));
  return [...mails, ...texts];
}
