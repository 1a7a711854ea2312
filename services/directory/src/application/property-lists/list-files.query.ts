import { Injectable } from '@nestjs/common';
import type { AccountFile } from '../../domain/property/account.js';
import type { LeaseFile } from '../../domain/property/lease.js';
import type { MandateFile } from '../../domain/property/mandate.js';
import type { PartyFile } from '../../domain/property/party.js';
import type { FileKind, FilesByKind, PropertyFile } from '../../domain/property/property-file.js';
import type { UnitFile } from '../../domain/property/unit.js';
import { toUnit } from '../../domain/property/unit.js';
import { queryWords } from '../../domain/search-words.js';
import { effectiveLimit } from '../limit.js';
import { Entities } from '../ports/property/entities.js';
import type { LeaseSearch, Page } from '../ports/property/leases.js';
import { Leases } from '../ports/property/leases.js';
import { PropertyFiles } from '../ports/property/property-files.js';
import type {
  AccountSearch,
  MandateSearch,
  PartySearch,
  UnitFileSearch,
} from '../ports/property/property-lists.js';
import { PropertyLists } from '../ports/property/property-lists.js';
import { Parties } from '../ports/parties.js';
import { UnitRows } from '../unit-rows.js';

/** What was typed, instead of its words. */
export type Typed<S> = Omit<S, 'words'> & { search: string };

export interface MandateRow {
  mandate: MandateFile;
  ownerName: string;
  accountNumber: string;
  cardNumber: string;
}

export interface UnitFileRow {
  unit: UnitFile;
  buildingName: string;
  buildingAddress: string;
  ownerName: string;
  tenantNames: string;
  leaseIds: string[];
  leavesOn: string;
  buildingIsSyndic: boolean;
}

export interface LeaseRow {
  lease: LeaseFile;
  tenantName: string;
  accountNumber: string;
  balanceCents: number;
  unitLabel: string;
  buildingName: string;
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)].filter(Boolean);

/** Files as lists show them, a page at a time. */
@Injectable()
export class ListFilesQuery {
  constructor(
    private readonly lists: PropertyLists,
    private readonly files: PropertyFiles,
    private readonly leasePages: Leases,
    private readonly entities: Entities,
    private readonly people: Parties,
    private readonly unitRows: UnitRows,
  ) {}

  async byIds(
    agencyId: string,
    ids: Readonly<Partial<Record<FileKind, readonly string[]>>>,
  ): Promise<PropertyFile[]> {
    const found = await Promise.all(
      (Object.entries(ids) as [FileKind, readonly string[]][]).map(async ([kind, wanted]) => {
        const records = await this.files.find(agencyId, kind, wanted);
        return records.map((record) => ({ kind, record }) as PropertyFile);
      }),
    );
    return found.flat();
  }

  parties(agencyId: string, search: Typed<PartySearch>): Promise<Page<PartyFile>> {
    return this.lists.parties(agencyId, worded(search));
  }

  accounts(agencyId: string, search: AccountSearch): Promise<Page<AccountFile>> {
    return this.lists.accounts(agencyId, { ...search, limit: effectiveLimit(search.limit) });
  }

  async mandates(agencyId: string, search: Typed<MandateSearch>): Promise<Page<MandateRow>> {
    const { items, next } = await this.lists.mandates(agencyId, worded(search));
    const [names, accounts, cards] = await Promise.all([
      this.names(
        agencyId,
        items.map(({ partyId }) => partyId),
      ),
      this.load(
        agencyId,
        'account',
        items.map(({ accountId }) => accountId),
      ),
      this.entities.cards(agencyId),
    ]);
    const rows = items.map((mandate) => ({
      mandate,
      ownerName: names.get(mandate.partyId) ?? '',
      accountNumber: accounts.get(mandate.accountId)?.number ?? '',
      cardNumber: cards.find(({ id }) => id === mandate.cardId)?.number ?? '',
    }));
    return { items: rows, next };
  }

  async units(agencyId: string, search: Typed<UnitFileSearch>): Promise<Page<UnitFileRow>> {
    const { items, next } = await this.lists.units(agencyId, worded(search));
    const ids = items.map(({ id }) => id);
    const [rows, leases, buildings] = await Promise.all([
      this.unitRows.of(agencyId, items.map(toUnit)),
      this.leasePages.ofUnits(agencyId, ids, true),
      this.load(
        agencyId,
        'building',
        items.map(({ buildingId }) => buildingId),
      ),
    ]);
    const withRows = items.map((unit, at): UnitFileRow => {
      const own = leases.filter(({ unitId }) => unitId === unit.id);
      const notices = own.flatMap((lease) => lease.notices.filter(({ sharerId }) => sharerId === ''));
      const { buildingName = '', buildingAddress = '', ownerName = '', tenantNames = '' } = rows[at] ?? {};
      return {
        unit,
        buildingName,
        buildingAddress,
        ownerName,
        tenantNames,
        leaseIds: own.map(({ id }) => id),
        leavesOn:
          notices
            .map(({ leavesOn }) => leavesOn)
            .toSorted()
            .at(-1) ?? '',
        buildingIsSyndic: buildings.get(unit.buildingId)?.syndic ?? false,
      };
    });
    return { items: withRows, next };
  }

  async leases(agencyId: string, search: Typed<LeaseSearch>): Promise<Page<LeaseRow>> {
    const { items, next } = await this.leasePages.search(agencyId, worded(search));
    return { items: await this.leaseRows(agencyId, items), next };
  }

  async leaseRows(agencyId: string, leases: readonly LeaseFile[]): Promise<LeaseRow[]> {
    const [names, accounts, units] = await Promise.all([
      this.names(
        agencyId,
        leases.map(({ partyId }) => partyId),
      ),
      this.load(
        agencyId,
        'account',
        leases.map(({ accountId }) => accountId),
      ),
      this.load(
        agencyId,
        'unit',
        leases.map(({ unitId }) => unitId),
      ),
    ]);
    const buildings = await this.load(
      agencyId,
      'building',
      [...units.values()].map(({ buildingId }) => buildingId),
    );
    return leases.map((lease) => {
      const account = accounts.get(lease.accountId);
      const unit = units.get(lease.unitId);
      return {
        lease,
        tenantName: names.get(lease.partyId) ?? '',
        accountNumber: account?.number ?? '',
        balanceCents: account?.balanceCents ?? 0,
        unitLabel: unit?.label ?? '',
        buildingName: buildings.get(unit?.buildingId ?? '')?.name ?? '',
      };
    });
  }

  private async names(agencyId: string, ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.people.findMany(agencyId, unique(ids));
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  private async load<K extends FileKind>(
    agencyId: string,
    kind: K,
    ids: readonly string[],
  ): Promise<Map<string, FilesByKind[K]>> {
    const found = await this.files.find(agencyId, kind, unique(ids));
    return new Map(found.map((record) => [record.id, record]));
  }
}

function worded<S extends { search: string; limit: number }>({ search, limit, ...rest }: S) {
  return { ...rest, words: queryWords(search), limit: effectiveLimit(limit) };
}
