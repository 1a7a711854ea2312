import { create } from '@bufbuild/protobuf';
import type { Building, Party, Unit } from '@intervia/contracts';
import { BuildingSchema, UnitSchema } from '@intervia/contracts';
import type { BuildingSketch } from './data/buildings.js';
import { OWNER_COMPANIES } from './data/people.js';
import type { Crowd } from './people.js';
import type { Dice } from './random.js';

export interface Estate {
  building: Building;
  units: Unit[];
}

export interface Setting {
  agencyId: string;
  /** From 1: makes the reference. */
  number: number;
  managerId: string;
  /** Attached to the building beside the manager; empty for nobody. */
  assistantId: string;
  accountantId: string;
}

/** Cents, by building: what its mandates let the agency order without asking the owner; 0 for anything. */
const THRESHOLDS = [30_000, 0, 50_000];

const ordinal = (floor: number): string => (floor === 1 ? '1er étage' : `${String(floor)}e étage`);

function label(at: number, { units, floors }: BuildingSketch, dice: Dice): string {
  const floor = Math.floor((at * (floors + 1)) / units);
  if (floor > 0) return `Appartement ${String(at + 1)}, ${ordinal(floor)}`;
  return dice.chance(0.4)
    ? `Local commercial ${String(at + 1)}, rez-de-chaussée`
    : `Appartement ${String(at + 1)}, rez-de-chaussée`;
}

/** In a building under management alone a few people own everything; in a co-ownership almost each unit has its own. */
function owners(sketch: BuildingSketch, crowd: Crowd, dice: Dice, number: number): Party[] {
  const company = OWNER_COMPANIES[number % OWNER_COMPANIES.length] as string;
  if (!sketch.syndic)
    return [crowd.company(`${company} ${sketch.name.split(' ').at(-1) ?? ''}`.trim()), crowd.person()];
  return Array.from({ length: Math.ceil(sketch.units * 0.85) }, (_, at) =>
    at === 0 && dice.chance(0.5)
      ? crowd.company(`${company} ${sketch.name.split(' ').at(-1) ?? ''}`.trim())
      : crowd.person(),
  );
}

/** A building, its units and the people in it. */
export function estate(sketch: BuildingSketch, setting: Setting, crowd: Crowd, dice: Dice): Estate {
  const { managerId, assistantId, accountantId } = setting;
  const staff = { managerId, assistantId, accountantId };
  const approvalThresholdCents = sketch.gerance
    ? (THRESHOLDS[(setting.number - 1) % THRESHOLDS.length] ?? 0)
    : 0;
  const reference = String(setting.number).padStart(4, '0');
  const id = `${setting.agencyId}-i${reference}`;
  const owning = owners(sketch, crowd, dice, setting.number);
  const people = owning.filter(({ name }) => !/^(SCI|SARL|Indivision|Foncière)/.test(name));
  const council = sketch.syndic ? dice.some(people, dice.between(3, 5)) : [];
  const building = create(BuildingSchema, {
    id,
    reference,
    name: sketch.name,
    address: sketch.address,
    postalCode: sketch.postalCode,
    city: sketch.city,
    digicode: sketch.digicode,
    syndic: sketch.syndic,
    gerance: sketch.gerance,
    ...staff,
    caretakerId: sketch.caretaker ? crowd.person().id : '',
    council: council.map((party, at) => ({ partyId: party.id, president: at === 0 })),
  });
  const units = Array.from({ length: sketch.units }, (_, at) => {
    const owner = owning[at] ?? dice.pick(owning);
    const isLet = !sketch.syndic || dice.chance(sketch.gerance ? 0.6 : 0.25);
    const tenants = isLet ? Array.from({ length: dice.chance(0.2) ? 2 : 1 }, () => crowd.person()) : [];
    return create(UnitSchema, {
      id: `${id}-l${String(at + 1).padStart(3, '0')}`,
      buildingId: id,
      reference: `${reference}-${String(at + 1).padStart(3, '0')}`,
      label: label(at, sketch, dice),
      digicode: dice.chance(0.05) ? `${String(dice.between(1000, 9999))}C` : '',
      ownerId: owner.id,
      tenantIds: tenants.map((tenant) => tenant.id),
      // The assistant and the accountant are the building's.
      managerId,
      approvalThresholdCents,
    });
  });
  return { building, units };
}
