import { AppError } from '@intervia/rules';
import type { WebhookState } from '../../../domain/webhooks/webhook.js';
import type { Sealed } from '../accounts/secrets.js';

export interface Webhook {
  readonly id: string;
  readonly agencyId: string;
  readonly url: string;
  /** Of the change feed; none: all. */
  readonly types: readonly string[];
  readonly state: WebhookState;
  readonly secret: Sealed;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** Since the first of the attempts in a row that did not arrive. */
  readonly failingSince?: Date;
  /** After an attempt that did not arrive, nothing else is tried before. */
  readonly heldUntil?: Date;
  readonly lastDeliveredAt?: Date;
}

export class WebhookNotFound extends AppError.of('WEBHOOK_NOT_FOUND', 'not-found') {}

export abstract class Webhooks {
  /** Oldest first. */
  abstract list(agencyId: string): Promise<readonly Webhook[]>;
  /** @throws WebhookNotFound */
  abstract get(agencyId: string, id: string): Promise<Webhook>;
  abstract add(webhook: Webhook): Promise<void>;
  /** `active` forgets failures and the wait after them. @throws WebhookNotFound */
  abstract setState(agencyId: string, id: string, state: WebhookState): Promise<Webhook>;
  /** One that is active. */
  abstract disable(agencyId: string, id: string): Promise<void>;
  abstract noteArrival(agencyId: string, id: string, at: Date): Promise<void>;
  abstract noteFailure(agencyId: string, id: string, at: Date, heldUntil: Date): Promise<void>;
  /** @throws WebhookNotFound */
  abstract remove(agencyId: string, id: string): Promise<void>;
}
