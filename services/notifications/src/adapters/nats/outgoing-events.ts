import { create } from '@bufbuild/protobuf';
import { MessageFailedSchema, MessageSentSchema } from '@intervia/contracts';
import type { OutgoingEvent } from '@intervia/messaging';
import type { NewMessage } from '../../application/ports/messages.js';
import type { Change } from '../../domain/message.js';
import { CHANNELS, reasonText } from './message-to-proto.js';

type Told = Pick<NewMessage, 'id' | 'agencyId' | 'ticketId' | 'channel' | 'template'>;

/** What others learn when a message reaches a final state; its id is fixed, so it cannot be told twice. */
export function messageEvents(
  message: Told,
  change: Pick<Change, 'status' | 'reason'>,
  at: Date,
): OutgoingEvent[] {
  const envelope = {
    id: `${message.id}-${change.status}`,
    agencyId: message.agencyId,
    aggregateId: message.id,
    occurredAt: at,
  };
  const facts = {
    messageId: message.id,
    ticketId: message.ticketId,
    channel: CHANNELS[message.channel],
    template: message.template,
  };
  switch (change.status) {
    case 'sent':
      return [{ ...envelope, schema: MessageSentSchema, message: create(MessageSentSchema, facts) }];
    case 'failed': {
      const failed = create(MessageFailedSchema, { ...facts, reason: reasonText(change.reason) });
      return [{ ...envelope, schema: MessageFailedSchema, message: failed }];
    }
    case 'queued':
    case 'sending':
    case 'silenced':
      return [];
    default:
      return change.status satisfies never;
  }
}
