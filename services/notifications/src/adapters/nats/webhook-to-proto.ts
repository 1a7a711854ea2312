import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { WebhookDeliverySchema, WebhookSchema } from '@intervia/contracts';
import {
  WebhookDeliveryState as DeliveryStates,
  WebhookFault as Faults,
  WebhookState as States,
} from '@intervia/contracts';
import type { Delivery } from '../../application/ports/webhooks/deliveries.js';
import type { ListedWebhook } from '../../application/webhooks/administer-webhooks.handler.js';
import type { DeliveryState, Fault, WebhookState } from '../../domain/webhooks/webhook.js';

const STATES: Readonly<Record<WebhookState, States>> = {
  active: States.ACTIVE,
  paused: States.PAUSED,
  disabled: States.DISABLED,
};
const DELIVERY_STATES: Readonly<Record<DeliveryState, DeliveryStates>> = {
  pending: DeliveryStates.PENDING,
  delivered: DeliveryStates.DELIVERED,
  failed: DeliveryStates.FAILED,
};
const FAULTS: Readonly<Record<Fault, Faults>> = {
  refused: Faults.REFUSED,
  redirected: Faults.REDIRECTED,
  'timed-out': Faults.TIMED_OUT,
  'not-reached': Faults.NOT_REACHED,
  'not-public': Faults.NOT_PUBLIC,
  gone: Faults.GONE,
};

const moment = (at: Date | undefined) => at && timestampFromDate(at);

export function toWebhookProto(webhook: ListedWebhook): MessageInitShape<typeof WebhookSchema> {
  const { id, url, types, state, createdAt, createdBy, failingSince, lastDeliveredAt, pending } = webhook;
  return {
    ...{ id, url, createdBy, pending },
    types: [...types],
    state: STATES[state],
    createdAt: timestampFromDate(createdAt),
    failingSince: moment(failingSince),
    lastDeliveredAt: moment(lastDeliveredAt),
  };
}

export function toDeliveryProto(delivery: Delivery): MessageInitShape<typeof WebhookDeliverySchema> {
  const { id, type, fact, subjectId, at, state, attempts, dueAt } = delivery;
  const { lastAttemptAt, lastStatus = 0, lastFault } = delivery;
  return {
    ...{ id, type, fact, subjectId, attempts, lastStatus },
    at: timestampFromDate(at),
    state: DELIVERY_STATES[state],
    lastAttemptAt: moment(lastAttemptAt),
    lastFault: lastFault && FAULTS[lastFault],
    nextAttemptAt: state === 'pending' ? timestampFromDate(dueAt) : undefined,
  };
}
