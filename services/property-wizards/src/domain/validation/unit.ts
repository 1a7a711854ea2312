import type { Draft } from '../drafts/draft.js';
import { stepOf, unitsOf } from '../drafts/draft.js';
import type { Known } from '../drafts/known.js';
import type { BuildingForm, Diagnostic, UnitForm, UnitStep } from '../forms/mandate-forms.js';
import { isDate } from '../values/dates.js';
import { isDpeNumber, isTaxIdentifier, taxIdentifierFits } from '../values/identifiers.js';
import { checkLines } from './lines.js';
import { LONGEST_NAME } from './inspector.js';
import type { Inspector } from './inspector.js';
import { checkTaken } from './party.js';

const DIAGNOSTICS = ['electricity', 'gas', 'lead', 'asbestos', 'risks'] as const;
const CLASS = /^[A-G]$/u;

export function checkUnitStep(
  inspector: Inspector,
  form: UnitStep,
  draft: Draft,
  known: Known,
  itemId: string,
): void {
  const { unit, building } = form;
  if (unit?.source === 'SYNDIC') {
    if (!inspector.required('unit.unitId', unit.unitId)) return;
    const other = unitsOf(draft).find(
      (one) => one.itemId !== itemId && one.form.unit?.unitId === unit.unitId,
    );
    if (other) inspector.fault('unit.unitId', 'UNIT_TWICE');
    if (!known.units.has(unit.unitId)) inspector.fault('unit.unitId', 'SYNDIC_UNIT_WITHDRAWN');
    else if (known.units.get(unit.unitId)?.mandateId) inspector.fault('unit.unitId', 'UNIT_UNDER_MANDATE');
    return;
  }
  checkBuilding(inspector.at('building'), building, draft, known);
  checkUnit(inspector.at('unit'), unit, postalCodeOf(building, draft, known), known);
}

function postalCodeOf(building: BuildingForm | undefined, draft: Draft, known: Known): string {
  if (building?.buildingId) return known.buildings.get(building.buildingId)?.postalCode ?? '';
  const brought = building?.ofItemId ? stepOf(draft, 'UNIT', building.ofItemId)?.form.building : building;
  return brought?.address?.postalCode ?? '';
}

function checkBuilding(
  inspector: Inspector,
  building: BuildingForm | undefined,
  draft: Draft,
  known: Known,
): void {
  if (!building) {
    inspector.fault('name', 'REQUIRED');
    return;
  }
  if (building.buildingId) {
    if (!known.buildings.has(building.buildingId)) inspector.fault('buildingId', 'BUILDING_UNKNOWN');
    return;
  }
  if (building.ofItemId) {
    const other = stepOf(draft, 'UNIT', building.ofItemId)?.form.building;
    if (!other || other.buildingId || other.ofItemId) inspector.fault('ofItemId', 'BUILDING_UNKNOWN');
    return;
  }
  inspector.required('name', building.name);
  inspector.text('name', building.name, LONGEST_NAME);
  inspector.code('code', building.code, 40);
  checkTaken(inspector, 'code', known, 'BUILDING_CODE', '', building.code?.typed ? building.code.value : '');
  inspector.address('address', building.address, true);
  if (building.yearBuilt !== 0)
    inspector.range('yearBuilt', building.yearBuilt, 1000, Number(known.today.slice(0, 4)) + 5);
  inspector.range('floors', building.floors, 0, 100);
  const { syndic, insurance, digicode, caretaker } = building;
  inspector.texts({ syndic, insurance, digicode, caretaker }, LONGEST_NAME);
}

function checkUnit(inspector: Inspector, unit: UnitForm | undefined, postalCode: string, known: Known): void {
  if (!unit) {
    inspector.fault('physicalCode', 'REQUIRED');
    return;
  }
  inspector.code('physicalCode', unit.physicalCode, 50);
  inspector.code('managementCode', unit.managementCode, 50);
  const typed = (code: UnitForm['physicalCode']): string => (code?.typed ? code.value : '');
  checkTaken(inspector, 'physicalCode', known, 'PHYSICAL_CODE', '', typed(unit.physicalCode));
  checkTaken(inspector, 'managementCode', known, 'MANAGEMENT_CODE', '', typed(unit.managementCode));
  const { rcpNumber, planNumber, staircase, floor, door } = unit;
  inspector.texts({ rcpNumber, planNumber, staircase, floor, door }, 40);
  inspector.range('habitableSurface', unit.habitableSurface, 0, 10_000_000);
  inspector.range('carrezSurface', unit.carrezSurface, 0, 10_000_000);
  inspector.range('rooms', unit.rooms, 0, 100);
  inspector.range('bedrooms', unit.bedrooms, 0, 100);
  inspector.list('equipment', unit.equipment);
  inspector.list('annexes', unit.annexes);
  inspector.list('keyNumbers', unit.keyNumbers);
  checkLines(inspector, 'referenceLines', unit.referenceLines);
  inspector.amounts({ depositCents: unit.depositCents, lastRentCents: unit.lastRentCents });
  inspector.date('lastDepartureOn', unit.lastDepartureOn);
  if (unit.taxIdentifier.trim() !== '') {
    if (!isTaxIdentifier(unit.taxIdentifier)) inspector.fault('taxIdentifier', 'TAX_IDENTIFIER_WRONG');
    else if (postalCode && !taxIdentifierFits(unit.taxIdentifier, postalCode)) {
      inspector.warn('taxIdentifier', 'TAX_IDENTIFIER_ELSEWHERE', { postalCode });
    }
  }
  checkEnergy(inspector, unit, known);
  for (const name of DIAGNOSTICS) checkDiagnostic(inspector, name, unit[name], known);
  if (unit.documents.length > 50) inspector.fault('documents', 'TOO_MANY', { most: '50' });
}

function checkEnergy(inspector: Inspector, { energy }: UnitForm, known: Known): void {
  if (!energy) return;
  const inner = inspector.at('energy');
  if (energy.number.trim() !== '' && !isDpeNumber(energy.number.trim()))
    inner.fault('number', 'DPE_NUMBER_WRONG');
  for (const name of ['energyClass', 'gesClass', 'attestationClass'] as const) {
    if (energy[name] !== '' && !CLASS.test(energy[name])) inner.fault(name, 'CLASS_WRONG');
  }
  for (const name of ['doneOn', 'attestationOn'] as const) {
    if (inner.date(name, energy[name])) inner.notFuture(name, energy[name], known.today);
  }
  if (energy.energyClass !== '' && energy.doneOn === '') inner.warn('doneOn', 'DATE_FOR_CLASS');
  const { yearlyCostFromCents, yearlyCostToCents } = energy;
  inner.amounts({ yearlyCostFromCents, yearlyCostToCents });
  if (yearlyCostToCents > 0 && yearlyCostToCents < yearlyCostFromCents)
    inner.fault('yearlyCostToCents', 'RANGE_IN_DISORDER');
}

function checkDiagnostic(
  inspector: Inspector,
  path: string,
  given: Diagnostic | undefined,
  known: Known,
): void {
  if (!given) return;
  if (inspector.date(`${path}.doneOn`, given.doneOn))
    inspector.notFuture(`${path}.doneOn`, given.doneOn, known.today);
  inspector.date(`${path}.expiresOn`, given.expiresOn);
  inspector.order(given.doneOn, given.expiresOn, `${path}.expiresOn`);
  if (isDate(given.expiresOn) && given.expiresOn < known.today)
    inspector.warn(`${path}.expiresOn`, 'DIAGNOSTIC_EXPIRED');
}
