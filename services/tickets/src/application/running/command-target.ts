import type { Caller } from './caller.js';
import type { CommandKey } from './command-key.js';

/** Who commands, on which ticket; the same `commandId` is carried out once. */
export interface CommandTarget extends Caller, CommandKey {
  readonly ticketId: string;
}

export interface MissionTarget extends CommandTarget {
  readonly missionId: string;
}
