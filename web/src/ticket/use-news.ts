import { useState } from 'react';
import type { Ticket } from '../api/types.js';
import { TICKET } from '../fr.js';
import { timelineOf } from './history/timeline-model.js';

/** What happened since the page was opened: marked on screen, and said aloud. */
export function useNews(ticket: Ticket): { isNew: (entryId: string) => boolean; announcement: string } {
  const [known] = useState(() => new Set(['request', ...ticket.history.map((entry) => entry.id)]));
  const newest = timelineOf(ticket)[0];
  const isNew = (entryId: string): boolean => !known.has(entryId);
  return { isNew, announcement: newest && isNew(newest.id) ? TICKET.changed(newest.title) : '' };
}
