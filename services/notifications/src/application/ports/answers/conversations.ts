/** With one person about one ticket. */
export interface ConversationKey {
  readonly agencyId: string;
  readonly ticketId: string;
  /** Whose answers belong to a mission or a correspondent; neither for people who are only told. */
  readonly missionId?: string;
  readonly correspondentId?: string;
  readonly addresses: readonly string[];
}

export interface Conversation extends ConversationKey {
  /** Part of the address that answers are sent to. */
  readonly ref: string;
  readonly name: string;
  /** Message-IDs of the mails to and from the person, the last ones, oldest first. */
  readonly messageIds: readonly string[];
}

/** What lets a mail be threaded by its reader, and an answer by us. */
export abstract class Conversations {
  /** Before the first message leaves, so that no answer is quicker. */
  abstract open(key: ConversationKey, name: string, smsAt?: Date): Promise<Conversation>;
  abstract addMail(ref: string, messageId: string): Promise<void>;
  abstract byRef(ref: string): Promise<Conversation | undefined>;
  /** The one that the last SMS to this number was about; `agencyId` when the number wrote to an agency's own account. */
  abstract lastBySms(mobile: string, since: Date, agencyId?: string): Promise<Conversation | undefined>;
  /** The newest one with this mail address. */
  abstract lastByMail(mail: string): Promise<Conversation | undefined>;
  abstract eraseTicket(agencyId: string, ticketId: string): Promise<void>;
}
