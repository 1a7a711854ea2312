import { OutboxRelay, VersionConflict, isDuplicateKey, pushToOutbox, assertFits } from '@intervia/mongo';
import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import type { QueryFilter } from 'mongoose';
import { Drafts } from '../../application/ports/drafts.js';
import type { DraftFact, DraftPage, PageRequest } from '../../application/ports/drafts.js';
import { FORGET_MS, PRESENCE_MS } from '../../domain/drafts/draft.js';
import type { Draft, Presence, UserRef } from '../../domain/drafts/draft.js';
import type { Wizard } from '../../domain/forms/content.js';
import { LEASE_MS } from '../../domain/save/save.js';
import type { Save } from '../../domain/save/save.js';
import { draftEvents } from '../nats/draft-events.js';
import { fieldsOf, toDraft } from './draft.mapper.js';
import { DRAFT } from './draft.schema.js';
import type { DraftDocument } from './draft.schema.js';
import { DRAFT_RELAY } from './relays.js';

/** What a final save came to is kept for whoever lost the answer. */
const KEPT_MS = 30 * 24 * 3_600_000;

/** A draft travels whole on the bus, which carries 1 MB: more than any form of ours fills. */
const DRAFT_BYTES = 512 * 1024;

@Injectable()
export class MongoDrafts extends Drafts {
  constructor(
    @InjectModel(DRAFT) private readonly model: Model<DraftDocument>,
    @Inject(DRAFT_RELAY) private readonly relay: OutboxRelay,
  ) {
    super();
  }

  async create(draft: Draft): Promise<Draft> {
    const held = draft.wizard === 'TENANT' ? { heldUnitId: draft.unitId } : {};
    try {
      await this.model.create({
        _id: draft.id,
        ...fieldsOf(draft),
        ...held,
        open: true,
        forgetAt: new Date(draft.createdAt.getTime() + FORGET_MS),
        outbox: [],
      });
      return draft;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const { agencyId, unitId, id } = draft;
      const present =
        (await this.find(agencyId, id)) ??
        (await this.one(
          draft.wizard === 'TENANT' ? { agencyId, heldUnitId: unitId } : { agencyId, _id: id },
        ));
      if (!present) throw error;
      return present;
    }
  }

  find(agencyId: string, id: string): Promise<Draft | undefined> {
    return this.one({ agencyId, _id: id, open: true });
  }

  async list(
    agencyId: string,
    wizard: Wizard,
    userId: string,
    { cursor, limit }: PageRequest,
  ): Promise<DraftPage> {
    const [at, id] = cursor.split('.');
    const after = new Date(Number(at));
    const older: QueryFilter<DraftDocument> =
      cursor === '' || Number.isNaN(after.getTime())
        ? {}
        : { $or: [{ savedAt: { $lt: after } }, { savedAt: after, _id: { $lt: id ?? '' } }] };
    const mine = { $or: [{ keepable: true }, { 'createdBy.id': userId }] };
    const found = await this.model
      .find({ agencyId, wizard, open: true, $and: [mine, older] }, { steps: 0, outbox: 0 })
      .sort({ savedAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean<DraftDocument[]>();
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const nextCursor = found.length > limit && last ? `${String(last.savedAt.getTime())}.${last._id}` : '';
    return { drafts: page.map(toDraft), nextCursor };
  }

  async save(before: Draft, after: Draft, facts: readonly DraftFact[], at: Date): Promise<void> {
    assertFits('DRAFT_FULL', after, { before, budget: DRAFT_BYTES });
    const { $push, $set } = pushToOutbox(draftEvents(after, facts, at), at);
    const { finalSave, ...fields } = fieldsOf(after);
    const isRunning = finalSave?.state === 'RUNNING';
    const { matchedCount } = await this.model.collection.updateOne(
      { _id: before.id, agencyId: before.agencyId, open: true, version: before.version } as never,
      {
        ...($push ? { $push } : {}),
        $set: {
          ...$set,
          ...fields,
          ...(finalSave ? { finalSave } : {}),
          // In the same write: a crash right after it must be found.
          ...(isRunning ? { saveDueAt: new Date(at.getTime() + LEASE_MS) } : {}),
          ...(after.keepable ? {} : { forgetAt: new Date(at.getTime() + FORGET_MS) }),
        },
        $unset: {
          ...(finalSave ? {} : { finalSave: 1 }),
          ...(isRunning ? {} : { saveDueAt: 1 }),
          ...(after.keepable ? { forgetAt: 1 } : {}),
        },
      } as never,
      // What is not there is not stored as null.
      { ignoreUndefined: true },
    );
    if (matchedCount === 0) throw new VersionConflict(before.id);
    if (facts.length > 0) this.relay.notify(before.id);
  }

  async remove(before: Draft, save: Save | undefined, facts: readonly DraftFact[], at: Date): Promise<void> {
    const { $push, $set } = pushToOutbox(draftEvents(before, facts, at), at);
    const { matchedCount } = await this.model.collection.updateOne(
      { _id: before.id, agencyId: before.agencyId, open: true, version: before.version } as never,
      {
        ...($push ? { $push } : {}),
        $set: {
          ...$set,
          open: false,
          version: before.version + 1,
          steps: [],
          presences: [],
          forgetAt: new Date(at.getTime() + KEPT_MS),
          ...(save ? { finalSave: save } : {}),
        },
        $unset: { heldUnitId: 1, saveDueAt: 1 },
      } as never,
    );
    if (matchedCount === 0) throw new VersionConflict(before.id);
    if (facts.length > 0) this.relay.notify(before.id);
  }

  async findSave(agencyId: string, id: string): Promise<{ wizard: Wizard; save: Save } | undefined> {
    const found = await this.model
      .findOne({ agencyId, _id: id, open: false }, { wizard: 1, finalSave: 1 })
      .lean<Pick<DraftDocument, 'wizard' | 'finalSave'>>();
    return found?.finalSave ? { wizard: found.wizard, save: found.finalSave } : undefined;
  }

  async enter(agencyId: string, id: string, presence: Presence): Promise<Draft | undefined> {
    const filter = { _id: id, agencyId, open: true };
    const { user, seenAt } = presence;
    const over = new Date(seenAt.getTime() - PRESENCE_MS);
    const gone = { $or: [{ 'user.id': user.id }, { seenAt: { $lt: over } }] };
    const before = await this.model
      .findOneAndUpdate(filter, { $pull: { presences: gone } }, { returnDocument: 'before' })
      .lean<DraftDocument>();
    if (!before) return undefined;
    const wasThere = before.presences.some((one) => one.user.id === user.id && one.seenAt >= over);
    const told = wasThere ? {} : this.told(before, { type: 'ENTERED', by: user }, seenAt);
    const found = await this.model
      .findOneAndUpdate(
        filter,
        { ...told, $push: { ...told.$push, presences: { $each: [presence], $slice: -20 } } },
        { returnDocument: 'after' },
      )
      .lean<DraftDocument>();
    if (!wasThere) this.relay.notify(id);
    return found ? toDraft(found) : undefined;
  }

  async leave(agencyId: string, id: string, user: UserRef, at: Date): Promise<void> {
    const there = { _id: id, agencyId, open: true, 'presences.user.id': user.id };
    const before = await this.model.findOne(there, { wizard: 1, version: 1 }).lean<DraftDocument>();
    if (!before) return;
    const told = this.told({ ...before, agencyId }, { type: 'LEFT', by: user }, at);
    // In an $or: of a condition alone mongoose would nest the dotted path, which then matches nobody.
    const theirs = { $or: [{ 'user.id': user.id }] };
    await this.model.updateOne(there, { ...told, $pull: { presences: theirs } });
    this.relay.notify(id);
  }

  /** What an update adds, for the fact to be published. */
  private told(
    { _id: id, agencyId, wizard, version }: Pick<DraftDocument, '_id' | 'agencyId' | 'wizard' | 'version'>,
    fact: DraftFact,
    at: Date,
  ): ReturnType<typeof pushToOutbox> {
    return pushToOutbox(draftEvents({ id, agencyId, wizard, version }, [fact], at), at);
  }

  async claimSaves(now: Date, leaseUntil: Date, limit: number): Promise<Draft[]> {
    const due = await this.model
      .find({ saveDueAt: { $lte: now } }, { agencyId: 1, saveDueAt: 1 })
      .sort({ saveDueAt: 1 })
      .limit(limit)
      .lean<DraftDocument[]>();
    const claimed = await Promise.all(
      due.map(({ _id, agencyId, saveDueAt }) =>
        this.model
          .findOneAndUpdate(
            { _id, agencyId, open: true, saveDueAt },
            { $set: { saveDueAt: leaseUntil } },
            { returnDocument: 'after' },
          )
          .lean<DraftDocument>(),
      ),
    );
    return claimed.flatMap((document) => (document ? [toDraft(document)] : []));
  }

  private async one(filter: QueryFilter<DraftDocument>): Promise<Draft | undefined> {
    const found = await this.model.findOne(filter, { outbox: 0 }).lean<DraftDocument>();
    return found ? toDraft(found) : undefined;
  }
}
