import { retryOnConflict, VersionConflict, assertFits } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { AnyBulkWriteOperation, Model } from 'mongoose';
import { PropertyFiles } from '../../../application/ports/property/property-files.js';
import type { FileKind, FilesByKind, PropertyFile } from '../../../domain/property/property-file.js';
import { FILE_KINDS, recordsOf } from '../../../domain/property/property-file.js';
import type { BuildingDocument } from '../places/building.schema.js';
import { BUILDING } from '../places/building.schema.js';
import type { PartyDocument } from '../people/party.schema.js';
import { PARTY } from '../people/party.schema.js';
import type { UnitDocument } from '../places/unit.schema.js';
import { UNIT } from '../places/unit.schema.js';
import type { AccountDocument } from './accounting/account.schema.js';
import { ACCOUNT } from './accounting/account.schema.js';
import type { LeaseDocument } from './leases/lease.schema.js';
import { LEASE } from './leases/lease.schema.js';
import type { MandateDocument } from './mandate.schema.js';
import { MANDATE } from './mandate.schema.js';
import type { FileDocument, FileStore, FileStores } from './property-file.stores.js';
import { fileStores } from './property-file.stores.js';
import { MOST_HANDLED } from './record.schema.js';
import type { RentCallDocument } from './accounting/rent-call.schema.js';
import { RENT_CALL } from './accounting/rent-call.schema.js';

/** Whoever finds a unit or a lease finds what it stands on: people, buildings and accounts are written before. */
const STANDING_ON_OTHERS: ReadonlySet<FileKind> = new Set(['unit', 'lease', 'rentCall']);
const WAVES = [false, true].map((last) => FILE_KINDS.filter((kind) => STANDING_ON_OTHERS.has(kind) === last));

type Asked<K extends FileKind> = { kind: K; id: string; commandId: string };

@Injectable()
export class PropertyFileRepository extends PropertyFiles {
  private readonly stores: FileStores;

  constructor(
    @InjectModel(PARTY) party: Model<PartyDocument>,
    @InjectModel(ACCOUNT) account: Model<AccountDocument>,
    @InjectModel(BUILDING) building: Model<BuildingDocument>,
    @InjectModel(MANDATE) mandate: Model<MandateDocument>,
    @InjectModel(UNIT) unit: Model<UnitDocument>,
    @InjectModel(LEASE) lease: Model<LeaseDocument>,
    @InjectModel(RENT_CALL) rentCall: Model<RentCallDocument>,
  ) {
    super();
    this.stores = fileStores({ party, account, building, mandate, unit, lease, rentCall });
  }

  async find<K extends FileKind>(
    agencyId: string,
    kind: K,
    ids: readonly string[],
  ): Promise<FilesByKind[K][]> {
    if (ids.length === 0) return [];
    const store = this.store(kind);
    const found = await store.model.find({ agencyId, id: { $in: ids } }).lean<FileDocument[]>();
    return found.map((document) => store.toRecord(document));
  }

  create(agencyId: string, files: readonly PropertyFile[]): Promise<void> {
    return this.write(files, (store, record) => ({
      updateOne: {
        filter: { agencyId, id: record.id },
        update: {
          $setOnInsert: {
            ...withoutId(store.toSet(agencyId, record)),
            ...store.onInsert(agencyId, record),
            version: 1,
          },
        },
        upsert: true,
      },
    }));
  }

  publish(agencyId: string, files: readonly PropertyFile[]): Promise<void> {
    return this.write(files, (store, record) => {
      const set = { ...withoutId(store.toSet(agencyId, record)), ...store.published(record) };
      const onInsert = Object.entries(store.onInsert(agencyId, record)).filter(([key]) => !(key in set));
      return {
        updateOne: {
          filter: { agencyId, id: record.id },
          update: { $set: set, $setOnInsert: Object.fromEntries(onInsert), $inc: { version: 1 } },
          upsert: true,
        },
      };
    });
  }

  change<K extends FileKind>(
    agencyId: string,
    { kind, id, commandId }: Asked<K>,
    change: (record: FilesByKind[K]) => FilesByKind[K],
  ): Promise<FilesByKind[K] | undefined> {
    const store = this.store(kind);
    return retryOnConflict(async () => {
      const found = await store.model.findOne({ agencyId, id }).lean<FileDocument>();
      if (!found) return undefined;
      const current = store.toRecord(found);
      if (commandId && found.handled?.includes(commandId)) return current;
      const next = change(current);
      if (next === current) return current;
      assertFits('FILE_FULL', next, { before: current });
      const { matchedCount } = await store.model.updateOne(
        // A record of LSC's that was never changed here has none.
        { agencyId, id, version: found.version ?? null },
        {
          $set: { ...withoutId(store.toSet(agencyId, next)), version: (found.version ?? 1) + 1 },
          ...(commandId ? { $push: { handled: { $each: [commandId], $slice: -MOST_HANDLED } } } : {}),
        },
      );
      if (matchedCount === 0) throw new VersionConflict(id);
      return { ...next, version: (found.version ?? 1) + 1 };
    });
  }

  private store<K extends FileKind>(kind: K): FileStore<FilesByKind[K]> {
    return this.stores[kind];
  }

  private async write(
    files: readonly PropertyFile[],
    operation: (
      store: FileStore<FilesByKind[FileKind]>,
      record: FilesByKind[FileKind],
    ) => AnyBulkWriteOperation<FileDocument>,
  ): Promise<void> {
    for (const wave of WAVES) {
      await Promise.all(
        wave.map(async (kind) => {
          const records = recordsOf(files, kind);
          if (records.length === 0) return;
          const store = this.store(kind);
          await store.model.bulkWrite(
            records.map((record) => operation(store, record)),
            { ordered: false },
          );
        }),
      );
    }
  }
}

/** The filter of an upsert already says whose it is. */
function withoutId(set: object): object {
  const { agencyId: _agencyId, id: _id, ...rest } = set as FileDocument;
  return rest;
}
