import type { Caller } from './caller.js';

/** Who commands, on which ticket; the same `commandId` is carried out once. */
export interface CommandTarget extends Caller {
  readonly commandId: string;
  readonly ticketId: string;
}

export interface MissionTarget extends CommandTarget {
  readonly missionId: string;
}
