import { VersionConflict, retryOnConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import type { mongo } from 'mongoose';
import { ReadModel } from '../../application/ports/read-model.js';
import type { Lesson, ModelState, RowQuery, StaffChange } from '../../application/ports/read-model.js';
import { learn, strikeOut } from '../../domain/measures/fact.js';
import type { Struck, TicketFacts } from '../../domain/measures/fact.js';
import type { TicketRow } from '../../domain/measures/ticket-row.js';
import { placesOf, rowOf, toFacts, toRowDocument, toState, unlessDuplicate } from './facts-documents.js';
import { RowPages, pageOf } from './row-pages.js';
import type { Placed } from './row-pages.js';
import { FACTS, MODEL, ROW } from './read-model.schema.js';
import type { FactsDocument, ModelDocument, RowDocument } from './read-model.schema.js';

const FIRST = 1;
const BATCH = 2_000;

@Injectable()
export class MongoReadModel extends ReadModel {
  constructor(
    @InjectModel(MODEL) private readonly models: Model<ModelDocument>,
    @InjectModel(FACTS) private readonly facts: Model<FactsDocument>,
    @InjectModel(ROW) private readonly rows: Model<RowDocument>,
    private readonly pages: RowPages,
  ) {
    super();
  }

  async learn(agencyId: string, lessons: readonly Lesson[]): Promise<void> {
    if (!(await this.models.exists({ _id: agencyId }))) await this.beginFirst(agencyId);
    for (const generation of await this.generations(agencyId))
      await this.learnInto(generation, agencyId, lessons);
  }

  async relearn(agencyId: string, lessons: readonly Lesson[]): Promise<void> {
    const { building } = await this.model(agencyId);
    if (building !== undefined && lessons.length > 0) await this.learnInto(building, agencyId, lessons);
  }

  async buildingOf(agencyId: string, ticketId: string): Promise<string | undefined> {
    const { serving } = await this.model(agencyId);
    const filter = { _id: `${serving}/${ticketId}`, agencyId };
    return (await this.rows.findOne(filter, { buildingId: 1 }).lean<RowDocument>())?.buildingId;
  }

  async forget(agencyId: string, ticketId: string): Promise<void> {
    for (const generation of await this.generations(agencyId))
      await this.forgetIn(generation, agencyId, ticketId);
  }

  async reforget(agencyId: string, ticketId: string): Promise<void> {
    const { building } = await this.model(agencyId);
    if (building !== undefined) await this.forgetIn(building, agencyId, ticketId);
  }

  async strikeOut(agencyId: string, ticketId: string, struck: Struck): Promise<void> {
    for (const generation of await this.generations(agencyId))
      await this.strikeIn(generation, agencyId, ticketId, struck);
  }

  async restrike(agencyId: string, ticketId: string, struck: Struck): Promise<void> {
    const { building } = await this.model(agencyId);
    if (building !== undefined) await this.strikeIn(building, agencyId, ticketId, struck);
  }

  async staffChanged(agencyId: string, change: StaffChange): Promise<void> {
    await this.staffIn(await this.generations(agencyId), agencyId, change);
  }

  async restaff(agencyId: string, change: StaffChange): Promise<void> {
    const { building } = await this.model(agencyId);
    if (building !== undefined) await this.staffIn([building], agencyId, change);
  }

  private async staffIn(
    generations: readonly number[],
    agencyId: string,
    { buildingId, unitId, staffIds }: StaffChange,
  ): Promise<void> {
    const place = unitId ? { unitId } : { buildingId, unitId: '' };
    for (const generation of generations) {
      const found = await this.rows
        .find({ agencyId, generation, ...place }, { _id: 1 })
        .lean<{ _id: string }[]>();
      for (const { _id } of found) {
        await this.change(_id, agencyId, (state) => ({ ...state, head: { ...state.head, staffIds } }));
      }
    }
  }

  private strikeIn(generation: number, agencyId: string, ticketId: string, struck: Struck): Promise<void> {
    const { version, subject, missionIds } = struck;
    return this.change(`${generation}/${ticketId}`, agencyId, (state) =>
      strikeOut(state, { version, subject, missionIds }),
    );
  }

  private change(_id: string, agencyId: string, alter: (state: TicketFacts) => TicketFacts): Promise<void> {
    return retryOnConflict(async () => {
      const known = await this.facts.findOne({ _id, agencyId }).lean<FactsDocument>();
      const state = known && toFacts(known);
      if (state) await this.save([{ ...known, state: toState(alter(state)) }]);
    });
  }

  /** A building's are few, and have an index of their own; all are read by the page. */
  requested(agencyId: string, { from, until, buildingId }: RowQuery): Promise<TicketRow[]> {
    if (!buildingId) return this.readPages(agencyId, from, until);
    const requestedAt = { $gte: new Date(from), $lt: new Date(until) };
    return this.read(agencyId, { buildingId, requestedAt }, { requestedAt: 1 });
  }

  closed(agencyId: string, { from, until, buildingId }: RowQuery): Promise<TicketRow[]> {
    const closedAt = { $gte: new Date(from), $lt: new Date(until) };
    return this.read(agencyId, { ...(buildingId && { buildingId }), closedAt }, { closedAt: 1 });
  }

  open(agencyId: string): Promise<TicketRow[]> {
    return this.read(agencyId, { open: true }, { requestedAt: 1 });
  }

  async state(agencyId: string): Promise<ModelState> {
    const { building, builtAt } = await this.model(agencyId);
    return { rebuilding: building !== undefined, builtAt };
  }

  async beginRebuild(agencyId: string): Promise<void> {
    const { serving, building } = await this.model(agencyId);
    if (building !== undefined) return;
    await this.models.updateOne(
      { _id: agencyId, building: { $exists: false } },
      { $set: { building: serving + 1 }, $setOnInsert: { serving } },
      { upsert: true },
    );
  }

  async endRebuild(agencyId: string, at: Date): Promise<void> {
    const { serving, building } = await this.model(agencyId);
    if (building === undefined) return;
    await this.models.updateOne(
      { _id: agencyId, building },
      { $set: { serving: building, builtAt: at, paged: building }, $unset: { building: 1 } },
    );
    await this.rows.deleteMany({ agencyId, generation: serving });
    await this.facts.deleteMany({ agencyId, generation: serving });
    await this.pages.drop(agencyId, serving);
  }

  async rebuilding(): Promise<string[]> {
    const found = await this.models
      .find({ building: { $exists: true } }, { _id: 1 })
      .lean<{ _id: string }[]>();
    return found.map(({ _id }) => _id);
  }

  private async model(agencyId: string): Promise<Omit<ModelDocument, '_id'>> {
    return (await this.models.findById(agencyId).lean<ModelDocument>()) ?? { serving: FIRST };
  }

  private async generations(agencyId: string): Promise<number[]> {
    const { serving, building } = await this.model(agencyId);
    return building === undefined ? [serving] : [serving, building];
  }

  private async read(agencyId: string, filter: object, sort: Record<string, 1>): Promise<TicketRow[]> {
    const { serving: generation } = await this.model(agencyId);
    const found = this.stored<RowDocument>(this.rows)
      .find({ agencyId, generation, ...filter }, { projection: { _id: 0, row: 1 } })
      .sort(sort)
      .batchSize(BATCH);
    const rows: TicketRow[] = [];
    // Unpacked batch by batch: others are served between, and what came over the wire is let go of.
    for await (const { row } of found) rows.push(JSON.parse(row) as TicketRow);
    // A rebuild ended meanwhile, and what was being read went.
    if ((await this.model(agencyId)).serving !== generation) return this.read(agencyId, filter, sort);
    return rows;
  }

  private async readPages(agencyId: string, from: number, until: number): Promise<TicketRow[]> {
    const { serving, paged } = await this.model(agencyId);
    if (paged !== serving) await this.pageAll(agencyId, serving);
    const rows = await this.pages.read(agencyId, serving, from, until);
    if ((await this.model(agencyId)).serving !== serving) return this.readPages(agencyId, from, until);
    return rows;
  }

  /** Of an agency that is new, all rows stand in pages; of one that an older release knew, they will. */
  private async beginFirst(agencyId: string): Promise<void> {
    const isNew = !(await this.facts.exists({ agencyId, generation: FIRST }));
    await this.models.updateOne(
      { _id: agencyId },
      { $setOnInsert: { serving: FIRST, ...(isNew && { paged: FIRST }) } },
      { upsert: true },
    );
  }

  /** Once, of what an older release has stored; several who do it at a time, or again after a crash, come to the same. */
  private async pageAll(agencyId: string, generation: number): Promise<void> {
    const stored = { agencyId, generation, state: { $exists: true } };
    const found = await this.facts.find(stored, { _id: 1 }).lean<{ _id: string }[]>();
    const ids = found.map(({ _id }) => _id);
    while (ids.length > 0) {
      const batch = ids.splice(0, BATCH);
      await retryOnConflict(async () => {
        const facts = await this.facts.find({ ...stored, _id: { $in: batch } }).lean<FactsDocument[]>();
        const placed = facts.filter(({ pages }) => pages);
        await this.pages.put(placesOf(placed.map((next) => ({ next, row: rowOf(next) }))));
        await this.save(facts.filter(({ pages }) => !pages));
      });
    }
    await this.models.updateOne(
      { _id: agencyId },
      { $set: { paged: generation }, $setOnInsert: { serving: generation } },
      { upsert: true },
    );
  }

  private async learnInto(generation: number, agencyId: string, lessons: readonly Lesson[]): Promise<void> {
    const byTicket = Map.groupBy(lessons, ({ ticketId }) => ticketId);
    await retryOnConflict(async () => {
      const ids = [...byTicket.keys()].map((ticketId) => `${generation}/${ticketId}`);
      const found = await this.facts.find({ _id: { $in: ids }, agencyId }).lean<FactsDocument[]>();
      const known = new Map(found.map((document) => [document._id, document]));
      const changed = [...byTicket].flatMap(([ticketId, own]) => {
        const _id = `${generation}/${ticketId}`;
        const document = known.get(_id);
        if (document?.deleted) return [];
        const before = document && toFacts(document);
        const after = own.reduce<TicketFacts | undefined>(
          (state, { head, fact }) => learn(state, head, fact, { agencyId, ticketId }),
          before,
        );
        // Rows that a crash kept from being written are written when the event comes again.
        if (!after) return [];
        const { revision = 0, pages } = document ?? {};
        return [{ _id, agencyId, generation, revision, state: toState(after), ...(pages && { pages }) }];
      });
      await this.save(changed);
    });
  }

  /** Facts first, each against its revision; then the rows that they fold to, and the pages of rows. */
  private async save(changed: readonly FactsDocument[]): Promise<void> {
    if (changed.length === 0) return;
    const folded = changed.map((document) => {
      const row = rowOf(document);
      const pages = [...new Set([...(document.pages ?? []), pageOf(document.generation, row)])];
      return { row, next: { ...document, revision: document.revision + 1, pages } };
    });
    const next = folded.map(({ next: document }) => document);
    const writes = next.map((document) => {
      const { _id, revision } = document;
      return revision === 1
        ? { insertOne: { document } }
        : { replaceOne: { filter: { _id, revision: revision - 1 }, replacement: document } };
    });
    const { insertedCount, matchedCount } = await unlessDuplicate(
      this.stored<FactsDocument>(this.facts).bulkWrite(writes, { ordered: false }),
    );
    if (insertedCount + matchedCount < next.length) throw new VersionConflict(next[0]?._id ?? '');
    await unlessDuplicate(
      // Documents of our own making: mongoose would leave out in silence what it cannot validate.
      this.stored<RowDocument>(this.rows).bulkWrite(
        folded.map(({ next: document, row }) => {
          const { _id, ...replacement } = toRowDocument(document, row);
          const filter = { _id, revision: { $lt: replacement.revision } };
          return { replaceOne: { filter, replacement, upsert: true } };
        }),
        { ordered: false },
      ),
    );
    await this.pages.put(placesOf(folded));
  }

  /** Typed as what it holds. */
  private stored<T extends mongo.BSON.Document>(model: Model<T>): mongo.Collection<T> {
    return model.collection as unknown as mongo.Collection<T>;
  }

  private async forgetIn(generation: number, agencyId: string, ticketId: string): Promise<void> {
    const _id = `${generation}/${ticketId}`;
    const gone = await this.facts
      .findOneAndUpdate(
        { _id, agencyId },
        { $set: { deleted: true, generation }, $inc: { revision: 1 }, $unset: { state: 1 } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<FactsDocument>();
    await this.rows.deleteOne({ _id, agencyId });
    const placed: Placed = { ticketId, revision: gone?.revision ?? 1 };
    await this.pages.put(new Map((gone?.pages ?? []).map((page) => [page, [placed]])));
  }
}
