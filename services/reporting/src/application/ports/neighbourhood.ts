import type { Trades } from '../../domain/measures/segment.js';
import type { QuietHours } from '../../domain/measures/working-time.js';

/** What reporting asks of other services. */
export abstract class Neighbourhood {
  /** Contractor's party id → trade. */
  abstract trades(agencyId: string): Promise<Trades>;

  abstract quietHours(agencyId: string, module: string): Promise<QuietHours>;
}
