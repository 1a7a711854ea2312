import type { PlaceStaff } from '../../domain/staff.js';

/** Who is attached to a building or a unit, as the other services were told last. */
export abstract class ToldStaff {
  /** Remembers, and tells, those places whose staff is not what was told; the others cost a look. */
  abstract settle(agencyId: string, places: readonly PlaceStaff[]): Promise<void>;
}
