import type { Building, Dwelling, Position, Tenancy, Unit } from '../values/base.js';
import { NotEstimable, UnitIncomplete } from '../values/errors.js';

export const ESTIMATE_KINDS = ['RENT', 'SALE'] as const;
export type EstimateKind = (typeof ESTIMATE_KINDS)[number];

/** As `partners.md` has it; what the base does not know is left out. */
export interface EstimateRequest {
  requestId: string;
  kind: EstimateKind;
  property: {
    type: string;
    address: {
      line: string;
      postalCode: string;
      city: string;
      inseeCode: string;
      lat?: number;
      lng?: number;
    };
    surface: number;
    rooms?: number;
    bedrooms?: number;
    floor?: number;
    floorsTotal?: number;
    lift?: boolean;
    furnished: boolean;
    buildYear?: number;
    dpe?: string;
    ges?: string;
    annexes: string[];
    condition?: string;
  };
  current?: { rent: number; charges: number };
}

export interface EstimateAnswer {
  estimationId: string;
  redirectUrl: string;
  lowCents: number;
  valueCents: number;
  highCents: number;
  perM2Cents: number;
  confidence: string;
}

export interface Estimate {
  id: string;
  unitId: string;
  kind: EstimateKind;
  madeAt: Date;
  userId: string;
  userName: string;
  answer: EstimateAnswer;
}

/** Manual: "tout bien d'habitation en France métropolitaine". */
const ELSEWHERE = /^9[78]/;

const known = (number: number): number | undefined => (number > 0 ? number : undefined);

type EstimableUnit = Unit & { kind: Dwelling; building: Building };

/** @throws NotEstimable, UnitIncomplete */
export function assertEstimable(unit: Unit): asserts unit is EstimableUnit {
  if (!unit.kind) throw new NotEstimable('JESTIMO_NO_DWELLING');
  const { line = '', postalCode = '', city = '' } = unit.building?.place ?? {};
  if (ELSEWHERE.test(postalCode)) throw new NotEstimable('JESTIMO_OUT_OF_FRANCE');
  if (!line.trim() || !/^\d{5}$/.test(postalCode) || !city.trim())
    throw new UnitIncomplete('JESTIMO_ADDRESS_MISSING');
  if (unit.habitableDm2 <= 0) throw new UnitIncomplete('JESTIMO_SURFACE_MISSING');
}

/** @throws NotEstimable, UnitIncomplete */
export function estimateRequest(
  requestId: string,
  kind: EstimateKind,
  unit: Unit,
  position: Position,
  tenancies: readonly Tenancy[],
): EstimateRequest {
  assertEstimable(unit);
  const { place, floors, lift, builtIn } = unit.building;
  const sum = (of: (tenancy: Tenancy) => number) =>
    tenancies.reduce((total, tenancy) => total + of(tenancy), 0) / 100;
  return {
    ...{ requestId, kind },
    property: {
      type: unit.kind,
      address: {
        ...{ line: place.line, postalCode: place.postalCode, city: place.city },
        ...{ inseeCode: position.inseeCode, lat: position.lat, lng: position.lng },
      },
      ...{ surface: unit.habitableDm2 / 100, rooms: known(unit.rooms), bedrooms: known(unit.bedrooms) },
      ...{ floor: unit.floor, floorsTotal: known(floors), lift, furnished: unit.furnished },
      ...{ buildYear: known(builtIn), dpe: unit.dpe || undefined, ges: unit.ges || undefined },
      annexes: unit.annexes,
    },
    current:
      tenancies.length > 0
        ? { rent: sum(({ rentCents }) => rentCents), charges: sum(({ chargesCents }) => chargesCents) }
        : undefined,
  };
}
