import type { FactKind } from '../../../domain/facts/facts.js';
import type { MessageFacts } from '../../../domain/facts/message-facts.js';
import { outboxFields } from '@intervia/mongo';
import type { NewMessage, NewNotice } from '../../../application/ports/delivery/messages.js';
import type { Message, NoticeMessage } from '../../../domain/message.js';
import { messageEvents } from '../../nats/outgoing-events.js';
import type { MessageDocument } from './message.schema.js';

/** `now` is the machine's time, for the delivery; the times of the platform are in the message. */
export function toDocument(message: NewMessage | NewNotice, now: Date): MessageDocument {
  const { id, addresses, quietMs = 0, ...rest } = { quietMs: 0, ...message };
  return {
    ticketId: '',
    templateVersion: 0,
    ...rest,
    _id: id,
    addresses: [...addresses],
    settled: [],
    refusals: [],
    text: '',
    attempts: 0,
    ...(message.status === 'queued' ? { dueAt: new Date(now.getTime() + quietMs) } : {}),
    ...outboxFields(messageEvents(message, message, message.queuedAt), message.queuedAt),
  };
}

function withoutMachinery(document: MessageDocument) {
  const {
    _id: id,
    outbox: _outbox,
    outboxAt: _outboxAt,
    dueAt: _dueAt,
    receipts: _receipts,
    digestId: _digestId,
    ...rest
  } = document;
  return { ...rest, ...(rest.facts && { facts: withName(rest.facts) }), id };
}

/** Until 2026-11 facts were kept as `work-order-requested`; they bear the names of the contract's events since. */
function withName(facts: MessageFacts): MessageFacts {
  const name = facts.fact.replace(/(?:^|-)([a-z])/g, (_, first: string) => first.toUpperCase());
  return { ...facts, fact: name as FactKind };
}

/** A document with facts; the two kinds never mix (`toSendable`). */
export const toMessage = (document: MessageDocument): Message => withoutMachinery(document) as Message;

export const toSendable = (document: MessageDocument): Message | NoticeMessage =>
  document.notice ? (withoutMachinery(document) as NoticeMessage) : toMessage(document);
