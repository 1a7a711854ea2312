import type { Building, Party, Unit } from './records.js';
import { searchWords } from './search-words.js';

/** A unit is found by what it is, where it is, and who lives there or owns it. */
export function unitWords(
  unit: Unit,
  building: Building | undefined,
  people: ReadonlyMap<string, Party>,
): string[] {
  const names = [unit.ownerId, ...unit.tenantIds].map((id) => people.get(id)?.name ?? '');
  const where = building ? [building.reference, building.name, building.address, building.city] : [];
  return searchWords(unit.reference, unit.label, ...where, ...names);
}
