import type { TicketImported, TicketOpened } from './events.js';
import { quoteOf } from '../mission/mission.js';
import type { Mission, MissionKind } from '../mission/mission.js';
import type { Correspondent, DocumentKind, DocumentRef, Thread, TicketDocument } from '../values/model.js';
import type { MessageEvent, PreTicketReceived, WholeTicketEvent, TicketUpdated } from './ticket-events.js';
import { rearm, reminderAfterCorrection } from '../timers/rearm.js';
import { timersOfReopened } from '../timers/timers.js';
import type { ClosedTicket, ExistingTicket, RunningTicket, PendingTicket, Ticket } from './ticket.js';

const EMPTY = { missions: [], correspondents: [], threads: [], notes: [] } as const;

export function received({ details, attachments, at }: PreTicketReceived): PendingTicket {
  return {
    phase: 'pending',
    ...EMPTY,
    details,
    documents: asDocuments(attachments, 'ATTACHMENT', at),
    modifiedAt: at,
  };
}

/** A validated "?" keeps what it came with. */
export function opened(ticket: Ticket, { details, attachments, at }: TicketOpened): RunningTicket {
  const before = ticket.phase === 'pending' ? ticket : { ...EMPTY, documents: [] };
  return {
    ...before,
    phase: 'open',
    details,
    timers: [],
    documents: withDocuments(before.documents, asDocuments(attachments, 'ATTACHMENT', at)),
    modifiedAt: at,
  };
}

const IMPORTED_STATUS = { WORK_ORDER: 'WORK_ORDER_SENT', QUOTE: 'QUOTE_REQUESTED' } as const satisfies Record<
  MissionKind,
  string
>;

export function imported({ details, missions, documents, closedAt }: TicketImported): ClosedTicket {
  return {
    phase: 'closed',
    ...EMPTY,
    details,
    documents,
    missions: missions.map(({ id, contractor, kind, amountCents }): Mission => {
      const begun = { id, contractor, kind, exhausted: false, past: [] };
      return amountCents > 0
        ? { ...begun, status: 'INVOICE_RECEIVED', amountCents }
        : { ...begun, status: IMPORTED_STATUS[kind] };
    }),
    closedAt,
    modifiedAt: closedAt,
  };
}

/** The missions stay where they are. */
export function evolveWholeTicket(ticket: ExistingTicket, event: WholeTicketEvent): ExistingTicket {
  const modifiedAt = event.at;
  switch (event.type) {
    case 'PreTicketValidated':
    case 'ThirdPartiesInformed':
      return { ...ticket, modifiedAt };
    case 'PreTicketCancelled':
      return { ...bodyOf(ticket), phase: 'cancelled', cancelledAt: event.at, modifiedAt };
    case 'TicketUpdated':
      return updated(ticket, event);
    case 'ManagerChanged':
      return { ...ticket, details: { ...ticket.details, manager: event.manager }, modifiedAt };
    case 'ReachChanged':
      return reachChanged(ticket, event);
    case 'NoteAdded': {
      const { noteId: id, at, actor: author, html, documents } = event;
      return {
        ...ticket,
        notes: [...ticket.notes, { id, at, author, html, documents }],
        documents: withDocuments(ticket.documents, asDocuments(documents, 'NOTE', at)),
        modifiedAt,
      };
    }
    case 'MessagePosted':
    case 'MessageReceived':
      return exchanged(ticket, event);
    case 'TicketClosed':
      return { ...bodyOf(ticket), phase: 'closed', closedAt: event.at, modifiedAt };
    case 'TicketReopened':
      return { ...bodyOf(ticket), phase: 'open', timers: timersOfReopened(ticket, event.at), modifiedAt };
  }
}

function updated(ticket: ExistingTicket, { changed, attachments, at }: TicketUpdated): ExistingTicket {
  const details = { ...ticket.details, ...changed };
  const change = { missions: ticket.missions, before: ticket.details, after: details, now: at };
  return {
    ...ticket,
    details,
    ...(ticket.phase === 'open' ? { timers: rearm(ticket.timers, change) } : {}),
    documents: withDocuments(ticket.documents, asDocuments(attachments, 'ATTACHMENT', at)),
    modifiedAt: at,
  };
}

function reachChanged(
  ticket: ExistingTicket,
  event: Extract<WholeTicketEvent, { type: 'ReachChanged' }>,
): ExistingTicket {
  const { missionId, correspondentId, reach, at: modifiedAt } = event;
  const corrected = ticket.missions.find((mission) =>
    missionId ? mission.id === missionId : isWaitedFor(correspondentId, mission),
  );
  const missions = ticket.missions.map((mission) => {
    if (mission !== corrected) return mission;
    const { refused: _refused, ...reached } = mission;
    return missionId ? { ...reached, contractor: { ...mission.contractor, ...reach } } : reached;
  });
  const correspondents = ticket.correspondents.map((correspondent) =>
    correspondent.id === correspondentId
      ? { ...correspondent, person: { ...correspondent.person, ...reach } }
      : correspondent,
  );
  const changed = { ...ticket, missions, correspondents, modifiedAt };
  if (changed.phase !== 'open' || !corrected) return changed;
  return {
    ...changed,
    timers: reminderAfterCorrection(changed.timers, corrected, changed.details, modifiedAt),
  };
}

const isWaitedFor = (correspondentId: string, mission: Mission): boolean =>
  mission.status === 'QUOTE_AWAITING_APPROVAL' &&
  quoteOf(mission)?.approval?.correspondentId === correspondentId;

function exchanged(ticket: ExistingTicket, event: MessageEvent): ExistingTicket {
  const { at, actor, missionId, correspondent, threadId, messageId, subject, text, documents } = event;
  const isReceived = event.type === 'MessageReceived';
  const message = {
    ...{ id: messageId, at, actor, received: isReceived, text, documents },
    ...(event.repaired === undefined ? {} : { repaired: event.repaired }),
  };
  const thread: Thread = ticket.threads.find(({ id }) => id === threadId) ?? {
    id: threadId,
    missionId,
    correspondentId: correspondent?.id ?? '',
    subject,
    messages: [],
  };
  return {
    ...ticket,
    correspondents: correspondent
      ? withCorrespondent(ticket.correspondents, correspondent)
      : ticket.correspondents,
    threads: [
      ...ticket.threads.filter(({ id }) => id !== threadId),
      { ...thread, messages: [...thread.messages, message] },
    ],
    documents: withDocuments(ticket.documents, asDocuments(documents, 'MESSAGE', at, missionId)),
    modifiedAt: at,
  };
}

export function withCorrespondent(
  known: readonly Correspondent[],
  correspondent: Correspondent,
): readonly Correspondent[] {
  // The requester is known by the ticket itself.
  if (correspondent.role === 'REQUESTER') return known;
  return known.some(({ id }) => id === correspondent.id) ? known : [...known, correspondent];
}

/** Without what belongs to a phase only. */
function bodyOf({
  details,
  missions,
  documents,
  correspondents,
  threads,
  notes,
}: ExistingTicket): Omit<ClosedTicket, 'phase' | 'closedAt' | 'modifiedAt'> {
  return { details, missions, documents, correspondents, threads, notes };
}

export function asDocuments(
  refs: readonly DocumentRef[],
  kind: DocumentKind,
  addedAt: Date,
  missionId = '',
): TicketDocument[] {
  return refs.map((ref) => ({ ref, kind, missionId, addedAt }));
}

/** A document that is there already is not there twice. */
function withDocuments(
  known: readonly TicketDocument[],
  added: readonly TicketDocument[],
): readonly TicketDocument[] {
  const ids = new Set(known.map(({ ref }) => ref.id));
  return [...known, ...added.filter(({ ref }) => !ids.has(ref.id))];
}
