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
import type { BuildingDocument } from '../places/building.schema.js';
import { BUILDING } from '../places/building.schema.js';
import type { PartyDocument } from '../people/party.schema.js';
import { PARTY } from '../people/party.schema.js';
import { startingWith } from '../published.js';
import { toUnit } from '../places/unit.mapper.js';
import type { UnitDocument } from '../places/unit.schema.js';
import { UNIT } from '../places/unit.schema.js';
import { toAccount } from './accounting/account.mapper.js';
import type { AccountDocument } from './accounting/account.schema.js';
import { ACCOUNT } from './accounting/account.schema.js';
import { toMandate } from './mandate.mapper.js';
import type { MandateDocument } from './mandate.schema.js';
import { MANDATE } from './mandate.schema.js';
import { decodeCursor, encodeCursor, pageOf } from './page.js';

/** Where an index cannot tell who is wanted, so many are looked through at a time until a page is full. */
const LOT = 200;

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
    const { limit, accountKind } = search;
    const found = accountKind
      ? await this.holders(agencyId, search)
      : await this.partyPage(agencyId, search, search.after, limit + 1);
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
      const lot = await this.page(agencyId, search, undefined, from, LOT);
      const buildings = await this.syndic(agencyId, lot);
      kept.push(
        ...lot.filter((unit) => !unit.mandateId && !unit.file?.withdrawn && buildings.has(unit.buildingId)),
      );
      const last = lot.at(-1);
      if (kept.length > search.limit || lot.length < LOT || !last)
        return pageOf(kept, search.limit, ({ sortKey }) => sortKey, toUnitFile);
      from = encodeCursor(last.sortKey);
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

  private partyPage(
    agencyId: string,
    { words }: PartySearch,
    cursor: string,
    limit: number,
  ): Promise<PartyDocument[]> {
    return this.partyModel
      .find({ agencyId, ...startingWith(words), ...after(cursor) }, { id: 1, sortKey: 1 })
      .sort({ sortKey: 1 })
      .limit(limit)
      .lean<PartyDocument[]>();
  }

  /** Those with an account of a kind, looked for a lot of parties at a time: an agency has thousands of accounts. */
  private async holders(agencyId: string, search: PartySearch): Promise<PartyDocument[]> {
    const kept: PartyDocument[] = [];
    let from = search.after;
    for (;;) {
      const lot = await this.partyPage(agencyId, search, from, LOT);
      const ids = lot.map(({ id }) => id);
      const accounts = await this.accountModel
        .find({ agencyId, partyIds: { $in: ids }, kind: search.accountKind }, { _id: 0, partyIds: 1 })
        .lean<Pick<AccountDocument, 'partyIds'>[]>();
      const holders = new Set(accounts.flatMap(({ partyIds }) => partyIds));
      kept.push(...lot.filter(({ id }) => holders.has(id)));
      const last = lot.at(-1);
      if (kept.length > search.limit || lot.length < LOT || !last) return kept;
      from = encodeCursor(last.sortKey ?? '');
    }
  }
}

const toUnitFile = (document: UnitDocument): UnitFile => ({
  ...fromUnit(toUnit(document), document.file),
  version: document.version ?? 1,
});
