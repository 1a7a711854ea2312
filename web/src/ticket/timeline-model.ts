import type { Appointment, DocumentRef, HistoryEntry, Ticket } from '../api/types.js';
import { ACTORS, FACTS, PRESENCES, TICKET, TIMERS } from '../fr.js';
import { formatDuration } from '../lib/dates.js';

export interface TimelineItem {
  id: string;
  at: string;
  /** Manual, "Le corps du ticket": received in the centre, the manager's own actions on the right. */
  side: 'received' | 'sent';
  missionId: string;
  title: string;
  who: string;
  text: string;
  appointment?: Appointment;
  amountCents: number;
  documents: DocumentRef[];
}

const OURS: ReadonlySet<string> = new Set(['USER', 'SYSTEM']);

/** Newest first: the manual reads from bottom to top. `missionId` keeps what concerns one third party. */
export function timelineOf(ticket: Ticket, missionId = ''): TimelineItem[] {
  const entries = ticket.history.map((entry) => itemOf(entry, ticket)).reverse();
  const items =
    ticket.originalDescription || ticket.requester?.name ? [...entries, initialRequest(ticket)] : entries;
  return missionId === '' ? items : items.filter((item) => item.missionId === missionId);
}

function itemOf(entry: HistoryEntry, ticket: Ticket): TimelineItem {
  const isReceived = entry.manualEntry || !OURS.has(entry.actor.kind);
  return {
    id: entry.id,
    at: entry.at,
    side: isReceived ? 'received' : 'sent',
    missionId: entry.missionId,
    title: titleOf(entry),
    who: whoOf(entry, ticket, isReceived),
    text: textOf(entry, ticket),
    appointment: entry.appointment,
    amountCents: entry.amountCents,
    documents: entry.documents,
  };
}

/** Some facts only repeat a name that the line above tells. */
function textOf({ text, missionId }: HistoryEntry, ticket: Ticket): string {
  return text === contractorName(ticket, missionId) ? '' : text;
}

function contractorName(ticket: Ticket, missionId: string): string | undefined {
  return ticket.missions.find(({ id }) => id === missionId)?.contractor.name;
}

function titleOf({ fact, presence, lateMinutes, timer }: HistoryEntry): string {
  if (presence) {
    return lateMinutes > 0 ? `${PRESENCES[presence]} (${formatDuration(lateMinutes)})` : PRESENCES[presence];
  }
  const title = FACTS[fact] ?? fact;
  return timer ? `${title} : ${TIMERS[timer].toLowerCase()}` : title;
}

/** On the right, the contractor written to; in the centre, who answered and who typed it in. */
function whoOf({ actor, missionId, manualEntry }: HistoryEntry, ticket: Ticket, isReceived: boolean): string {
  const contractor = contractorName(ticket, missionId);
  const author = actor.name || ACTORS[actor.kind];
  if (manualEntry) return [contractor, TICKET.manualEntry(author)].filter(Boolean).join(', ');
  if (isReceived) return author;
  return contractor ? `${author} → ${contractor}` : author;
}

function initialRequest(ticket: Ticket): TimelineItem {
  return {
    id: 'request',
    at: ticket.requestedAt ?? ticket.openedAt,
    side: 'received',
    missionId: '',
    title: TICKET.request,
    who: ticket.requester?.name ?? '',
    text: ticket.originalDescription,
    amountCents: 0,
    documents: [],
  };
}
