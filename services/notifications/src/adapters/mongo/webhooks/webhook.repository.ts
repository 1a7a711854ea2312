import type { Stored } from '@intervia/mongo';
import { as, optional, required, schemaOf } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Webhook } from '../../../application/ports/webhooks/webhooks.js';
import { WebhookNotFound, Webhooks } from '../../../application/ports/webhooks/webhooks.js';
import type { WebhookState } from '../../../domain/webhooks/webhook.js';

export const WEBHOOK = 'Webhook';

const FIELDS = {
  _id: required(String),
  agencyId: required(String),
  url: required(String),
  types: as<string[]>([String]),
  state: as<WebhookState>({ type: String, required: true }),
  secret: required(String),
  createdAt: required(Date),
  createdBy: as<string>(String),
  failingSince: optional(Date),
  heldUntil: optional(Date),
  lastDeliveredAt: optional(Date),
};

type WebhookDocument = Stored<typeof FIELDS>;

export const webhookSchema = schemaOf<WebhookDocument>(FIELDS, {
  collection: 'webhooks',
  versionKey: false,
});
webhookSchema.index({ agencyId: 1, createdAt: 1 });

const FORGET = { failingSince: 1, heldUntil: 1 };

@Injectable()
export class WebhookRepository extends Webhooks {
  constructor(@InjectModel(WEBHOOK) private readonly model: Model<WebhookDocument>) {
    super();
  }

  async list(agencyId: string): Promise<readonly Webhook[]> {
    const found = await this.model.find({ agencyId }).sort({ createdAt: 1 }).lean<WebhookDocument[]>();
    return found.map(toWebhook);
  }

  async get(agencyId: string, id: string): Promise<Webhook> {
    return known(await this.model.findOne({ _id: id, agencyId }).lean<WebhookDocument>());
  }

  async add({ id, ...webhook }: Webhook): Promise<void> {
    await this.model.create([{ _id: id, ...webhook, types: [...webhook.types] }]);
  }

  async setState(agencyId: string, id: string, state: WebhookState): Promise<Webhook> {
    const update = { $set: { state }, ...(state === 'active' && { $unset: FORGET }) };
    const changed = this.model.findOneAndUpdate({ _id: id, agencyId }, update, { returnDocument: 'after' });
    return known(await changed.lean<WebhookDocument>());
  }

  async disable(agencyId: string, id: string): Promise<void> {
    const filter = { _id: id, agencyId, state: 'active' as const };
    await this.model.updateOne(filter, { $set: { state: 'disabled' } });
  }

  async noteArrival(agencyId: string, id: string, at: Date): Promise<void> {
    await this.model.updateOne({ _id: id, agencyId }, { $set: { lastDeliveredAt: at }, $unset: FORGET });
  }

  async noteFailure(agencyId: string, id: string, at: Date, heldUntil: Date): Promise<void> {
    await this.model.updateOne({ _id: id, agencyId }, { $max: { heldUntil } });
    const isFirst = { _id: id, agencyId, failingSince: { $exists: false } };
    await this.model.updateOne(isFirst, { $set: { failingSince: at } });
  }

  async remove(agencyId: string, id: string): Promise<void> {
    const { deletedCount } = await this.model.deleteOne({ _id: id, agencyId });
    if (deletedCount === 0) throw new WebhookNotFound();
  }
}

function known(document: WebhookDocument | null): Webhook {
  if (!document) throw new WebhookNotFound();
  return toWebhook(document);
}

const toWebhook = ({ _id: id, ...rest }: WebhookDocument): Webhook => ({ id, ...rest });
