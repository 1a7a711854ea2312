import { Injectable } from '@nestjs/common';
import { LeaseNotFound } from '../../domain/property-errors.js';
import type { Alarm, LeaseFile } from '../../domain/property/lease.js';
import type { Posting } from '../../domain/property/posting.js';
import type { RentCall } from '../../domain/property/rent-call.js';
import { allocataireKey } from '../../domain/tenancy/allocataire.js';
import { openAlarms } from '../../domain/tenancy/keep-up.js';
import { bytesOf } from '../../domain/property/shape.js';
import { effectiveLimit } from '../limit.js';
import { Parties } from '../ports/parties.js';
import type { CafKey, CafSearch, LeasePage, Page } from '../ports/property/leases.js';
import { Leases } from '../ports/property/leases.js';
import { Ledger } from '../ports/property/ledger.js';
import { PropertyFiles } from '../ports/property/property-files.js';
import { toldToCaf } from '../../domain/tenancy/tenant-file.js';
import type { CafTenant, TenantFile } from '../../domain/tenancy/tenant-file.js';
import { TenantFiles } from '../tenancy/tenant-files.js';
import type { LeaseRow } from './list-files.query.js';
import { ListFilesQuery } from './list-files.query.js';

export interface DueAlarm extends Pick<LeaseRow, 'tenantName' | 'unitLabel' | 'buildingName'> {
  alarm: Alarm;
  leaseId: string;
}

export interface CafMatch {
  keyIndex: number;
  leaseId: string;
  /** Empty: the tenant. */
  sharerId: string;
  accountId: string;
  accountNumber: string;
  name: string;
  cafNumber: string;
}

/** For a caisse: so many unless the caller asks for more, never more than these, and never more than the bus carries (1 MB). */
const SOME_TENANTS = 25;
const MOST_TENANTS = 400;
const MOST_BYTES = 768 * 1024;

/** Tenants, one or a page of them, and what stands on their accounts. */
@Injectable()
export class TenantsQuery {
  constructor(
    private readonly leases: Leases,
    private readonly ledger: Ledger,
    private readonly tenants: TenantFiles,
    private readonly files: PropertyFiles,
    private readonly parties: Parties,
    private readonly lists: ListFilesQuery,
  ) {}

  async get(agencyId: string, leaseId: string): Promise<TenantFile> {
    const found = await this.leases.find(agencyId, leaseId);
    const [tenant] = found ? await this.tenants.of(agencyId, [found.lease]) : [];
    if (!tenant) throw new LeaseNotFound();
    return tenant;
  }

  async forCaf(agencyId: string, search: CafSearch): Promise<Page<CafTenant>> {
    const limit = Math.min(search.limit || SOME_TENANTS, MOST_TENANTS);
    const { items: leases, next } = await this.leases.forCaf(agencyId, { ...search, limit });
    const items = fitting((await this.tenants.of(agencyId, leases)).map(toldToCaf), MOST_BYTES);
    return { items, next: items.length < leases.length ? (items.at(-1)?.lease.id ?? '') : next };
  }

  rentCalls(
    agencyId: string,
    search: LeasePage & { leaseId: string; unpaidOnly: boolean },
  ): Promise<Page<RentCall>> {
    return this.ledger.rentCalls(agencyId, { ...search, limit: effectiveLimit(search.limit) });
  }

  postings(agencyId: string, search: LeasePage & { accountId: string }): Promise<Page<Posting>> {
    return this.ledger.postings(agencyId, { ...search, limit: effectiveLimit(search.limit) });
  }

  async alarmsDue(agencyId: string, until: string, page: LeasePage): Promise<Page<DueAlarm>> {
    const { items, next } = await this.leases.withAlarms(agencyId, until, {
      ...page,
      limit: effectiveLimit(page.limit),
    });
    const rows = await this.lists.leaseRows(agencyId, items);
    const due = rows.flatMap(({ lease, tenantName, unitLabel, buildingName }) =>
      openAlarms(lease)
        .filter(({ dueOn }) => dueOn <= until)
        .map((alarm) => ({ alarm, leaseId: lease.id, tenantName, unitLabel, buildingName })),
    );
    return { items: due.toSorted((a, b) => (a.alarm.dueOn < b.alarm.dueOn ? -1 : 1)), next };
  }

  /** Whose lines of a payment statement they are: all that may be meant by each key. */
  async match(agencyId: string, keys: readonly CafKey[]): Promise<CafMatch[]> {
    const leases = await this.leases.matching(agencyId, keys);
    const [accounts, parties] = await Promise.all([
      this.files.find(agencyId, 'account', [...new Set(leases.map(({ accountId }) => accountId))]),
      this.parties.findMany(agencyId, [
        ...new Set(
          leases.flatMap((lease) => [lease.partyId, ...lease.sharers.map(({ partyId }) => partyId)]),
        ),
      ]),
    ]);
    const numbers = new Map(accounts.map(({ id, number }) => [id, number]));
    const names = new Map(parties.map(({ id, name }) => [id, name]));
    const holders = leases.flatMap((lease) => holdersOf(lease, numbers.get(lease.accountId) ?? ''));
    const known = byNumber(holders);
    return keys.flatMap((key, keyIndex) =>
      (known.get(meantBy(key)) ?? []).map(({ partyId, allocataireNumber: _number, ...holder }) => ({
        ...holder,
        keyIndex,
        name: names.get(partyId) ?? '',
      })),
    );
  }
}

/** As many from the beginning as the bytes hold, at least one. */
function fitting<T extends object>(items: readonly T[], bytes: number): T[] {
  let left = bytes;
  const end = items.findIndex((item, at) => (left -= bytesOf(item)) < 0 && at > 0);
  return items.slice(0, end < 0 ? items.length : end);
}

type Holder = Omit<CafMatch, 'keyIndex' | 'name'> & { partyId: string; allocataireNumber: string };

/** The tenant and each sharer, with the numbers by which a caisse knows them. */
function holdersOf(lease: LeaseFile, accountNumber: string): Holder[] {
  const common = { leaseId: lease.id, accountId: lease.accountId };
  return [
    {
      ...common,
      sharerId: '',
      accountNumber,
      partyId: lease.partyId,
      cafNumber: lease.cafNumber,
      allocataireNumber: lease.aid?.allocataireNumber ?? '',
    },
    ...lease.sharers.map((sharer) => ({
      ...common,
      sharerId: sharer.id,
      accountNumber: sharer.accountNumber,
      partyId: sharer.partyId,
      cafNumber: sharer.cafNumber,
      allocataireNumber: sharer.aid?.allocataireNumber ?? '',
    })),
  ];
}

/** Its kind, then the number as two of them are compared; empty for none. */
const NUMBERS = [
  ({ cafNumber }: CafKey) => cafNumber && `caf ${cafNumber}`,
  ({ allocataireNumber }: CafKey) => {
    const number = allocataireKey(allocataireNumber);
    return number && `allocataire ${number}`;
  },
  ({ accountNumber }: CafKey) => accountNumber && `account ${accountNumber}`,
];

/** The first number of a key that is filled counts. */
const meantBy = (key: CafKey): string => NUMBERS.map((numberOf) => numberOf(key)).find(Boolean) ?? '';

/** A file of a caisse has 100,000 lines: each key finds its holders without looking at the others. */
function byNumber(holders: readonly Holder[]): ReadonlyMap<string, readonly Holder[]> {
  const named = holders.flatMap((holder) =>
    NUMBERS.map((numberOf) => ({ number: numberOf(holder), holder })).filter(({ number }) => number !== ''),
  );
  const grouped = Map.groupBy(named, ({ number }) => number);
  return new Map([...grouped].map(([number, ones]) => [number, ones.map(({ holder }) => holder)]));
}
