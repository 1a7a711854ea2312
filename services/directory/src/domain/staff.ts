/** Those of a building or a unit who look after it. */
export const STAFF_FIELDS = ['managerId', 'assistantId', 'accountantId'] as const;
export type StaffField = (typeof STAFF_FIELDS)[number];
export type Staffed = Readonly<Record<StaffField, string>>;

/** The unit's own, else the building's; each of the three by itself. */
export const effectiveStaffId = (field: StaffField, building: Staffed, unit?: Staffed): string =>
  unit?.[field] || building[field];

/** Everybody attached to a place, each once. */
export const staffIds = (building: Staffed, unit?: Staffed): string[] => [
  ...new Set(STAFF_FIELDS.map((field) => effectiveStaffId(field, building, unit)).filter(Boolean)),
];

/** Who is attached to a building, or to one of its units. */
export interface PlaceStaff {
  /** One of the two. */
  buildingId: string;
  unitId: string;
  staffIds: string[];
}

/** The staff of buildings and of units, as they are published now. */
export function placeStaff(
  buildings: readonly (Staffed & { id: string })[],
  units: readonly (Staffed & { id: string; buildingId: string })[],
): PlaceStaff[] {
  const byId = new Map(buildings.map((building) => [building.id, building]));
  return [
    ...buildings.map((building) => ({ buildingId: building.id, unitId: '', staffIds: staffIds(building) })),
    ...units.flatMap((unit) => {
      const building = byId.get(unit.buildingId);
      return building ? [{ buildingId: '', unitId: unit.id, staffIds: staffIds(building, unit) }] : [];
    }),
  ];
}

/** The same people, in whatever order. */
export const isSameStaff = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((id) => others.includes(id));
