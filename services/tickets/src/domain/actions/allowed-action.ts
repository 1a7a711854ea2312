import type { MissionCommand } from '../mission/mission-commands.js';
import type { WholeTicketCommandType } from '../ticket/ticket-rules.js';

export interface AllowedAction {
  readonly command: MissionCommand['type'] | WholeTicketCommandType | 'DeleteTicket';
  /** Empty for the ticket's own actions. */
  readonly missionId: string;
  readonly suggested: boolean;
  /** Entered in a third party's place. */
  readonly manualEntry: boolean;
}
