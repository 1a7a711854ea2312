import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Page } from '../../../application/ports/property/leases.js';
import type {
  AccountSearch,
  MandateSearch,
  PartySearch,
  UnitFileSearch,
} from '../../../application/ports/property/property-lists.js';
import { PropertyLists } from '../../../application/ports/property/property-lists.js';
import { PropertyFiles } from '../../../application/ports/property/property-files.js';
import type { AccountFile } from '../../../domain/property/account.js';
import type { MandateFile } from '../../../domain/property/mandate.js';
import type { PartyFile } from '../../../domain/property/party.js';
import type { UnitFile } from '../../../domain/property/unit.js';
import { fromUnit } from '../../../domain/property/unit.js';
import { queryWords } from '../../../domain/search-words.js';
import type { BuildingDocument } from '../building.schema.js';
import { BUILDING } from '../building.schema.js';
import type { PartyDocument } from '../party.schema.js';
import { PARTY } from '../party.schema.js';
import { startingWith } from '../published.js';
import { toUnit } from '../unit.mapper.js';
import type { UnitDocument } from '../unit.schema.js';
import { UNIT } from '../unit.schema.js';
import { toAccount } from './account.mapper.js';
import type { AccountDocument } from './account.schema.js';
import { ACCOUNT } from './account.schema.js';
import { toMandate } from './mandate.mapper.js';
import type { MandateDocument } from './mandate.schema.js';
import { MANDATE } from './mandate.schema.js';
import { decodeCursor, pageOf } from './page.js';

/** Units are looked through in lots of this size, until a page is full of those that may be taken over. */
const SYNDIC_LOT = 200;

const after = (cursor: string): { sortKey?: { $gt: string } } =>
  cursor ? { sortKey: { $gt: decodeCursor(cursor) } } : {};

@Injectable()
export class PropertyListRepository extends PropertyLists {
  constructor(
    @InjectModel(PARTY) private readonly partyModel: Model<PartyDocument>,
    @InjectModel(ACCOUNT) private readonly accountModel: Model<AccountDocument>,
    @InjectModel(MANDATE) private readonly mandateModel: Model<MandateDocument>,
    @InjectModel(UNIT) private readonly unitModel: Model<UnitDocument>,
    @InjectModel(BUILDING) private readonly buildingModel: Model<BuildingDocument>,
    private readonly files: PropertyFiles,
  ) {
    super();
  }

  async parties(agencyId: string, search: PartySearch): Promise<Page<PartyFile>> {
    const { words, accountKind, limit } = search;
    const ids = accountKind ? await this.holders(agencyId, accountKind) : undefined;
    const found = await this.partyModel
      .find(
        {
          agencyId,
          ...(ids ? { id: { $in: ids } } : {}),
          ...startingWith(words),
          ...after(search.after),
        },
        { id: 1, sortKey: 1 },
      )
      .sort({ sortKey: 1 })
      .limit(limit + 1)
      .lean<PartyDocument[]>();
    const page = pageOf(
      found,
      limit,
      ({ sortKey }) => sortKey ?? '',
      ({ id }) => id,
    );
    const records = await this.files.find(agencyId, 'party', page.items);
    const byId = new Map(records.map((party) => [party.id, party]));
    return { items: page.items.flatMap((id) => byId.get(id) ?? []), next: page.next };
  }

  async accounts(agencyId: string, search: AccountSearch): Promise<Page<AccountFile>> {
    const { kind, entityId, partyId, limit } = search;
    const found = await this.accountModel
      .find({
        agencyId,
        ...(kind ? { kind } : {}),
        ...(entityId ? { entityId } : {}),
        ...(partyId ? { partyIds: partyId } : {}),
        ...startingWith(queryWords(search.search)),
        ...after(search.after),
      })
      .sort({ sortKey: 1 })
      .limit(limit + 1)
      .lean<AccountDocument[]>();
    return pageOf(found, limit, ({ sortKey }) => sortKey, toAccount);
  }

  async mandates(agencyId: string, search: MandateSearch): Promise<Page<MandateFile>> {
    const { activeOn, accountId, words, limit } = search;
    const found = await this.mandateModel
      .find({
        agencyId,
        ...(accountId ? { accountId } : {}),
        ...(activeOn ? { endsKey: { $gt: activeOn } } : {}),
        ...startingWith(words),
        ...after(search.after),
      })
      .sort({ sortKey: 1 })
      .limit(limit + 1)
      .lean<MandateDocument[]>();
    return pageOf(found, limit, ({ sortKey }) => sortKey, toMandate);
  }

  async units(agencyId: string, search: UnitFileSearch): Promise<Page<UnitFile>> {
    const { choice, limit } = search;
    if (choice === 'from-syndic') return this.fromSyndic(agencyId, search);
    const mandate = search.mandateId || (choice === 'lettable' ? { $gt: '' } : undefined);
    const found = await this.page(agencyId, search, mandate, search.after, limit + 1);
    return pageOf(found, limit, ({ sortKey }) => sortKey, toUnitFile);
  }

  async saveMandateIndex(agencyId: string, index: ReadonlyMap<string, readonly string[]>): Promise<void> {
    await this.mandateModel.bulkWrite(
      [...index].map(([id, words]) => ({
        updateOne: { filter: { agencyId, id }, update: { $set: { words: [...words] } } },
      })),
      { ordered: false },
    );
  }

  /** Of co-ownerships, under no mandate, not withdrawn. */
  private async fromSyndic(agencyId: string, search: UnitFileSearch): Promise<Page<UnitFile>> {
    const kept: UnitDocument[] = [];
    let from = search.after;
    for (;;) {
      const lot = await this.page(agencyId, search, undefined, from, SYNDIC_LOT);
      const buildings = await this.syndic(agencyId, lot);
      kept.push(
        ...lot.filter((unit) => !unit.mandateId && !unit.file?.withdrawn && buildings.has(unit.buildingId)),
      );
      const last = lot.at(-1);
      if (kept.length > search.limit || lot.length < SYNDIC_LOT || !last)
        return pageOf(kept, search.limit, ({ sortKey }) => sortKey, toUnitFile);
      from = Buffer.from(last.sortKey, 'utf8').toString('base64url');
    }
  }

  private async syndic(agencyId: string, units: readonly UnitDocument[]): Promise<Set<string>> {
    const ids = [...new Set(units.map(({ buildingId }) => buildingId))];
    const found = await this.buildingModel
      .find({ agencyId, id: { $in: ids }, syndic: true }, { _id: 0, id: 1 })
      .lean<{ id: string }[]>();
    return new Set(found.map(({ id }) => id));
  }

  private page(
    agencyId: string,
    { buildingId, ownerId, words }: UnitFileSearch,
    mandateId: string | { $gt: string } | undefined,
    cursor: string,
    limit: number,
  ): Promise<UnitDocument[]> {
    return this.unitModel
      .find({
        agencyId,
        ...(mandateId ? { mandateId } : {}),
        ...(buildingId ? { buildingId } : {}),
        ...(ownerId ? { ownerId } : {}),
        ...startingWith(words),
        ...after(cursor),
      })
      .sort({ sortKey: 1 })
      .limit(limit)
      .lean<UnitDocument[]>();
  }

  /** Those with an account of a kind. */
  private holders(agencyId: string, kind: string): Promise<string[]> {
    return this.accountModel.distinct('partyIds', { agencyId, kind });
  }
}

const toUnitFile = (document: UnitDocument): UnitFile => ({
  ...fromUnit(toUnit(document), document.file),
  version: document.version ?? 1,
});
