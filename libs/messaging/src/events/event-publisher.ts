import type { JetStreamClient } from '@nats-io/jetstream';
import type { EncodedEvent, OutgoingEvent } from './events.js';
import { encodeEvent, writeEnvelope } from './events.js';
import { eventSubject } from '../subjects.js';

/** Puts facts on the stream. Resolves once the stream has stored the event (or knew its id already). */
export abstract class EventPublisher {
  abstract publishEncoded(event: EncodedEvent): Promise<void>;

  publish(event: OutgoingEvent): Promise<void> {
    return this.publishEncoded(encodeEvent(event));
  }
}

export class JetStreamPublisher extends EventPublisher {
  constructor(private readonly stream: JetStreamClient) {
    super();
  }

  async publishEncoded(event: EncodedEvent): Promise<void> {
    await this.stream.publish(eventSubject(event.type, event.agencyId), event.data, {
      msgID: event.id,
      headers: writeEnvelope(event),
    });
  }
}
