import type { Change, Message, NoticeMessage, Reason, Sendable } from '../../../domain/message.js';

type Unborn = 'text' | 'settled' | 'refusals' | 'attempts' | 'sentAt' | 'deliveredAt';

/** `quietMs`: how long a queued one waits, so that one sending tells of several. */
export type NewMessage = Omit<Message, Unborn> & { readonly quietMs?: number };
export type NewNotice = Omit<NoticeMessage, Unborn>;

/** A message and how long its next attempt must wait. */
export interface PendingMessage {
  readonly id: string;
  readonly channel: Message['channel'];
  readonly dueInMs: number;
}

export type Claim =
  | { readonly kind: 'claimed'; readonly message: Message | NoticeMessage }
  /** Another worker has it, or it waits for its next attempt. */
  | { readonly kind: 'not-yet'; readonly dueInMs: number }
  /** Nothing is left to do. */
  | { readonly kind: 'over' };

/** The journal, and the truth of what must still be sent: the queue can be rebuilt from it. */
export abstract class Messages {
  /** Inserts those whose id is not known. */
  abstract add(messages: readonly (NewMessage | NewNotice)[]): Promise<void>;
  /** Gives the message to one worker for the time of an attempt, and counts the attempt. */
  abstract claim(id: string): Promise<Claim>;
  /** Journals that from now on the provider may have it. Throws if another worker has taken over. */
  abstract markHandedOver(message: Sendable, text: string): Promise<void>;
  /** Ends an attempt, with the event of a final state in the same write. */
  abstract settle(message: Message | NoticeMessage, change: Change): Promise<void>;
  /** Keeps back what still waits to be sent; what is with a provider goes on. */
  abstract withdraw(id: string, reason: Reason): Promise<void>;
  /** What still has to be sent, in pages by id. */
  abstract pending(afterId: string | undefined, limit: number): Promise<readonly PendingMessage[]>;
  /** Of a deleted ticket; also what still waits to be sent. */
  abstract eraseTicket(agencyId: string, ticketId: string): Promise<void>;
  /** Oldest first. */
  abstract ofTicket(agencyId: string, ticketId: string): Promise<readonly Message[]>;
}
