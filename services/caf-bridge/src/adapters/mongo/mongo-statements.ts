import { isDuplicateKey } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { Statements } from '../../application/ports/statements.js';
import type { LineChange, StatementFilter } from '../../application/ports/statements.js';
import type { Listed, Renewal } from '../../application/ports/stores.js';
import type {
  LineFilter,
  LineRecord,
  LineTenant,
  LineTwin,
  StatementRecord,
} from '../../domain/statement/records.js';
import { listed, olderThan } from './pages.js';
import { defined, toDocument, toRecord } from './records.js';
import { NAMES } from './schemas.js';
import type { LineDoc, MemoryDoc, StatementDoc } from './schemas.js';

const BATCH = 50;
const CURSOR_BATCH = 1_000;

const FILTERS: Readonly<Record<LineFilter, object>> = {
  ALL: {},
  SELECTED: { selected: true, postingId: '' },
  UNSELECTED: { selected: false, postingId: '' },
  UNMATCHED: { tenant: { $exists: false } },
  POSTED: { postingId: { $gt: '' } },
};

const toStatement = (document: StatementDoc): StatementRecord => {
  const { guard: _guard, ...rest } = document;
  return toRecord<StatementRecord>(rest);
};
const toLine = (document: LineDoc): LineRecord => toRecord<LineRecord>(document);

@Injectable()
export class MongoStatements extends Statements {
  constructor(
    @InjectModel(NAMES.statements) private readonly docs: Model<StatementDoc>,
    @InjectModel(NAMES.lines) private readonly lineDocs: Model<LineDoc>,
    @InjectModel(NAMES.memory) private readonly memoryDocs: Model<MemoryDoc>,
  ) {
    super();
  }

  override async begin(statement: StatementRecord): Promise<StatementRecord> {
    try {
      await this.docs.create(toDocument(statement));
      return statement;
    } catch (error) {
      const found = isDuplicateKey(error) && (await this.find(statement.agencyId, statement.id));
      if (!found) throw error;
      return found;
    }
  }

  override async find(agencyId: string, id: string): Promise<StatementRecord | undefined> {
    const found = await this.docs.findOne({ _id: id, agencyId }).lean<StatementDoc>();
    return found ? toStatement(found) : undefined;
  }

  override async open(
    agencyId: string,
    id: string,
    change: Partial<StatementRecord>,
  ): Promise<StatementRecord | undefined> {
    const own = await this.find(agencyId, id);
    if (!own) return undefined;
    const guard = guardOf({ ...own, ...change });
    try {
      await this.docs.updateOne({ _id: id, agencyId }, { $set: { ...defined(change), guard } });
      return undefined;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const twin = await this.docs.findOne({ agencyId, guard }).lean<StatementDoc>();
      return twin ? toStatement(twin) : undefined;
    }
  }

  override async update(agencyId: string, id: string, change: Partial<StatementRecord>): Promise<void> {
    await this.docs.updateOne({ _id: id, agencyId }, { $set: defined(change) });
  }

  override async hold(agencyId: string, id: string, now: Date, until: Date): Promise<boolean> {
    const free = { _id: id, agencyId, heldUntil: { $lte: now } };
    return (await this.docs.updateOne(free, { $set: { heldUntil: until } })).modifiedCount === 1;
  }

  override async holdOn(
    agencyId: string,
    id: string,
    { from, until }: Renewal,
    change: Partial<StatementRecord> = {},
  ): Promise<boolean> {
    const own = { _id: id, agencyId, heldUntil: from };
    const { matchedCount } = await this.docs.updateOne(own, {
      $set: { ...defined(change), heldUntil: until },
    });
    return matchedCount === 1;
  }

  override async list(
    agencyId: string,
    { state, month, organisme }: StatementFilter,
    limit: number,
    cursor?: string,
  ): Promise<Listed<StatementRecord>> {
    const found = await this.docs
      .find({
        agencyId,
        ...(state ? { state } : {}),
        ...(month ? { months: month } : {}),
        ...(organisme ? { organisme } : {}),
        ...olderThan('importedAt', cursor),
      })
      .sort({ importedAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean<StatementDoc[]>();
    return listed(found, limit, 'importedAt', toStatement);
  }

  override async abandoned(now: Date): Promise<StatementRecord[]> {
    const found = await Promise.all(
      (['READING', 'POSTING'] as const).map((state) =>
        this.docs
          .find({ state, heldUntil: { $lte: now } })
          .sort({ heldUntil: 1 })
          .limit(BATCH)
          .lean<StatementDoc[]>(),
      ),
    );
    return found.flat().map(toStatement);
  }

  override async addLines(lines: readonly LineRecord[]): Promise<void> {
    if (lines.length === 0) return;
    await this.lineDocs.insertMany(
      lines.map((line) => defined(toDocument(line))),
      { ordered: false, lean: true },
    );
  }

  override async dropLines(agencyId: string, statementId: string): Promise<void> {
    await this.lineDocs.deleteMany({ agencyId, statementId });
  }

  override async line(agencyId: string, statementId: string, id: string): Promise<LineRecord | undefined> {
    const found = await this.lineDocs.findOne({ _id: id, agencyId, statementId }).lean<LineDoc>();
    return found ? toLine(found) : undefined;
  }

  override async lines(
    agencyId: string,
    statementId: string,
    filter: LineFilter,
    limit: number,
    cursor?: string,
  ): Promise<Listed<LineRecord>> {
    const found = await this.lineDocs
      .find({
        agencyId,
        statementId,
        ...(cursor ? { number: { $gt: Number(cursor) } } : {}),
        ...FILTERS[filter],
      })
      .sort({ number: 1 })
      .limit(limit + 1)
      .lean<LineDoc[]>();
    const next = found.length > limit ? String(found[limit - 1]?.number ?? '') : undefined;
    return { items: found.slice(0, limit).map(toLine), next };
  }

  override async *every(
    agencyId: string,
    statementId: string,
    filter: LineFilter,
  ): AsyncIterable<LineRecord> {
    // Page by page, not one cursor: lines are posted meanwhile, and a posting may take long.
    let cursor: string | undefined;
    do {
      const page: Listed<LineRecord> = await this.lines(agencyId, statementId, filter, CURSOR_BATCH, cursor);
      yield* page.items;
      cursor = page.next;
    } while (cursor);
  }

  override async payments(agencyId: string, keys: readonly string[]): Promise<Map<string, LineTwin>> {
    const found = await this.lineDocs
      .find({ agencyId, paymentKey: { $in: [...new Set(keys)] }, twin: { $exists: false } })
      .select({ paymentKey: 1, statementId: 1, number: 1 })
      .lean<Pick<LineDoc, '_id' | 'paymentKey' | 'statementId' | 'number'>[]>();
    const ids = [...new Set(found.map(({ statementId }) => statementId))];
    const statements =
      ids.length === 0
        ? []
        : await this.docs
            .find({ agencyId, _id: { $in: ids } })
            .select({ 'document.name': 1 })
            .lean<Pick<StatementDoc, '_id' | 'document'>[]>();
    const names = new Map(statements.map(({ _id, document }) => [_id, document.name]));
    return new Map(
      found.map(({ paymentKey = '', statementId, number }) => [
        paymentKey,
        { statementId, documentName: names.get(statementId) ?? '', number },
      ]),
    );
  }

  override async isLeft(agencyId: string, statementId: string): Promise<boolean> {
    const left = { agencyId, statementId, postingId: '', amountCents: { $ne: 0 } };
    return (await this.lineDocs.exists(left)) !== null;
  }

  override async updateLines(agencyId: string, changes: readonly LineChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.lineDocs.bulkWrite(
      changes.map(({ id, change }) => ({
        updateOne: { filter: { _id: id, agencyId }, update: { $set: defined(change) } },
      })),
      { ordered: false },
    );
  }

  override async select(
    agencyId: string,
    statementId: string,
    ids: readonly string[],
    selected: boolean,
  ): Promise<void> {
    const once = selected ? { twin: { $exists: false } } : {};
    const chosen = ids.length > 0 ? { _id: { $in: [...ids] } } : once;
    await this.lineDocs.updateMany(
      { agencyId, statementId, postingId: '', ...chosen },
      { $set: { selected } },
    );
  }

  override async assign(agencyId: string, id: string, change: Partial<LineRecord>): Promise<boolean> {
    const found = await this.lineDocs.updateOne(
      { _id: id, agencyId, postingId: '' },
      { $set: defined(change) },
    );
    return found.matchedCount === 1;
  }

  override async remember(
    agencyId: string,
    key: string,
    tenant: LineTenant,
    by: string,
    at: Date,
  ): Promise<void> {
    await this.memoryDocs.updateOne(
      { _id: `${agencyId} ${key}` },
      { $set: { agencyId, key, tenant, by, at } },
      { upsert: true },
    );
  }

  override async remembered(agencyId: string, keys: readonly string[]): Promise<Map<string, LineTenant>> {
    const ids = [...new Set(keys)].map((key) => `${agencyId} ${key}`);
    const found = await this.memoryDocs.find({ _id: { $in: ids }, agencyId }).lean<MemoryDoc[]>();
    return new Map(found.map(({ key, tenant }) => [key, tenant]));
  }
}

/** Organisme, landlord, kinds of aid, months and content (caf.md, "Duplicate guard"). */
const guardOf = ({ organisme, bailleur, aidTypes, months, contentHash }: StatementRecord): string =>
  [organisme, bailleur, aidTypes.join('+'), months.join('+'), contentHash].join(' ');
