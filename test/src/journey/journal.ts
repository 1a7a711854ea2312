import { eventually } from '@intervia/testing';
import type { ApiClient } from '../platform/api-client.js';
import type { Sent } from './sent.js';

export interface JournalEntry {
  id: string;
  channel: 'MAIL' | 'SMS';
  template: string;
  recipients: string[];
  delivery: 'QUEUED' | 'SENT' | 'FAILED' | 'SILENCED';
}

interface Delivered {
  channel: 'MAIL' | 'SMS';
  to: string;
  subject: string;
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
    .flatMap(({ to, subject }) =>
      to.map((address): Delivered => ({ channel: 'MAIL', to: address, subject })),
    );
  const texts = (await sent.texts())
    .filter(({ message }) => named.test(message))
    .map(({ receiver, message }): Delivered => ({ channel: 'SMS', to: receiver, subject: message }));
  return [...mails, ...texts];
}
