import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Channel, Delivery } from '@intervia/contracts';
import { maskLinks } from '@intervia/rules';
import type { MessageSchema } from '@intervia/contracts';
import type { Message, Reason } from '../../domain/message.js';
import { REASONS } from './fr.js';

export const CHANNELS: Readonly<Record<Message['channel'], Channel>> = {
  mail: Channel.MAIL,
  sms: Channel.SMS,
};

const DELIVERIES: Readonly<Record<Message['status'], Delivery>> = {
  queued: Delivery.QUEUED,
  sending: Delivery.QUEUED,
  sent: Delivery.SENT,
  delivered: Delivery.DELIVERED,
  failed: Delivery.FAILED,
  silenced: Delivery.SILENCED,
  collected: Delivery.QUEUED,
  digested: Delivery.SENT,
};

export function reasonText(reason: Reason | undefined): string {
  if (!reason) return '';
  const words = REASONS[reason.code];
  return reason.detail ? `${words} : ${reason.detail}` : words;
}

export function toProto(message: Message): MessageInitShape<typeof MessageSchema> {
  return {
    id: message.id,
    ticketId: message.ticketId,
    channel: CHANNELS[message.channel],
    template: message.template,
    recipientName: message.recipientName,
    recipients: [...message.addresses],
    subject: maskLinks(message.subject),
    delivery: DELIVERIES[message.status],
    reason: maskLinks(reasonText(message.reason)),
    queuedAt: timestampFromDate(message.queuedAt),
    sentAt: message.sentAt && timestampFromDate(message.sentAt),
    attempts: message.attempts,
    text: maskLinks(message.text),
    deliveredAt: message.deliveredAt && timestampFromDate(message.deliveredAt),
    missionId: message.missionId,
    correspondentId: message.correspondentId,
  };
}
