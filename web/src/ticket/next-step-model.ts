import type { Mission, Ticket } from '../api/types.js';
import { NEXT_STEP, WAITING } from '../fr.js';
import { formatMoment } from '../lib/dates.js';

export interface NextStepLine {
  /** Tells the lines apart. */
  id: string;
  /** The agency must act; else somebody else is waited for. */
  isOurs: boolean;
  who: string;
  what: string;
  until: string;
}

/** Who is waited for, for what, until when: one line for each contractor who still has a part. */
export function nextSteps(ticket: Ticket, now: Date): NextStepLine[] {
  if (ticket.status === 'CLOSED' || ticket.status === 'CANCELLED') return [];
  if (ticket.status === 'PENDING_VALIDATION') return [ours('', WAITING.PENDING_VALIDATION.what)];
  const missions = ticket.missions.filter(({ status }) => status !== 'REPLACED');
  const lines = missions.map((mission) => lineOf(mission, ticket, missions.length > 1, now));
  return isUnderWay(ticket) ? lines.filter(({ id }) => !isOut(missions, id)) : lines;
}

const ours = (id: string, what: string): NextStepLine => ({
  id,
  isOurs: true,
  who: NEXT_STEP.toDo,
  what,
  until: '',
});

function lineOf(mission: Mission, ticket: Ticket, several: boolean, now: Date): NextStepLine {
  const { id, status, colour, contractor } = mission;
  const waiting = WAITING[status];
  const until = untilOf(mission, ticket, now);
  if (mission.refusedAddresses.length > 0) return ours(id, NEXT_STEP.refused(contractor.name));
  if (hasQuestion(mission, ticket)) return { ...ours(id, NEXT_STEP.question(contractor.name)), until };
  if (waiting.for === 'agency') {
    return { ...ours(id, several ? NEXT_STEP.of(waiting.what, contractor.name) : waiting.what), until };
  }
  const name = waiting.for === 'approver' ? approverOf(mission, ticket) : contractor.name;
  if (colour === 'BLUE') return ours(id, NEXT_STEP.stuck(name));
  return { id, isOurs: false, who: NEXT_STEP.waiting(name), what: waiting.what, until };
}

/** The newest message of a thread with the contractor is its own: nobody has answered. */
export function hasQuestion({ id }: Pick<Mission, 'id'>, { threads }: Ticket): boolean {
  return threads.some(({ missionId, messages }) => missionId === id && (messages.at(-1)?.received ?? false));
}

function approverOf({ approval }: Mission, { correspondents }: Ticket): string {
  const asked = correspondents.find(({ id }) => id === approval?.correspondentId);
  return asked?.person?.name ?? NEXT_STEP.someone;
}

/** The visit that is expected; else the next reminder. */
function untilOf({ id, visitExpected, appointment }: Mission, { timers }: Ticket, now: Date): string {
  if (visitExpected && appointment?.start) return NEXT_STEP.visit(formatMoment(appointment.start, now));
  const dues = timers.filter(({ missionId }) => missionId === id).map(({ dueAt }) => dueAt);
  const [first] = dues.toSorted();
  return first ? NEXT_STEP.reminder(formatMoment(first, now)) : '';
}

/** On several quotes, who declined or was refused matters no more while another goes on. */
function isUnderWay({ type, missions }: Ticket): boolean {
  return type === 'MULTIPLE_QUOTE' && missions.some(({ nothingLeft }) => !nothingLeft);
}

const OUT: ReadonlySet<Mission['status']> = new Set(['QUOTE_REFUSED', 'QUOTE_REQUEST_REFUSED']);

const isOut = (missions: readonly Mission[], id: string): boolean =>
  missions.some((mission) => mission.id === id && OUT.has(mission.status));
