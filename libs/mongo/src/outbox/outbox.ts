import { toBinary } from '@bufbuild/protobuf';
import type { OutgoingEvent } from '@intervia/messaging';
import { Schema } from 'mongoose';

/** An event that waits in the document of its aggregate until the relay has published it. */
export interface OutboxEntry {
  _id: string;
  /** Full name of the proto message. */
  type: string;
  aggregateId: string;
  agencyId: string;
  occurredAt: Date;
  data: Buffer;
}

export interface OutboxFields {
  outbox: OutboxEntry[];
  /** Since when the outbox is not empty. */
  outboxAt?: Date;
}

/**
 * Spread into the schema of an aggregate: state and events are then written by one write of one document,
 * and no transaction is needed.
 * @example new Schema({ _id: String, ...outboxDefinition })
 */
export const outboxDefinition = {
  outbox: {
    type: [
      new Schema<OutboxEntry>({
        _id: { type: String, required: true },
        type: { type: String, required: true },
        aggregateId: { type: String, required: true },
        agencyId: { type: String, required: true },
        occurredAt: { type: Date, required: true },
        data: { type: Buffer, required: true },
      }),
    ],
    default: [],
  },
  // Partial: the index holds only what waits, so the sweep stays cheap however many documents there are.
  outboxAt: {
    type: Date,
    index: { name: 'outboxAt_waiting', partialFilterExpression: { outboxAt: { $exists: true } } },
  },
};

export function toOutboxEntry(event: OutgoingEvent): OutboxEntry {
  return {
    _id: event.id,
    type: event.schema.typeName,
    aggregateId: event.aggregateId,
    agencyId: event.agencyId,
    occurredAt: event.occurredAt,
    data: Buffer.from(toBinary(event.schema, event.message)),
  };
}

/** Fields of a document that is inserted with its first events. */
export function outboxFields(events: readonly OutgoingEvent[], at: Date): OutboxFields {
  return events.length === 0 ? { outbox: [] } : { outbox: events.map(toOutboxEntry), outboxAt: at };
}

/** The part of an update that adds events. Spread the operators together with your own `$set`. */
export function pushToOutbox(
  events: readonly OutgoingEvent[],
  at: Date,
): { $push?: { outbox: { $each: OutboxEntry[] } }; $set?: { outboxAt: Date } } {
  if (events.length === 0) return {};
  return { $push: { outbox: { $each: events.map(toOutboxEntry) } }, $set: { outboxAt: at } };
}
