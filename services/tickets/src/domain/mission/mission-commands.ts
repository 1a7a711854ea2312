import type { MissionAsked, MissionStep } from './steps.js';

export interface AcknowledgeReading extends MissionAsked {
  readonly type: 'AcknowledgeReading';
}

export interface StepBack extends MissionAsked {
  readonly type: 'StepBack';
  readonly comment: string;
}

/** What became of a message: it cannot be delivered at these addresses. */
export interface RefuseAddresses extends MissionAsked {
  readonly type: 'RefuseAddresses';
  /** Whose they are; empty for the contractor. */
  readonly correspondentId: string;
  readonly addresses: readonly string[];
  readonly reason: string;
}

export type MissionCommand = MissionStep | AcknowledgeReading | StepBack;
