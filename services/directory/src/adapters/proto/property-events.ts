import type { DescMessage, Message } from '@bufbuild/protobuf';
import {
  AccountPostedSchema,
  CafNumberSetSchema,
  NoticeGivenSchema,
  NoticeWithdrawnSchema,
  PropertyFileSavedSchema,
  RentRevisedSchema,
  SharerEnteredSchema,
  TenantDepartedSchema,
} from '@intervia/contracts';
import type { OutgoingEvent } from '@intervia/messaging';
import { randomUUID } from 'node:crypto';
import type { PropertyEvent } from '../../application/publishing/property-events.js';
import { toMessage } from './plain.js';
import { toFileMessage } from './property-file.js';

const SCHEMAS: Readonly<Record<Exclude<PropertyEvent['type'], 'PropertyFileSaved'>, DescMessage>> = {
  NoticeGiven: NoticeGivenSchema,
  NoticeWithdrawn: NoticeWithdrawnSchema,
  TenantDeparted: TenantDepartedSchema,
  SharerEntered: SharerEnteredSchema,
  RentRevised: RentRevisedSchema,
  AccountPosted: AccountPostedSchema,
  CafNumberSet: CafNumberSetSchema,
};

/** Events of one file are delivered in order. */
function aggregateOf(event: PropertyEvent): string {
  switch (event.type) {
    case 'PropertyFileSaved':
      return `${event.file.kind}/${event.file.record.id}`;
    case 'NoticeGiven':
    case 'NoticeWithdrawn':
    case 'TenantDeparted':
    case 'SharerEntered':
      return `lease/${event.tenant.lease.id}`;
    case 'RentRevised':
      return `lease/${event.lease.id}`;
    case 'AccountPosted':
      return `account/${event.posting.accountId}`;
    case 'CafNumberSet':
      return `lease/${event.leaseId}`;
  }
}

function messageOf(event: PropertyEvent): { schema: DescMessage; message: Message } {
  if (event.type !== 'PropertyFileSaved')
    return { schema: SCHEMAS[event.type], message: toMessage(SCHEMAS[event.type], event) };
  const { file, ...rest } = event;
  const message = toMessage(PropertyFileSavedSchema, rest);
  message.file = toFileMessage(file);
  return { schema: PropertyFileSavedSchema, message };
}

/** As an outbox keeps it. */
export const toOutgoing = (agencyId: string, event: PropertyEvent, occurredAt: Date): OutgoingEvent => ({
  id: randomUUID(),
  agencyId,
  aggregateId: `${agencyId}/${aggregateOf(event)}`,
  occurredAt,
  ...messageOf(event),
});
