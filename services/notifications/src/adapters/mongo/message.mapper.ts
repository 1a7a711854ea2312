import { outboxFields } from '@intervia/mongo';
import type { NewMessage } from '../../application/ports/messages.js';
import type { Message } from '../../domain/message.js';
import { messageEvents } from '../nats/outgoing-events.js';
import type { MessageDocument } from './message.schema.js';

/** `now` is the machine's time, for the delivery; the times of the platform are in the message. */
export function toDocument(message: NewMessage, now: Date): MessageDocument {
  const { id, addresses, ...rest } = message;
  return {
    ...rest,
    _id: id,
    addresses: [...addresses],
    settled: [],
    refusals: [],
    text: '',
    attempts: 0,
    ...(message.status === 'queued' ? { dueAt: now } : {}),
    ...outboxFields(messageEvents(message, message, message.queuedAt), message.queuedAt),
  };
}

export function toMessage(document: MessageDocument): Message {
  const { _id, outbox: _outbox, outboxAt: _outboxAt, dueAt: _dueAt, ...rest } = document;
  return { ...rest, id: _id };
}
