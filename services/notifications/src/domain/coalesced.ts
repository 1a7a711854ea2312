import type { Message } from './message.js';
import type { TemplateCode } from './template-codes.js';

/** What a contractor may send again and again within minutes, each time in place of the one before. */
const COALESCED: ReadonlySet<TemplateCode> = new Set<TemplateCode>([
  'quote-received.manager',
  'quote-received.notified',
]);

const MINUTE = 60_000;
/** The first is told at once; what follows within this waits for the last one. */
export const QUIET_MS = 5 * MINUTE;

type Told = Pick<Message, 'template' | 'channel' | 'missionId' | 'recipientId' | 'addresses' | 'queuedAt'>;

export const isCoalesced = ({ template }: Pick<Message, 'template'>): boolean => COALESCED.has(template);

const tellsTheSame = (one: Told, other: Told): boolean =>
  one.template === other.template &&
  one.channel === other.channel &&
  one.missionId === other.missionId &&
  one.recipientId === other.recipientId &&
  one.addresses.join() === other.addresses.join();

/**
 * How long a message waits, so that one sending tells of several in a row; 0 for what goes at once.
 * @param others of the same ticket
 */
export function quietFor(message: Told, others: readonly Told[]): number {
  if (!isCoalesced(message)) return 0;
  const at = message.queuedAt.getTime();
  const isRecent = ({ queuedAt }: Told) => queuedAt.getTime() <= at && at - queuedAt.getTime() < QUIET_MS;
  return others.some((other) => isRecent(other) && tellsTheSame(message, other)) ? QUIET_MS : 0;
}

/** Whether a later message tells the same person of what took the place of this. */
export const isReplaced = (message: Message, others: readonly Message[]): boolean =>
  isCoalesced(message) &&
  others.some((other) => other.queuedAt > message.queuedAt && tellsTheSame(message, other));
