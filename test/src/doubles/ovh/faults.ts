export const FAULTS = [
  'timeout-after-acceptance',
  'drop-after-acceptance',
  'drop-before-acceptance',
  'too-many-requests',
  'server-error',
] as const;

/** What goes wrong with the next jobs. */
export type Fault = (typeof FAULTS)[number];

/** Faults to come, each used once, in order. */
export class FaultPlan {
  private readonly planned: Fault[] = [];

  inject(fault: Fault, times: number): void {
    this.planned.push(...Array.from({ length: times }, () => fault));
  }

  next(): Fault | undefined {
    return this.planned.shift();
  }
}
