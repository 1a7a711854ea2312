import type { UnitFile, UnitKind } from '../../domain/property/unit.js';

const KINDS: Readonly<Record<UnitKind, string>> = {
  flat: 'Appartement',
  house: 'Maison',
  parking: 'Stationnement',
  cellar: 'Cave',
  commercial: 'Local commercial',
  other: 'Lot',
  '': 'Lot',
};

const floorName = (floor: string): string => {
  if (!floor) return '';
  if (floor === '0') return 'rez-de-chaussée';
  if (!/^\d+$/.test(floor)) return floor;
  return floor === '1' ? '1er étage' : `${floor}e étage`;
};

/** For people, when nobody has typed one: "Appartement 12, 3e étage". */
export function unitLabel({ kind, door, planNumber, managementCode, floor }: UnitFile): string {
  const number = door || planNumber || managementCode;
  return [`${KINDS[kind]} ${number}`.trim(), floorName(floor)].filter(Boolean).join(', ');
}
