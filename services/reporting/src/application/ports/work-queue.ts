/** Work that takes long, one job an id. */
export interface Work {
  readonly kind: 'rebuild' | 'report';
  readonly agencyId: string;
  /** The agency's, or the report's. */
  readonly id: string;
}

/** Paces what the database says is to be done; what it loses is added again. */
export abstract class WorkQueue {
  abstract add(work: readonly Work[]): Promise<void>;
}
