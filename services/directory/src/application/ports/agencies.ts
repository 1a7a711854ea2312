import type { Agency } from '../../domain/records.js';

export abstract class Agencies {
  abstract find(agencyId: string): Promise<Agency | undefined>;
  abstract save(agency: Agency): Promise<void>;
}
