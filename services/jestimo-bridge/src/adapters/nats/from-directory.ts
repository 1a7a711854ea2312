import type { BuildingFile, Certificate, LeaseFile, RentLine, UnitFile } from '@intervia/contracts';
import { CertificateKind, RentLineKind, UnitKind } from '@intervia/contracts';
import { annexKinds } from '../../domain/values/annexes.js';
import type { Building, Dwelling, Tenancy, Unit } from '../../domain/values/base.js';
import { floorOf } from '../../domain/values/floor.js';

const DWELLINGS: Readonly<Partial<Record<UnitKind, Dwelling>>> = {
  [UnitKind.FLAT]: 'FLAT',
  [UnitKind.HOUSE]: 'HOUSE',
};

const CLASSED: readonly CertificateKind[] = [CertificateKind.DPE, CertificateKind.ADEME_ATTESTATION];

/** The newest that has a class. */
function energyOf(certificates: readonly Certificate[]): Pick<Unit, 'dpe' | 'ges'> {
  const newest = certificates
    .filter(({ kind, energyClass }) => CLASSED.includes(kind) && energyClass !== '')
    .toSorted((a, b) => a.madeOn.localeCompare(b.madeOn))
    .at(-1);
  return { dpe: newest?.energyClass ?? '', ges: newest?.climateClass ?? '' };
}

const toBuilding = ({ address, floors, lift, builtIn }: BuildingFile): Building => ({
  place: {
    ...{ line: address?.line ?? '', postalCode: address?.postalCode ?? '', city: address?.city ?? '' },
  },
  ...{ floors, lift, builtIn },
});

export const toUnit = (unit: UnitFile, building: BuildingFile | undefined): Unit => ({
  ...{ id: unit.id, kind: DWELLINGS[unit.kind], floor: floorOf(unit.floor) },
  ...{ habitableDm2: unit.habitableDm2 || unit.carrezDm2, rooms: unit.rooms, bedrooms: unit.bedrooms },
  ...{ furnished: unit.furnished, annexes: annexKinds(unit.annexes), ...energyOf(unit.certificates) },
  building: building && toBuilding(building),
});

const sum = (lines: readonly RentLine[], wanted: RentLineKind): number =>
  lines.filter(({ kind }) => kind === wanted).reduce((total, { amountCents }) => total + amountCents, 0);

/** What is called every month; temporary lines are no part of the rent. */
export const toTenancy = ({ unitId, calledFrom, permanentLines, revisions }: LeaseFile): Tenancy => ({
  ...{ unitId, calledFrom },
  rentCents: sum(permanentLines, RentLineKind.RENT),
  chargesCents: sum(permanentLines, RentLineKind.CHARGES),
  revisions: revisions
    .map(({ effectOn, oldRentCents }) => ({ effectOn, oldRentCents }))
    .toSorted((a, b) => a.effectOn.localeCompare(b.effectOn)),
});
