import type { Known } from '../drafts/known.js';
import type {
  BuildingForm,
  Diagnostic,
  EnergyDiagnostic,
  FiscalLine,
  UnitForm,
} from '../forms/mandate-forms.js';
import { address, documents } from './party-file.js';
import type { Origin, PlannedFile, Value } from './planned-file.js';

/** Of the mandate, what each of its units is given. */
export interface UnderMandate {
  readonly mandateId: string;
  readonly ownerId: string;
  readonly managerId: string;
  readonly accountantId: string;
  readonly assistantId: string;
  readonly thresholdCents: number;
}

const ENERGIES = {
  '': '',
  GAS: 'gaz',
  ELECTRICITY: 'électricité',
  OIL: 'fioul',
  WOOD: 'bois',
  DISTRICT: 'réseau de chaleur',
  OTHER: 'autre',
} as const;

export function buildingFile(
  id: string,
  building: BuildingForm,
  origin: Origin,
  under: UnderMandate,
): PlannedFile {
  return {
    kind: 'BUILDING',
    fields: [],
    label: building.name.trim(),
    origins: { '': origin, 'address.line': { ...origin, path: `${origin.path}.address.line1` } },
    record: {
      id,
      code: building.code?.value ?? '',
      name: building.name.trim(),
      address: address(building.address),
      builtIn: building.yearBuilt,
      floors: building.floors,
      lift: building.lift,
      heating: building.heating,
      heatingEnergy: ENERGIES[building.energy],
      syndicName: building.syndic.trim(),
      insurance: building.insurance.trim(),
      digicode: building.digicode.trim(),
      caretaker: building.caretaker.trim(),
      gerance: true,
      managerId: under.managerId,
      assistantId: under.assistantId,
      accountantId: under.accountantId,
      documents: documents(building.documents),
    },
  };
}

export const rentLine = (line: FiscalLine, from = '', until = ''): Value => ({
  id: line.id,
  label: line.label.trim(),
  fiscalCode: line.fiscalCode.trim(),
  kind: line.kind,
  amountCents: line.amountCents,
  vatBp: line.vat,
  from,
  until,
});

const DIAGNOSTICS = [
  ['ELECTRICITY', 'electricity'],
  ['GAS', 'gas'],
  ['LEAD', 'lead'],
  ['ASBESTOS', 'asbestos'],
  ['ERP', 'risks'],
] as const;

function certificates(unit: UnitForm): Value[] {
  const others = DIAGNOSTICS.flatMap(([kind, name]) => {
    const given: Diagnostic | undefined = unit[name];
    return given && (given.doneOn || given.expiresOn)
      ? [{ kind, madeOn: given.doneOn, expiresOn: given.expiresOn }]
      : [];
  });
  return [...energyCertificates(unit.energy), ...others];
}

function energyCertificates(energy: EnergyDiagnostic | undefined): Value[] {
  if (!energy) return [];
  const { number, doneOn, energyClass, gesClass, attestationOn, attestationClass } = energy;
  const dpe = {
    kind: 'DPE',
    number: number.trim(),
    madeOn: doneOn,
    energyClass,
    climateClass: gesClass,
    costLowCents: energy.yearlyCostFromCents,
    costHighCents: energy.yearlyCostToCents,
  };
  return [
    ...(energyClass || number || doneOn ? [dpe] : []),
    ...(attestationClass
      ? [{ kind: 'ADEME_ATTESTATION', madeOn: attestationOn, energyClass: attestationClass }]
      : []),
  ];
}

const label = (unit: UnitForm): string => unit.managementCode?.value ?? '';

export function unitFile(
  id: string,
  buildingId: string,
  unit: UnitForm,
  origin: Origin,
  under: UnderMandate,
): PlannedFile {
  const at = (path: string): Origin => ({ ...origin, path: `${origin.path}.${path}` });
  return {
    kind: 'UNIT',
    fields: [],
    label: label(unit),
    origins: {
      '': origin,
      certificates: at('energy'),
      habitableDm2: at('habitableSurface'),
      carrezDm2: at('carrezSurface'),
    },
    record: {
      id,
      buildingId,
      rcpNumber: unit.rcpNumber.trim(),
      planNumber: unit.planNumber.trim(),
      physicalCode: unit.physicalCode?.value ?? '',
      managementCode: unit.managementCode?.value ?? '',
      kind: unit.kind,
      staircase: unit.staircase.trim(),
      floor: unit.floor.trim(),
      door: unit.door.trim(),
      habitableDm2: unit.habitableSurface,
      carrezDm2: unit.carrezSurface,
      rooms: unit.rooms,
      bedrooms: unit.bedrooms,
      furnished: unit.furnished,
      equipment: unit.equipment,
      annexes: unit.annexes,
      taxIdentifier: unit.taxIdentifier.replace(/\s/gu, ''),
      referenceLines: unit.referenceLines.map((line) => rentLine(line)),
      referenceDepositCents: unit.depositCents,
      lastRentCents: unit.lastRentCents,
      lastLeftOn: unit.lastDepartureOn,
      certificates: certificates(unit),
      keyNumbers: unit.keyNumbers,
      mandateId: under.mandateId,
      ownerId: under.ownerId,
      managerId: under.managerId,
      assistantId: under.assistantId,
      accountantId: under.accountantId,
      approvalThresholdCents: under.thresholdCents,
      documents: documents(unit.documents),
    },
  };
}

/** "Lot en syndic": it only comes under the mandate. */
export const syndicUnitFile = (
  unit: UnitForm,
  origin: Origin,
  mandateId: string,
  known: Known,
): PlannedFile => ({
  kind: 'UNIT',
  fields: ['mandateId'],
  label: known.units.get(unit.unitId)?.label ?? unit.unitId,
  origins: { '': { ...origin, path: `${origin.path}.unitId` } },
  record: { id: unit.unitId, mandateId },
});
