import type { StandingCommandType } from './decide-ticket.js';
import type { Mission, MissionStatus } from './mission.js';
import { ticketActions } from './ticket-actions.js';
import type { ExistingTicket } from './ticket.js';
import { MISSION_COMMANDS, PERFORMERS, mayPerform } from './transitions.js';
import type { MissionCommandType } from './transitions.js';

export interface AllowedAction {
  readonly command: MissionCommandType | StandingCommandType | 'DeleteTicket';
  /** Empty for the ticket's own actions. */
  readonly missionId: string;
  readonly suggested: boolean;
  /** Entered in the contractor's place. */
  readonly manualEntry: boolean;
}

/** Manual, "Partie gauche": "elle vous suggère l'étape suivante ou propose une saisie manuelle". */
const NEXT_STEP: Readonly<Record<MissionStatus, MissionCommandType | 'CloseTicket'>> = {
  WORK_ORDER_SENT: 'AcceptWorkOrder',
  WORK_ORDER_REFUSED: 'CloseTicket',
  WORK_ORDER_ACCEPTED: 'AskCompletion',
  PRESENCE_ASKED: 'AnswerPresence',
  PRESENCE_CONFIRMED: 'AskCompletion',
  RUNNING_LATE: 'AskCompletion',
  ABSENT: 'AcceptWorkOrder',
  POSTPONEMENT_ASKED: 'AcceptWorkOrder',
  AWAITING_COMPLETION: 'ReportCompletion',
  COMPLETION_RECEIVED: 'RequestInvoice',
  INVOICE_REQUESTED: 'SubmitInvoice',
  INVOICE_RECEIVED: 'CloseTicket',
  NEW_INVOICE_REQUESTED: 'SubmitInvoice',
};

/** Manual, "Étape n° 2": presence next if it was ticked at creation, else completion. */
function nextStep(mission: Mission, askPresence: boolean): MissionCommandType | 'CloseTicket' {
  return mission.status === 'WORK_ORDER_ACCEPTED' && askPresence ? 'AskPresence' : NEXT_STEP[mission.status];
}

/** All that a user of the agency may do now. */
export function userActions(ticket: ExistingTicket): AllowedAction[] {
  const { missions, details } = ticket;
  const forMissions =
    ticket.phase === 'open'
      ? missions.flatMap((mission) => missionActions(mission, details.askPresence))
      : [];
  const finished = missions.every((mission) => nextStep(mission, details.askPresence) === 'CloseTicket');
  return [...forMissions, ...ticketActions(ticket, finished)];
}

function missionActions(mission: Mission, askPresence: boolean): AllowedAction[] {
  const suggested = nextStep(mission, askPresence);
  return MISSION_COMMANDS.filter((command) => mayPerform(mission.status, command, 'USER')).map((command) => ({
    command,
    missionId: mission.id,
    suggested: command === suggested,
    manualEntry: PERFORMERS[command] === 'contractor',
  }));
}

/** All that the contractor of a mission may do now. */
export function contractorActions(ticket: ExistingTicket, mission: Mission): MissionCommandType[] {
  if (ticket.phase !== 'open') return [];
  return MISSION_COMMANDS.filter((command) => mayPerform(mission.status, command, 'CONTRACTOR'));
}
