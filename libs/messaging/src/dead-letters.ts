import type { JetStreamManager } from '@nats-io/jetstream';

/** An event that a service gave up on. */
export interface DeadLetter {
  sequence: number;
  service: string;
  reason: string;
  deliveries: number;
  diedAt: Date;
  id: string;
  type: string;
  agencyId: string;
  aggregateId: string;
  occurredAt: Date;
  data: Uint8Array;
}

export interface DeadLetterFilter {
  service?: string;
  limit?: number;
}

/** What an operator does with dead letters: read them, and once the cause is mended, deliver them again. */
export class DeadLetters {
  constructor(private readonly manager: JetStreamManager) {}

  async list(_filter: DeadLetterFilter = {}): Promise<DeadLetter[]> {
    throw new Error(`not written yet ${typeof this.manager}`);
  }

  /** Delivers the event again to the service that gave up, and to no other, then forgets the letter. */
  async replay(_sequence: number): Promise<void> {
    throw new Error('not written yet');
  }
}
