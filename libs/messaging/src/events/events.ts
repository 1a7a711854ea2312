import type { DescMessage, Message } from '@bufbuild/protobuf';
import { toBinary } from '@bufbuild/protobuf';
import { headers } from '@nats-io/transport-node';
import type { MsgHdrs } from '@nats-io/transport-node';

/** A fact as the application hands it over. */
export interface OutgoingEvent {
  /** Unique; JetStream drops a second publication of the same id. */
  id: string;
  agencyId: string;
  /** Events of one aggregate are delivered in order. */
  aggregateId: string;
  occurredAt: Date;
  schema: DescMessage;
  message: Message;
}

/** A fact as an outbox keeps it. */
export interface EncodedEvent {
  id: string;
  agencyId: string;
  aggregateId: string;
  occurredAt: Date;
  /** Full name of the proto message. */
  type: string;
  data: Uint8Array;
}

/** The envelope of a received event. */
export interface EventMeta {
  id: string;
  agencyId: string;
  aggregateId: string;
  occurredAt: Date;
  type: string;
  /** Place in the stream; grows with time. */
  sequence: number;
  /** 1 the first time. */
  deliveries: number;
}

export function encodeEvent(event: OutgoingEvent): EncodedEvent {
  const { id, agencyId, aggregateId, occurredAt, schema, message } = event;
  return { id, agencyId, aggregateId, occurredAt, type: schema.typeName, data: toBinary(schema, message) };
}

export const HEADER = {
  id: 'Intervia-Id',
  type: 'Intervia-Type',
  agency: 'Intervia-Agency',
  aggregate: 'Intervia-Aggregate',
  occurredAt: 'Intervia-Occurred-At',
  error: 'Intervia-Error',
} as const;

export function writeEnvelope(event: EncodedEvent): MsgHdrs {
  const envelope = headers();
  envelope.set(HEADER.id, event.id);
  envelope.set(HEADER.type, event.type);
  envelope.set(HEADER.agency, event.agencyId);
  envelope.set(HEADER.aggregate, event.aggregateId);
  envelope.set(HEADER.occurredAt, event.occurredAt.toISOString());
  return envelope;
}

export function readEnvelope(envelope: MsgHdrs | undefined, sequence: number, deliveries: number): EventMeta {
  const read = (name: string): string => envelope?.get(name) ?? '';
  return {
    id: read(HEADER.id),
    agencyId: read(HEADER.agency),
    aggregateId: read(HEADER.aggregate),
    occurredAt: new Date(read(HEADER.occurredAt)),
    type: read(HEADER.type),
    sequence,
    deliveries,
  };
}
