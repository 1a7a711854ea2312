import type { Due } from './deliveries.js';

/** Work to do. May forget everything: `Deliveries` remembers. */
export abstract class WebhookQueue {
  /** Adds those it does not hold yet. */
  abstract add(deliveries: readonly Due[]): Promise<void>;
  /** At once, whatever they waited for. */
  abstract hurry(ids: readonly string[]): Promise<void>;
}
