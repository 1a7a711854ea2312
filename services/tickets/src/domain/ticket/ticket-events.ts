import type { Fact } from '../values/asked.js';
import type { MissionStatus } from '../mission/mission.js';
import type { Correspondent, DocumentRef, Person, TicketDetails, UserRef } from '../values/model.js';

/** A "?" came in. */
export interface PreTicketReceived extends Fact {
  readonly type: 'PreTicketReceived';
  readonly details: TicketDetails;
  readonly attachments: readonly DocumentRef[];
}

/** TicketOpened and the requests to the contractors follow. */
interface PreTicketValidated extends Fact {
  readonly type: 'PreTicketValidated';
}

interface PreTicketCancelled extends Fact {
  readonly type: 'PreTicketCancelled';
  readonly reason: string;
}

/** What UpdateTicket may change. */
export type UpdatedDetails = Partial<
  Pick<
    TicketDetails,
    | 'subject'
    | 'description'
    | 'notifiedDescription'
    | 'options'
    | 'timerSettings'
    | 'contacts'
    | 'notified'
    | 'requester'
  >
>;

export interface TicketUpdated extends Fact {
  readonly type: 'TicketUpdated';
  /** As the contract's UpdateTicketRequest names them. */
  readonly fields: readonly string[];
  readonly changed: UpdatedDetails;
  readonly attachments: readonly DocumentRef[];
}

interface ReachChanged extends Fact {
  readonly type: 'ReachChanged';
  readonly missionId: string;
  readonly correspondentId: string;
  readonly name: string;
  readonly reach: Pick<Person, 'mails' | 'mobiles' | 'channels'>;
}

interface ManagerChanged extends Fact {
  readonly type: 'ManagerChanged';
  readonly manager: UserRef;
  readonly previous: UserRef;
}

export interface NoteAdded extends Fact {
  readonly type: 'NoteAdded';
  readonly noteId: string;
  readonly html: string;
  readonly text: string;
  readonly documents: readonly DocumentRef[];
}

/** To or from a contractor or a correspondent. */
interface MessageFact extends Fact {
  /** Empty for a correspondent's. */
  readonly missionId: string;
  /** Becomes known to the ticket by it, when nobody wrote to it before. */
  readonly correspondent?: Correspondent;
  /** Of whom the message is to or from. */
  readonly name: string;
  readonly threadId: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly documents: readonly DocumentRef[];
  readonly repaired?: boolean;
}

interface MessagePosted extends MessageFact {
  readonly type: 'MessagePosted';
}

interface MessageReceived extends MessageFact {
  readonly type: 'MessageReceived';
}

export type MessageEvent = MessagePosted | MessageReceived;

interface ThirdPartiesInformed extends Fact {
  readonly type: 'ThirdPartiesInformed';
  /** The mission whose step is told. */
  readonly missionId: string;
  readonly status: MissionStatus;
  readonly persons: readonly Person[];
  readonly comment: string;
}

interface TicketClosed extends Fact {
  readonly type: 'TicketClosed';
  readonly comment: string;
}

interface TicketReopened extends Fact {
  readonly type: 'TicketReopened';
  readonly comment: string;
  /** Of what was stored by a release that did not know it, absent. */
  readonly closedAt?: Date;
}

/** Moves a ticket that is there; its missions stay where they are. */
export type WholeTicketEvent =
  | PreTicketValidated
  | PreTicketCancelled
  | TicketUpdated
  | ReachChanged
  | ManagerChanged
  | NoteAdded
  | MessageEvent
  | ThirdPartiesInformed
  | TicketClosed
  | TicketReopened;

const WHOLE_TICKET_FACTS: Readonly<Record<WholeTicketEvent['type'], true>> = {
  PreTicketValidated: true,
  PreTicketCancelled: true,
  TicketUpdated: true,
  ReachChanged: true,
  ManagerChanged: true,
  NoteAdded: true,
  MessagePosted: true,
  MessageReceived: true,
  ThirdPartiesInformed: true,
  TicketClosed: true,
  TicketReopened: true,
};

export const isOfWholeTicket = (type: string): boolean => type in WHOLE_TICKET_FACTS;

export function isWholeTicketEvent(event: { readonly type: string }): event is WholeTicketEvent {
  return isOfWholeTicket(event.type);
}
