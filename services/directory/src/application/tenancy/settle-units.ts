import { Injectable } from '@nestjs/common';
import type { LeaseFile } from '../../domain/property/lease.js';
import { monthlyRent, presentPartyIds } from '../../domain/property/lease.js';
import type { UnitFile } from '../../domain/property/unit.js';
import { IndexUnits } from '../publishing/index-units.js';
import { Leases } from '../ports/property/leases.js';
import { PropertyFiles } from '../ports/property/property-files.js';

/** Who lives in units follows from their leases; so do the last rent and departure. */
@Injectable()
export class SettleUnits {
  constructor(
    private readonly files: PropertyFiles,
    private readonly leases: Leases,
    private readonly indexUnits: IndexUnits,
  ) {}

  async settle(agencyId: string, unitIds: readonly string[]): Promise<void> {
    if (unitIds.length === 0) return;
    await this.follow(agencyId, unitIds);
    await this.indexUnits.after({
      agencyId,
      units: unitIds.map((id) => ({ id })),
      buildings: [],
      parties: [],
    });
  }

  /** Without the words by which units are found: for whoever writes those anyway. */
  async follow(agencyId: string, unitIds: readonly string[]): Promise<void> {
    if (unitIds.length === 0) return;
    const leases = await this.leases.ofUnits(agencyId, unitIds, false);
    for (const id of unitIds) {
      const own = leases.filter(({ unitId }) => unitId === id);
      if (own.length === 0) continue;
      await this.files.change(agencyId, { kind: 'unit', id, commandId: '' }, (unit) => settled(unit, own));
    }
  }
}

/** Tenants in the order in which they came: one whose lease begins next month is there beside the one who leaves. */
function settled(unit: UnitFile, leases: readonly LeaseFile[]): UnitFile {
  const inOrder = leases.toSorted((a, b) => (a.effectOn < b.effectOn ? -1 : 1));
  const tenantIds = [...new Set(inOrder.flatMap(presentPartyIds))];
  const last = inOrder.filter(({ leftOn }) => leftOn > unit.lastLeftOn).at(-1);
  const isSame =
    tenantIds.length === unit.tenantIds.length && tenantIds.every((id, at) => unit.tenantIds[at] === id);
  if (isSame && !last) return unit;
  return last
    ? { ...unit, tenantIds, lastLeftOn: last.leftOn, lastRentCents: Math.max(0, monthlyRent(last)) }
    : { ...unit, tenantIds };
}
