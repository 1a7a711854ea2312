import type { Appointment, DocumentRef, HistoryEntry, Ticket } from '../../api/types.js';
import {
  ACTIONS,
  ACTORS,
  AGREEMENT_MEANS,
  APPROVALS,
  ERRORS,
  FACTS,
  LINKS,
  named,
  PRESENCES,
  STATUSES,
  TICKET,
  TIMERS,
  UPDATED_FIELDS,
} from '../../fr.js';
import { formatDuration, formatMoment } from '../../lib/dates.js';

export interface TimelineItem {
  id: string;
  at: string;
  /** Manual, "Le corps du ticket": received in the centre, the manager's own actions on the right. */
  side: 'received' | 'sent';
  title: string;
  who: string;
  /** From where an answer through a personal link came. */
  trace?: string;
  text: string;
  appointment?: Appointment;
  amountCents: number;
  documents: DocumentRef[];
  isRefused: boolean;
}

const OURS: ReadonlySet<string> = new Set(['USER', 'SYSTEM']);
/** They come from outside, also when a program brings them in the name of a user. */
const RECEIVED: ReadonlySet<string> = new Set(['PreTicketReceived', 'MessageReceived']);

/** Newest first: the manual reads from bottom to top. `partyId` (mission or correspondent) keeps one third party. */
export function timelineOf(ticket: Ticket, partyId = ''): TimelineItem[] {
  const shown = ticket.history.filter((entry) => partyId === '' || concerns(entry, partyId));
  const items = shown.map((entry) => itemOf(entry, ticket)).reverse();
  const hasRequest = Boolean(ticket.originalDescription || ticket.requester?.name);
  return partyId === '' && hasRequest ? [...items, initialRequest(ticket)] : items;
}

function concerns({ missionId, correspondentId }: HistoryEntry, partyId: string): boolean {
  return missionId === partyId || correspondentId === partyId;
}

function itemOf(entry: HistoryEntry, ticket: Ticket): TimelineItem {
  const isReceived = entry.manualEntry || RECEIVED.has(entry.fact) || !OURS.has(entry.actor.kind);
  return {
    id: entry.id,
    at: entry.at,
    side: isReceived ? 'received' : 'sent',
    title: titleOf(entry),
    who: whoOf(entry, ticket, isReceived),
    ...traceOf(entry),
    text: textOf(entry, ticket),
    appointment: entry.appointment,
    amountCents: entry.amountCents,
    documents: entry.documents,
    isRefused: entry.fact === 'ActionRefused',
  };
}

/** What the text of a fact holds besides a comment: names of fields, or a name that the line above tells. */
function textOf({ fact, text, refusal, missionId }: HistoryEntry, ticket: Ticket): string {
  if (fact === 'ActionRefused') return ERRORS[refusal] ?? refusal;
  if (fact === 'TicketUpdated') {
    return text
      .split(', ')
      .map((field) => named(UPDATED_FIELDS, field))
      .join(', ');
  }
  return text === contractorName(ticket, missionId) ? '' : text;
}

function contractorName(ticket: Ticket, missionId: string): string | undefined {
  return ticket.missions.find(({ id }) => id === missionId)?.contractor.name;
}

/** What tells more of a fact than its name. */
const DETAILS: Readonly<Record<string, (entry: HistoryEntry) => string | undefined>> = {
  ActionRefused: ({ action }) => action && named(ACTIONS, action),
  SteppedBack: ({ status }) => status && named(STATUSES, status),
  ThirdPartiesInformed: ({ status }) => status && named(STATUSES, status),
};

function titleOf(entry: HistoryEntry): string {
  const { fact, presence, lateMinutes, timer, approved, means, saidAt } = entry;
  if (presence) {
    const answer = named(PRESENCES, presence);
    return lateMinutes > 0 ? `${answer} (${formatDuration(lateMinutes)})` : answer;
  }
  if (fact === 'ApprovalAnswered') {
    const answer = approved ? APPROVALS.approved : APPROVALS.rejected;
    return means && saidAt ? TICKET.agreement(answer, AGREEMENT_MEANS[means], formatMoment(saidAt)) : answer;
  }
  const detail = timer ? named(TIMERS, timer) : Object.hasOwn(DETAILS, fact) && DETAILS[fact]?.(entry);
  const title = named(FACTS, fact);
  return detail ? `${title} : ${detail.charAt(0).toLowerCase()}${detail.slice(1)}` : title;
}

/** On the right, who was written to; in the centre, who answered and who typed it in. */
function whoOf(entry: HistoryEntry, ticket: Ticket, isReceived: boolean): string {
  const { actor, missionId, manualEntry, names } = entry;
  const contractor = contractorName(ticket, missionId);
  const author = actor.name || named(ACTORS, actor.kind);
  if (manualEntry) {
    const speaker = names.join(', ') || contractor;
    return [speaker, TICKET.manualEntry(author)].filter(Boolean).join(', ');
  }
  if (isReceived) return author;
  const concerned = names.length > 0 ? names.join(', ') : contractor;
  return concerned ? `${author} → ${concerned}` : author;
}

function traceOf({ actor: { trace } }: HistoryEntry): Pick<TimelineItem, 'trace'> {
  return trace ? { trace: LINKS.trace(trace.link, trace.address, trace.device) } : {};
}

function initialRequest(ticket: Ticket): TimelineItem {
  return {
    id: 'request',
    at: ticket.requestedAt ?? ticket.openedAt,
    side: 'received',
    title: TICKET.request,
    who: ticket.requester?.name ?? '',
    text: ticket.originalDescription,
    amountCents: 0,
    documents: [],
    isRefused: false,
  };
}
