import { create } from '@bufbuild/protobuf';
import { MessageDeliveredSchema, MessageFailedSchema, MessageSentSchema } from '@intervia/contracts';
import type { OutgoingEvent } from '@intervia/messaging';
import type { Change, Message, ReasonCode, Sendable } from '../../domain/message.js';
import { CHANNELS, reasonText } from './message-to-proto.js';

type Told = Pick<Sendable, 'id' | 'agencyId' | 'channel' | 'addresses'> &
  Partial<Pick<Message, 'ticketId' | 'template' | 'audience' | 'missionId' | 'correspondentId'>>;

/** It is the addresses that do not work, as far as anybody can tell; not our text, nor that there is none. */
const UNREACHED: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'REFUSED',
  'GIVEN_UP',
  'BOUNCED',
  'NOT_DELIVERED',
]);

/** Of those whose answer is waited for. */
function unreached({ audience, addresses }: Told, { reason }: Pick<Change, 'reason'>): readonly string[] {
  const asked = audience === 'contractor' || audience === 'correspondent';
  return asked && reason && UNREACHED.has(reason.code) ? addresses : [];
}

/** What others learn when a ticket's message gets somewhere; the id is fixed, so it cannot be told twice. Notices concern nobody else. */
export function messageEvents(
  message: Told,
  change: Pick<Change, 'status' | 'reason'>,
  at: Date,
): OutgoingEvent[] {
  if (!message.ticketId) return [];
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
    case 'delivered':
      return [
        { ...envelope, schema: MessageDeliveredSchema, message: create(MessageDeliveredSchema, facts) },
      ];
    case 'failed': {
      const failed = create(MessageFailedSchema, {
        ...facts,
        reason: reasonText(change.reason),
        missionId: message.missionId,
        correspondentId: message.correspondentId,
        refusedAddresses: [...unreached(message, change)],
      });
      return [{ ...envelope, schema: MessageFailedSchema, message: failed }];
    }
    case 'queued':
    case 'sending':
    case 'silenced':
    case 'collected':
    case 'digested':
      return [];
    default:
      return change.status satisfies never;
  }
}
