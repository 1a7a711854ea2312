import { FACTS_OF_THIRD_PARTIES } from '../mission/steps.js';
import type { RecordedEvent, TicketEvent } from '../ticket/events.js';
import type { MissionCommand } from '../mission/mission-commands.js';
import { historyOfMission } from './mission-history.js';
import type { WholeTicketCommand } from '../ticket/ticket-commands.js';
import { isWholeTicketEvent } from '../ticket/ticket-events.js';
import type { WholeTicketEvent } from '../ticket/ticket-events.js';
import { REFUSED } from './record.js';
import type { HistoryRecord, HistoryDetails } from './record.js';

/** What history keeps of an attempt that was refused. */
export function refusalOf(
  { type, actor, now, ...command }: MissionCommand | WholeTicketCommand,
  code: string,
): HistoryRecord {
  return {
    at: now,
    actor,
    manualEntry: false,
    missionId: 'missionId' in command ? command.missionId : '',
    fact: REFUSED,
    text: '',
    documents: [],
    amountCents: 0,
    lateMinutes: 0,
    names: [],
    action: type,
    refusal: code,
  };
}

export function isSameAttempt(a: HistoryRecord, b: HistoryRecord): boolean {
  return (
    a.fact === REFUSED &&
    a.actor.kind === b.actor.kind &&
    a.actor.id === b.actor.id &&
    a.action === b.action &&
    a.missionId === b.missionId &&
    a.refusal === b.refusal
  );
}

/** By a user, these too were entered in a third party's place. */
const ENTERED_FOR_OTHERS: ReadonlySet<RecordedEvent['type']> = new Set([
  ...FACTS_OF_THIRD_PARTIES,
  'ReadingAcknowledged',
  'MessageReceived',
]);

/** A deferral of the sweep is no fact of the ticket. */
export function isRecorded(event: TicketEvent): event is RecordedEvent {
  return event.type !== 'TimerDeferred';
}

export function recordOf(event: RecordedEvent): HistoryRecord {
  return {
    at: event.at,
    actor: event.actor,
    manualEntry: event.actor.kind === 'USER' && ENTERED_FOR_OTHERS.has(event.type),
    missionId: 'missionId' in event ? event.missionId : '',
    fact: event.type,
    ...('continues' in event && event.continues ? { continues: true } : {}),
    text: '',
    documents: [],
    amountCents: 0,
    lateMinutes: 0,
    names: [],
    ...historyOf(event),
  };
}

function historyOf(event: RecordedEvent): HistoryDetails {
  if (event.type === 'PreTicketReceived' || event.type === 'TicketOpened') {
    return { text: event.details.subject, documents: event.attachments };
  }
  if (event.type === 'TicketImported') {
    return { text: event.details.subject, documents: event.documents.map(({ ref }) => ref) };
  }
  return isWholeTicketEvent(event) ? historyOfTicket(event) : historyOfMission(event);
}

function historyOfTicket(event: WholeTicketEvent): HistoryDetails {
  switch (event.type) {
    case 'PreTicketValidated':
      return {};
    case 'PreTicketCancelled':
      return { text: event.reason };
    case 'TicketUpdated':
      return { text: event.fields.join(', '), documents: event.attachments };
    case 'ReachChanged':
      return {
        text: [...event.reach.mails, ...event.reach.mobiles].join(', '),
        names: [event.name],
        correspondentId: event.correspondentId || undefined,
      };
    case 'ManagerChanged':
      return { names: [event.manager.name] };
    case 'NoteAdded':
      return { text: event.text, documents: event.documents };
    case 'MessagePosted':
    case 'MessageReceived':
      return {
        text: event.text,
        documents: event.documents,
        names: [event.name],
        correspondentId: event.correspondent?.id,
      };
    case 'ThirdPartiesInformed':
      return { text: event.comment, names: event.persons.map(({ name }) => name), status: event.status };
    case 'TicketClosed':
    case 'TicketReopened':
      return { text: event.comment };
  }
}
