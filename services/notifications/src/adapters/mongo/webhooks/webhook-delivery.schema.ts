import type { Stored } from '@intervia/mongo';
import { as, optional, required, schemaOf } from '@intervia/mongo';
import type { DeliveryState, Fault } from '../../../domain/webhooks/webhook.js';

export const WEBHOOK_DELIVERY = 'WebhookDelivery';
const KEPT_SECONDS = 30 * 24 * 3_600;

const FIELDS = {
  _id: required(String),
  agencyId: required(String),
  webhookId: required(String),
  type: required(String),
  fact: required(String),
  subjectId: required(String),
  at: required(Date),
  body: required(String),
  state: as<DeliveryState>({ type: String, required: true }),
  attempts: required(Number),
  dueAt: required(Date),
  /** A worker has it until then. */
  heldUntil: optional(Date),
  /** Its webhook is paused or disabled. */
  sleeps: optional(Boolean),
  lastAttemptAt: optional(Date),
  lastStatus: optional(Number),
  lastFault: optional(as<Fault>(String)),
  /** By the machine's clock, which is also that of the server that forgets it. */
  storedAt: required(Date),
};

export type WebhookDeliveryDocument = Stored<typeof FIELDS>;

export const webhookDeliverySchema = schemaOf<WebhookDeliveryDocument>(FIELDS, {
  collection: 'webhook-deliveries',
  versionKey: false,
});
webhookDeliverySchema.index({ agencyId: 1, webhookId: 1, at: -1, _id: -1 });
webhookDeliverySchema.index({ agencyId: 1, type: 1, subjectId: 1 });
webhookDeliverySchema.index({ state: 1, _id: 1 });
webhookDeliverySchema.index({ storedAt: 1 }, { expireAfterSeconds: KEPT_SECONDS });
