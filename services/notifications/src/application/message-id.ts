import { createHash } from 'node:crypto';

const LENGTH = 40;

/** The same fact and recipient give the same id for ever: the base of "exactly once". Hexadecimal, so BullMQ and OVH take it. */
export function messageId(eventId: string, key: string): string {
  return createHash('sha256').update(`${eventId}|${key}`).digest('hex').slice(0, LENGTH);
}
