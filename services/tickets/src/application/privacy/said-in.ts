import type { HistoryEntry } from '../../domain/history/record.js';
import type { Note, ThreadMessage } from '../../domain/values/model.js';
import type { TicketPage, TicketRecord } from '../ports/tickets.js';

interface SaidInTicket {
  /** From the beginning. */
  readonly history: readonly HistoryEntry[];
  readonly messages: readonly { readonly with: string; readonly message: ThreadMessage }[];
  readonly notes: readonly Note[];
}

/** All that was said in a ticket, on its pages too. */
export function saidIn(
  { ticket, history, earlier }: TicketRecord,
  pages: readonly TicketPage[],
): SaidInTicket {
  const of = <T>(part: string, until: number): T[] =>
    pages
      .filter((page) => page.part === part && page.from < until)
      .toSorted((a, b) => a.from - b.from)
      .flatMap(({ entries, from }) => entries.slice(0, until - from) as T[]);
  return {
    history: [...of<HistoryEntry>('history', earlier.history), ...history],
    notes: [...of<Note>('notes', earlier.notes), ...ticket.notes],
    messages: ticket.threads.flatMap(({ id, correspondentId, missionId, earlier: before, messages }) =>
      [...of<ThreadMessage>(`thread:${id}`, before ?? 0), ...messages].map((message) => ({
        with: correspondentId || missionId,
        message,
      })),
    ),
  };
}
