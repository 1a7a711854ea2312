import { AppError } from '@intervia/rules';
import type { Attempted, DeliveryState, Fault } from '../../../domain/webhooks/webhook.js';

/** One change for one webhook. */
export interface Delivery {
  /** The `webhook-id`: the same in each attempt and replay. */
  readonly id: string;
  readonly agencyId: string;
  readonly webhookId: string;
  readonly type: string;
  readonly fact: string;
  readonly subjectId: string;
  readonly at: Date;
  /** What is sent, to the byte. */
  readonly body: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly lastAttemptAt?: Date;
  readonly lastStatus?: number;
  readonly lastFault?: Fault;
}

export type NewDelivery = Omit<Delivery, 'state' | 'attempts' | 'dueAt'>;

/** To be tried, when nobody else tries it. */
export interface Due {
  readonly id: string;
  readonly dueInMs: number;
}

export interface DeliveryPage {
  readonly deliveries: readonly Delivery[];
  readonly nextCursor: string;
}

export class WebhookDeliveryNotFound extends AppError.of('WEBHOOK_DELIVERY_NOT_FOUND', 'not-found') {}

/** The journal, and what is still to be sent. Kept for thirty days. */
export abstract class Deliveries {
  /** Those that are new: an id is told once. */
  abstract add(deliveries: readonly NewDelivery[], now: Date): Promise<void>;
  abstract get(id: string): Promise<Delivery | undefined>;
  /** For one worker alone, for a minute. @returns nothing when it is over, not due, or another's */
  abstract claim(id: string, now: Date): Promise<Delivery | undefined>;
  abstract settle(
    delivery: Delivery,
    outcome: Attempted & { readonly state: DeliveryState; readonly at: Date; readonly dueAt: Date },
  ): Promise<void>;
  /** Puts it off, without an attempt. */
  abstract postpone(delivery: Delivery, dueAt: Date): Promise<void>;
  /** Until its webhook goes on. */
  abstract putToSleep(delivery: Delivery): Promise<void>;
  /** Of any agency, by id; those that sleep are left out. */
  abstract pending(after: string | undefined, limit: number, now: Date): Promise<readonly Due[]>;
  /** Those of a webhook that goes on: due at once. @returns the ids of the first of them; the sweep finds the rest */
  abstract wake(agencyId: string, webhookId: string, now: Date): Promise<readonly string[]>;
  abstract countPending(agencyId: string, webhookId: string): Promise<number>;
  /** Newest first. */
  abstract list(agencyId: string, webhookId: string, limit: number, cursor: string): Promise<DeliveryPage>;
  /** Due at once, with its first attempt before it. @throws WebhookDeliveryNotFound */
  abstract replay(agencyId: string, webhookId: string, id: string, now: Date): Promise<Delivery>;
  abstract removeOf(agencyId: string, webhookId: string): Promise<void>;
  /** What is known of a ticket that was deleted, or of a person in it. */
  abstract eraseSubject(agencyId: string, type: string, subjectId: string): Promise<void>;
}
