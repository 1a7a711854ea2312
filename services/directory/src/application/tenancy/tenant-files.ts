import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { LeaseFile } from '../../domain/property/lease.js';
import type { FileKind, FilesByKind } from '../../domain/property/property-file.js';
import { debtOf } from '../../domain/property/rent-call.js';
import type { TenantFile } from '../../domain/tenancy/tenant-file.js';
import { Ledger } from '../ports/property/ledger.js';
import { PropertyFiles } from '../ports/property/property-files.js';
import { parisDay } from '@intervia/french';

const MOST_UNPAID = 36;

const unique = (ids: readonly (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id): id is string => Boolean(id))),
];

/** Gathers what stands around leases: a few queries for however many. */
@Injectable()
export class TenantFiles {
  constructor(
    private readonly files: PropertyFiles,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  async of(agencyId: string, leases: readonly LeaseFile[]): Promise<TenantFile[]> {
    if (leases.length === 0) return [];
    const ids = leases.map(({ id }) => id);
    const load = async <K extends FileKind>(kind: K, wanted: readonly string[]) => {
      const found = wanted.length === 0 ? [] : await this.files.find(agencyId, kind, wanted);
      return new Map<string, FilesByKind[K]>(found.map((record) => [record.id, record]));
    };
    const [accounts, parties, units, unpaid, last] = await Promise.all([
      load('account', unique(leases.map(({ accountId }) => accountId))),
      load('party', unique(leases.flatMap((lease) => [lease.partyId, ...sharerIds(lease)]))),
      load('unit', unique(leases.map(({ unitId }) => unitId))),
      this.ledger.unpaid(agencyId, ids, MOST_UNPAID),
      this.ledger.lastCalls(agencyId, ids),
    ]);
    const places = [...units.values()];
    const [buildings, mandates] = await Promise.all([
      load('building', unique(places.map(({ buildingId }) => buildingId))),
      load('mandate', unique(places.map(({ mandateId }) => mandateId))),
    ]);
    const owners = await load('account', unique([...mandates.values()].map(({ accountId }) => accountId)));
    const today = parisDay(this.clock.now());
    return leases.map((lease) => {
      const unit = units.get(lease.unitId);
      const mandate = mandates.get(unit?.mandateId ?? '');
      const calls = (unpaid.get(lease.id) ?? []).filter(({ dueOn }) => dueOn < today);
      return {
        lease,
        account: accounts.get(lease.accountId),
        party: parties.get(lease.partyId),
        sharerParties: sharerIds(lease).flatMap((id) => parties.get(id) ?? []),
        unit,
        building: buildings.get(unit?.buildingId ?? ''),
        unpaid: calls,
        lastCall: last.get(lease.id),
        ...debtOf(calls, today),
        mandateEndedOn: mandate?.endedOn ?? '',
        ownerAccount: owners.get(mandate?.accountId ?? ''),
      };
    });
  }
}

const sharerIds = ({ sharers }: LeaseFile): string[] => unique(sharers.map(({ partyId }) => partyId));
