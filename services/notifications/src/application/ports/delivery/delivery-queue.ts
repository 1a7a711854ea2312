import type { PendingMessage } from './messages.js';

/** Work to do, in order and at the channel's rate. May forget everything: `Messages` remembers. */
export abstract class DeliveryQueue {
  /** Adds those it does not hold yet. */
  abstract add(messages: readonly PendingMessage[]): Promise<void>;
}
