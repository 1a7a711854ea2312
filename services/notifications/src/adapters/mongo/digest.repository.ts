import { batchedByAgency } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type {
  CollectedAlerts,
  DigestPreference,
  DueDigest,
} from '../../application/ports/delivery/digests.js';
import { Digests } from '../../application/ports/delivery/digests.js';
import type { DigestEntry } from '../../domain/notice.js';
import type { DigestPreferenceDocument } from './digest.schema.js';
import { DIGEST_PREFERENCE } from './digest.schema.js';
import type { MessageDocument } from './messages/message.schema.js';
import { MESSAGE } from './messages/message.schema.js';

const USUAL_HOUR = 7;
const PAGE = 500;

@Injectable()
export class DigestRepository extends Digests {
  private readonly wants = batchedByAgency(async (agencyId, userIds) => {
    const ids = userIds.map((userId) => idOf(agencyId, userId));
    const found = await this.preferences
      .find({ _id: { $in: ids }, digest: true }, { userId: 1 })
      .lean<Pick<DigestPreferenceDocument, 'userId'>[]>();
    return new Map(found.map(({ userId }) => [userId, userId]));
  });

  constructor(
    @InjectModel(DIGEST_PREFERENCE) private readonly preferences: Model<DigestPreferenceDocument>,
    @InjectModel(MESSAGE) private readonly messages: Model<MessageDocument>,
  ) {
    super();
  }

  async preference(agencyId: string, userId: string): Promise<DigestPreference> {
    const found = await this.preferences.findById(idOf(agencyId, userId)).lean<DigestPreferenceDocument>();
    return { digest: found?.digest ?? false, hour: found?.hour ?? USUAL_HOUR };
  }

  async save(agencyId: string, userId: string, preference: DigestPreference, dueAt: Date): Promise<void> {
    const { digest, hour } = preference;
    await this.preferences.updateOne(
      { _id: idOf(agencyId, userId) },
      { $set: { agencyId, userId, digest, hour, dueAt } },
      { upsert: true },
    );
  }

  async wanting(agencyId: string, userIds: readonly string[]): Promise<ReadonlySet<string>> {
    const wanting = await Promise.all(userIds.map((userId) => this.wants(agencyId, userId)));
    return new Set(wanting.filter((userId) => userId !== undefined));
  }

  async ensureDue(agencyId: string, userIds: readonly string[], now: Date): Promise<void> {
    if (userIds.length === 0) return;
    const ids = userIds.map((userId) => idOf(agencyId, userId));
    await this.preferences.updateMany(
      { _id: { $in: ids }, dueAt: { $exists: false } },
      { $set: { dueAt: now } },
    );
  }

  async due(now: Date): Promise<readonly DueDigest[]> {
    const found = await this.preferences
      .find({ dueAt: { $lte: now } })
      .sort({ dueAt: 1 })
      .limit(PAGE)
      .lean<Required<DigestPreferenceDocument>[]>();
    return found.map(({ _id, ...due }) => due);
  }

  async advance({ agencyId, userId, dueAt }: DueDigest, next: Date | undefined): Promise<void> {
    await this.preferences.updateOne(
      { _id: idOf(agencyId, userId), dueAt },
      next ? { $set: { dueAt: next } } : { $unset: { dueAt: 1 } },
    );
  }

  async collected(agencyId: string, userId: string, limit: number): Promise<CollectedAlerts> {
    const found = await this.messages
      .find({ agencyId, recipientId: userId, status: 'collected' })
      .sort({ queuedAt: 1, _id: 1 })
      .limit(limit)
      .lean<MessageDocument[]>();
    const newest = found.at(-1);
    return {
      recipientName: newest?.recipientName ?? '',
      addresses: newest?.addresses ?? [],
      entries: found.flatMap(toEntry),
    };
  }

  async entriesOf(digestId: string): Promise<readonly DigestEntry[]> {
    const found = await this.messages.findById(digestId).lean<MessageDocument>();
    return found?.notice?.kind === 'digest' ? found.notice.entries : [];
  }

  async markDigested(messageIds: readonly string[], digestId: string): Promise<void> {
    await this.messages.updateMany(
      { _id: { $in: [...messageIds] }, status: 'collected' },
      { $set: { status: 'digested', digestId } },
    );
  }

  async markFailed(digestId: string): Promise<void> {
    const messageIds = (await this.entriesOf(digestId)).map((entry) => entry.messageId);
    await this.messages.updateMany(
      { _id: { $in: messageIds }, digestId, status: 'digested' },
      { $set: { status: 'failed' } },
    );
  }
}

const idOf = (agencyId: string, userId: string): string => `${agencyId}|${userId}`;

function toEntry({ _id: messageId, ticketId, facts, subject, queuedAt: at }: MessageDocument): DigestEntry[] {
  if (!facts) return [];
  return [
    { messageId, ticketId, ticketNumber: facts.ticket.number, module: facts.ticket.module, subject, at },
  ];
}
