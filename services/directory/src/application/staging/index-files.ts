import { Injectable } from '@nestjs/common';
import type { PropertyFile } from '../../domain/property/property-file.js';
import { recordsOf } from '../../domain/property/property-file.js';
import type { LeaseFile } from '../../domain/property/lease.js';
import { searchWords } from '../../domain/search-words.js';
import { IndexUnits } from '../publishing/index-units.js';
import { Buildings } from '../ports/buildings.js';
import { Leases } from '../ports/property/leases.js';
import { PropertyFiles } from '../ports/property/property-files.js';
import { PropertyLists } from '../ports/property/property-lists.js';
import { Parties } from '../ports/parties.js';
import { TellPlaceStaff } from '../publishing/tell-place-staff.js';
import { SettleUnits } from '../tenancy/settle-units.js';

const unique = (ids: readonly string[]): string[] => [...new Set(ids)].filter(Boolean);

/** Keeps true what depends on more than one file: who lives in a unit, by what words files are found, who is told. */
@Injectable()
export class IndexFiles {
  constructor(
    private readonly files: PropertyFiles,
    private readonly leases: Leases,
    private readonly lists: PropertyLists,
    private readonly parties: Parties,
    private readonly buildings: Buildings,
    private readonly settleUnits: SettleUnits,
    private readonly indexUnits: IndexUnits,
    private readonly tellPlaceStaff: TellPlaceStaff,
  ) {}

  /** @param born ids of those that nobody can have named before: no lease stands on them but one that was saved too */
  async after(
    agencyId: string,
    saved: readonly PropertyFile[],
    born: ReadonlySet<string> = new Set(),
  ): Promise<void> {
    const leases = recordsOf(saved, 'lease');
    const units = recordsOf(saved, 'unit');
    const buildings = recordsOf(saved, 'building');
    const parties = recordsOf(saved, 'party');
    const unitIds = unique([...units.map(({ id }) => id), ...leases.map(({ unitId }) => unitId)]);
    const lived = new Set(leases.map(({ unitId }) => unitId));
    await this.settleUnits.follow(
      agencyId,
      unitIds.filter((id) => lived.has(id) || !born.has(id)),
    );
    await this.indexUnits.after({ agencyId, units: unitIds.map((id) => ({ id })), buildings, parties });
    await this.tellStaff(agencyId, saved);
    await this.indexLeases(agencyId, saved, born);
    await this.indexMandates(agencyId, saved);
  }

  private async tellStaff(agencyId: string, saved: readonly PropertyFile[]): Promise<void> {
    const buildingIds = recordsOf(saved, 'building').map(({ id }) => id);
    const buildings = buildingIds.length === 0 ? [] : await this.buildings.findMany(agencyId, buildingIds);
    await this.tellPlaceStaff.after({ agencyId, buildings, units: recordsOf(saved, 'unit') });
  }

  /** Leases that were saved, and those of units and parties that were. */
  private async indexLeases(
    agencyId: string,
    saved: readonly PropertyFile[],
    born: ReadonlySet<string>,
  ): Promise<void> {
    const knownBefore = (kind: 'unit' | 'party'): string[] =>
      recordsOf(saved, kind).flatMap(({ id }) => (born.has(id) ? [] : [id]));
    const [ofUnits, ofParties] = [knownBefore('unit'), knownBefore('party')];
    const around = await Promise.all([
      ofUnits.length === 0 ? [] : this.leases.ofUnits(agencyId, ofUnits, false),
      ofParties.length === 0 ? [] : this.leases.ofParties(agencyId, ofParties),
    ]);
    const own = recordsOf(saved, 'lease');
    const leases = [...new Map([...around.flat(), ...own].map((lease) => [lease.id, lease])).values()];
    if (leases.length === 0) return;
    const [accounts, units, parties] = await Promise.all([
      this.files.find(agencyId, 'account', unique(leases.map(({ accountId }) => accountId))),
      this.files.find(agencyId, 'unit', unique(leases.map(({ unitId }) => unitId))),
      this.parties.findMany(agencyId, unique(leases.flatMap(partyIds))),
    ]);
    const buildings = await this.buildings.findMany(
      agencyId,
      unique(units.map(({ buildingId }) => buildingId)),
    );
    const names = new Map(parties.map(({ id, name }) => [id, name]));
    const index = leases.map((lease) => {
      const accountNumber = accounts.find(({ id }) => id === lease.accountId)?.number ?? '';
      const unit = units.find(({ id }) => id === lease.unitId);
      const building = buildings.find(({ id }) => id === unit?.buildingId);
      const words = searchWords(
        ...partyIds(lease).map((id) => names.get(id) ?? ''),
        accountNumber,
        unit?.managementCode ?? '',
        unit?.label ?? '',
        building?.name ?? '',
        building?.reference ?? '',
      );
      return [lease.id, { words, accountNumber }] as const;
    });
    await this.leases.saveIndex(agencyId, new Map(index));
  }

  private async indexMandates(agencyId: string, saved: readonly PropertyFile[]): Promise<void> {
    const mandates = recordsOf(saved, 'mandate');
    if (mandates.length === 0) return;
    const parties = await this.parties.findMany(agencyId, unique(mandates.map(({ partyId }) => partyId)));
    const names = new Map(parties.map(({ id, name }) => [id, name]));
    const index = mandates.map(
      ({ id, number, nature, partyId }) =>
        [id, searchWords(number, nature, names.get(partyId) ?? '')] as const,
    );
    await this.lists.saveMandateIndex(agencyId, new Map(index));
  }
}

const partyIds = ({ partyId, sharers }: LeaseFile): string[] => [
  partyId,
  ...sharers.map((sharer) => sharer.partyId),
];
