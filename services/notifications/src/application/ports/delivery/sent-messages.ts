import type { Receipts } from '../../../domain/late-outcome.js';
import type { Change, Message, NoticeMessage } from '../../../domain/message.js';

export interface WithReceipts {
  readonly message: Message | NoticeMessage;
  readonly receipts: Receipts;
}

/** What becomes of messages after a provider took them. */
export abstract class SentMessages {
  abstract byId(id: string): Promise<Message | NoticeMessage | undefined>;
  /** Notes the network's last word about one number, and gives what is known by then. */
  abstract addReceipt(id: string, address: string, ptt: number): Promise<WithReceipts | undefined>;
  abstract receiptsOf(id: string): Promise<WithReceipts | undefined>;
  /** Writes the change with its event; false when the message has moved on meanwhile, and nothing was written. */
  abstract conclude(message: Message | NoticeMessage, change: Change): Promise<boolean>;
  /** SMS sent since then of which the last word is not known, oldest first. */
  abstract smsWithoutLastWord(since: Date, limit: number): Promise<readonly (Message | NoticeMessage)[]>;
}
