import type { Finding, Step } from '../forms/content.js';

export type FileKind = 'PARTY' | 'ACCOUNT' | 'BUILDING' | 'UNIT' | 'MANDATE' | 'LEASE';

export interface MadeFile {
  readonly kind: FileKind;
  readonly id: string;
  readonly label: string;
}

export interface DraftFault {
  readonly step: Step;
  readonly itemId: string;
  readonly finding: Finding;
}

/**
 * Where the making of a draft's files stands. Each phase may be repeated: whoever comes after a crash drives it
 * again from the one that is written.
 *
 * STAGING → REGISTERING (mandates) → CONFIRMING → over: DONE
 *    ↳ refused by the directory: over: REFUSED, nothing was kept
 * Once a number stands in the register the way only leads on.
 */
export const PHASES = ['STAGING', 'REGISTERING', 'CONFIRMING'] as const;
export type Phase = (typeof PHASES)[number];

/** As long as a save is looked after by one process; then another takes it up. */
export const LEASE_MS = 15_000;

export interface Save {
  readonly commandId: string;
  readonly state: 'RUNNING' | 'DONE' | 'REFUSED';
  readonly phase: Phase;
  /** The staging's id in directory: a new one for each attempt. */
  readonly stagingId: string;
  readonly files: readonly MadeFile[];
  readonly faults: readonly DraftFault[];
  readonly mandateNumber: string;
  readonly unitIds: readonly string[];
  readonly startedAt: Date;
  readonly endedAt?: Date;
  readonly by: { readonly id: string; readonly name: string };
  /** Failures of others since the last step forward. */
  readonly failures: number;
}

export const phasesOf = (wizard: string): readonly Phase[] =>
  wizard === 'MANDATE' ? PHASES : PHASES.filter((phase) => phase !== 'REGISTERING');

/** Phases done, of how many. */
export function progressOf(save: Save, wizard: string): [number, number] {
  const phases = phasesOf(wizard);
  return [save.state === 'DONE' ? phases.length : Math.max(0, phases.indexOf(save.phase)), phases.length];
}
