import type { Position, Sale, Tenancy, Unit } from '../values/base.js';
import { isWithin, monthOf } from '../values/days.js';

export type RecordKind = 'RENT' | 'SALE';

/** What leaves the house of a unit: nobody's name, no street number, no number of a unit or mandate (`partners.md`). */
export interface FeedRecord {
  recordId: string;
  op: 'CREATE' | 'UPDATE';
  kind: RecordKind;
  inseeCode: string;
  lat?: number;
  lng?: number;
  type: string;
  surface?: number;
  rooms?: number;
  floor?: number;
  buildYear?: number;
  dpe?: string;
  furnished: boolean;
  rent?: number;
  charges?: number;
  firstRentMonth?: string;
  price?: number;
  signatureMonth?: string;
}

/** The figures of a unit as of a day. */
export type Figures =
  | { kind: 'RENT'; rentCents: number; chargesCents: number; firstDay: string }
  | { kind: 'SALE'; priceCents: number; signedOn: string };

/** What has to change for a record to be sent again. */
export const saidOf = (figures: Figures): string =>
  figures.kind === 'RENT'
    ? `${figures.rentCents} ${figures.chargesCents} ${monthOf(figures.firstDay)}`
    : `${figures.priceCents} ${monthOf(figures.signedOn)}`;

/** The rent of a day: a revision that takes effect later has not changed it yet. */
function rentAsOf({ rentCents, revisions }: Tenancy, day: string): number {
  return revisions.find(({ effectOn }) => effectOn > day)?.oldRentCents ?? rentCents;
}

/** Of all tenants who are in the unit: a flat-share with a contract for each pays one rent. Undefined: nobody yet. */
export function rentFigures(tenancies: readonly Tenancy[], day: string): Figures | undefined {
  const present = tenancies.filter(({ calledFrom }) => calledFrom !== '' && calledFrom <= day);
  if (present.length === 0) return undefined;
  const sum = (of: (tenancy: Tenancy) => number) =>
    present.reduce((total, tenancy) => total + of(tenancy), 0);
  return {
    kind: 'RENT',
    rentCents: sum((tenancy) => rentAsOf(tenancy, day)),
    chargesCents: sum(({ chargesCents }) => chargesCents),
    firstDay:
      present
        .map(({ calledFrom }) => calledFrom)
        .toSorted()
        .at(-1) ?? '',
  };
}

export const saleFigures = ({ priceCents, signedOn }: Sale): Figures => ({
  kind: 'SALE',
  priceCents,
  signedOn,
});

/**
 * Manual, "Envoi de vos données": what is at most two years old is given; what is older is only said again, when its
 * rent changed and it was given before.
 */
export function opFor(figures: Figures, day: string, said: string | undefined): FeedRecord['op'] | undefined {
  if (said !== undefined) return said === saidOf(figures) ? undefined : 'UPDATE';
  const on = figures.kind === 'RENT' ? figures.firstDay : figures.signedOn;
  const amount = figures.kind === 'RENT' ? figures.rentCents : figures.priceCents;
  return amount > 0 && isWithin(on, day) ? 'CREATE' : undefined;
}

/** About a hundred metres. */
const rounded = (degrees: number | undefined): number | undefined =>
  degrees === undefined ? undefined : Math.round(degrees * 1_000) / 1_000;

const known = (number: number): number | undefined => (number > 0 ? number : undefined);

export function recordOf(
  recordId: string,
  op: FeedRecord['op'],
  unit: Unit & { kind: string },
  { inseeCode, lat, lng }: Position,
  figures: Figures,
): FeedRecord {
  return {
    ...{ recordId, op, kind: figures.kind, inseeCode, lat: rounded(lat), lng: rounded(lng) },
    ...{ type: unit.kind, surface: known(unit.habitableDm2 / 100), rooms: known(unit.rooms) },
    ...{ floor: unit.floor, buildYear: known(unit.building?.builtIn ?? 0), dpe: unit.dpe || undefined },
    furnished: unit.furnished,
    ...(figures.kind === 'RENT'
      ? {
          rent: figures.rentCents / 100,
          charges: figures.chargesCents / 100,
          firstRentMonth: monthOf(figures.firstDay),
        }
      : { price: figures.priceCents / 100, signatureMonth: monthOf(figures.signedOn) }),
  };
}
