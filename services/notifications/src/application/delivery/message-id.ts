import { createHash } from 'node:crypto';

const LENGTH = 40;

/** The same fact and recipient give the same id for ever: the base of "exactly once". Hexadecimal, so BullMQ and OVH take it. */
export function messageId(eventId: string, key: string): string {
  return createHash('sha256').update(`${eventId}|${key}`).digest('hex').slice(0, LENGTH);
}

/** The Message-ID of a mail, without its brackets; `from` is its sender. */
export const mailMessageId = (id: string, from: string): string =>
  `${id}@${from.slice(from.lastIndexOf('@') + 1)}`;

const MAIL_MESSAGE_ID = new RegExp(`^<?([0-9a-f]{${LENGTH}})@`);

/** The message that a Message-ID of ours names. */
export const messageOfMail = (mailId: string): string | undefined => MAIL_MESSAGE_ID.exec(mailId.trim())?.[1];
