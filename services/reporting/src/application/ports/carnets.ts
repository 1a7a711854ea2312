import type { Carnet } from '../../domain/reports/carnet.js';

export abstract class Carnets {
  /** An empty one where nothing was typed. */
  abstract read(agencyId: string, buildingId: string): Promise<Carnet>;
  /** @throws VersionConflict unless its version is the stored one */
  abstract save(carnet: Carnet): Promise<Carnet>;
}
