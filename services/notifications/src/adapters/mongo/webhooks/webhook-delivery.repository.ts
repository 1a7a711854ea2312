import { insertNew } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, QueryFilter } from 'mongoose';
import type {
  Delivery,
  DeliveryPage,
  Due,
  NewDelivery,
} from '../../../application/ports/webhooks/deliveries.js';
import { Deliveries, WebhookDeliveryNotFound } from '../../../application/ports/webhooks/deliveries.js';
import type { Attempted, DeliveryState } from '../../../domain/webhooks/webhook.js';
import type { WebhookDeliveryDocument } from './webhook-delivery.schema.js';
import { WEBHOOK_DELIVERY } from './webhook-delivery.schema.js';

type Filter = QueryFilter<WebhookDeliveryDocument>;

/** Longer than an attempt may last. */
const HELD_MS = 60_000;
/** Of a webhook that goes on; the rest is found by the sweep within a minute. */
const FIRST_WOKEN = 500;

@Injectable()
export class WebhookDeliveryRepository extends Deliveries {
  constructor(@InjectModel(WEBHOOK_DELIVERY) private readonly model: Model<WebhookDeliveryDocument>) {
    super();
  }

  async add(deliveries: readonly NewDelivery[], now: Date): Promise<void> {
    const storedAt = new Date();
    const documents = deliveries.map(({ id, ...rest }): WebhookDeliveryDocument => ({
      _id: id,
      ...rest,
      ...{ state: 'pending', attempts: 0, dueAt: now, storedAt },
    }));
    const refused = (await insertNew(this.model, documents)).find((one) => one instanceof Error);
    if (refused instanceof Error) throw refused;
  }

  async get(id: string): Promise<Delivery | undefined> {
    const found = await this.model.findById(id).lean<WebhookDeliveryDocument>();
    return found ? toDelivery(found) : undefined;
  }

  async claim(id: string, now: Date): Promise<Delivery | undefined> {
    const free: Filter = {
      ...{ _id: id, state: 'pending', dueAt: { $lte: now } },
      $or: [{ heldUntil: { $exists: false } }, { heldUntil: { $lte: now } }],
    };
    const held = { $set: { heldUntil: new Date(now.getTime() + HELD_MS) } };
    const claimed = this.model.findOneAndUpdate(free, held, { returnDocument: 'after' });
    const found = await claimed.lean<WebhookDeliveryDocument>();
    return found ? toDelivery(found) : undefined;
  }

  async settle(
    { id, agencyId, attempts }: Delivery,
    { state, at, dueAt, status, fault }: Attempted & { state: DeliveryState; at: Date; dueAt: Date },
  ): Promise<void> {
    const set = { state, dueAt, attempts: attempts + 1, lastAttemptAt: at };
    const known = {
      ...(status !== undefined && { lastStatus: status }),
      ...(fault !== undefined && { lastFault: fault }),
    };
    const forgotten = {
      heldUntil: 1,
      ...(status === undefined && { lastStatus: 1 }),
      ...(fault === undefined && { lastFault: 1 }),
    };
    await this.model.updateOne({ _id: id, agencyId }, { $set: { ...set, ...known }, $unset: forgotten });
  }

  async postpone({ id, agencyId }: Delivery, dueAt: Date): Promise<void> {
    await this.model.updateOne({ _id: id, agencyId }, { $set: { dueAt }, $unset: { heldUntil: 1 } });
  }

  async putToSleep({ id, agencyId }: Delivery): Promise<void> {
    const change = { $set: { sleeps: true }, $unset: { heldUntil: 1 } };
    await this.model.updateOne({ _id: id, agencyId }, change);
  }

  async pending(after: string | undefined, limit: number, now: Date): Promise<readonly Due[]> {
    const later = after === undefined ? {} : { _id: { $gt: after } };
    const found = await this.model
      .find({ state: 'pending', sleeps: { $exists: false }, ...later }, { dueAt: 1 })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<Pick<WebhookDeliveryDocument, '_id' | 'dueAt'>[]>();
    return found.map(({ _id: id, dueAt }) => ({
      id,
      dueInMs: Math.max(0, dueAt.getTime() - now.getTime()),
    }));
  }

  async wake(agencyId: string, webhookId: string, now: Date): Promise<readonly string[]> {
    const waiting: Filter = { agencyId, webhookId, state: 'pending' };
    await this.model.updateMany(waiting, { $set: { dueAt: now }, $unset: { sleeps: 1 } });
    const found = await this.model.find(waiting, { _id: 1 }).limit(FIRST_WOKEN).lean<{ _id: string }[]>();
    return found.map(({ _id }) => _id);
  }

  countPending(agencyId: string, webhookId: string): Promise<number> {
    return this.model.countDocuments({ agencyId, webhookId, state: 'pending' });
  }

  async list(agencyId: string, webhookId: string, limit: number, cursor: string): Promise<DeliveryPage> {
    const [ms = '', last = ''] = cursor.split('_after_');
    const before = new Date(Number(ms));
    const older: Filter =
      last === '' ? {} : { $or: [{ at: { $lt: before } }, { at: before, _id: { $lt: last } }] };
    const found = await this.model
      .find({ agencyId, webhookId, ...older }, { body: 0 })
      .sort({ at: -1, _id: -1 })
      .limit(limit + 1)
      .lean<WebhookDeliveryDocument[]>();
    const page = found.slice(0, limit);
    const end = found.length > limit ? page.at(-1) : undefined;
    const nextCursor = end ? `${end.at.getTime()}_after_${end._id}` : '';
    return { deliveries: page.map(toDelivery), nextCursor };
  }

  async replay(agencyId: string, webhookId: string, id: string, now: Date): Promise<Delivery> {
    const again = { $set: { state: 'pending', attempts: 0, dueAt: now }, $unset: { sleeps: 1 } };
    const found = await this.model
      .findOneAndUpdate({ _id: id, agencyId, webhookId }, again, { returnDocument: 'after' })
      .lean<WebhookDeliveryDocument>();
    if (!found) throw new WebhookDeliveryNotFound();
    return toDelivery(found);
  }

  async removeOf(agencyId: string, webhookId: string): Promise<void> {
    await this.model.deleteMany({ agencyId, webhookId });
  }

  async eraseSubject(agencyId: string, type: string, subjectId: string): Promise<void> {
    await this.model.deleteMany({ agencyId, type, subjectId });
  }
}

const toDelivery = ({ _id: id, ...rest }: WebhookDeliveryDocument): Delivery => ({ id, ...rest });
