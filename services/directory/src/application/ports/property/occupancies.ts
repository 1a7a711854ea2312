import type { Span } from '../../../domain/tenancy/occupancy.js';

/** Who has a unit, and when: one document a unit, so that two leases never get the same days. */
export abstract class Occupancies {
  /** Takes, or moves, the lease's span. @returns the span that is in the way, and then nothing is changed */
  abstract reserve(
    agencyId: string,
    unitId: string,
    span: Span,
    commandId: string,
  ): Promise<Span | undefined>;
  /** Takes out what a command reserved. */
  abstract release(agencyId: string, commandId: string): Promise<void>;
  /** What a command reserved is its leases' for good. */
  abstract keep(agencyId: string, commandId: string): Promise<void>;
}
