import type { MissionAsked, MissionStep } from './steps.js';

export interface AcknowledgeReading extends MissionAsked {
  readonly type: 'AcknowledgeReading';
}

export interface StepBack extends MissionAsked {
  readonly type: 'StepBack';
  readonly comment: string;
}

export type MissionCommand = MissionStep | AcknowledgeReading | StepBack;
