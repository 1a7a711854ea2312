import type { MissionCommand } from '../mission/mission-commands.js';
import type { MissionStatus } from '../mission/mission.js';
import type { TimerKind } from '../mission/timer.js';
import type { RecordedEvent } from '../ticket/events.js';
import type { WholeTicketCommand } from '../ticket/ticket-commands.js';
import type { Actor, AgreementMeans, Appointment, DocumentRef, PresenceAnswer } from '../values/model.js';

/** The fact of a refused attempt: only history keeps it. */
export const REFUSED = 'ActionRefused';

/** Who, what, when, as one fact tells it. */
export interface HistoryRecord {
  readonly at: Date;
  readonly actor: Actor;
  readonly manualEntry: boolean;
  readonly missionId: string;
  readonly fact: RecordedEvent['type'] | typeof REFUSED;
  /** One step with the fact before it: stepping back undoes both. */
  readonly continues?: true;
  readonly text: string;
  readonly appointment?: Appointment;
  readonly documents: readonly DocumentRef[];
  readonly amountCents: number;
  readonly presence?: PresenceAnswer;
  readonly lateMinutes: number;
  readonly timer?: TimerKind;
  /** Whom it concerns: an approver, somebody informed or written to, a new manager. */
  readonly names: readonly string[];
  /** Of a refused attempt: what was tried, and the code of the refusal. */
  readonly action?: (MissionCommand | WholeTicketCommand)['type'];
  readonly refusal?: string;
  readonly approved?: boolean;
  /** How an approval was told, and when, if not through the link. */
  readonly means?: AgreementMeans;
  readonly saidAt?: Date;
  /** The step gone back to, or told. */
  readonly status?: MissionStatus;
  readonly correspondentId?: string;
}

/** What a course of steps is read from, also long after: an entry without what was said. */
export type CourseRecord = Pick<
  HistoryRecord,
  'at' | 'missionId' | 'fact' | 'continues' | 'appointment' | 'text'
>;

/** Append-only; each entry's hash covers the one before. */
export interface HistoryEntry extends HistoryRecord {
  readonly id: string;
  readonly hash: string;
  /** Somebody was struck out of it: a seal of what is left, while `hash` still is that of what was told. */
  readonly erasure?: string;
}

export type HistoryDetails = Partial<
  Omit<HistoryRecord, 'at' | 'actor' | 'manualEntry' | 'missionId' | 'fact' | 'continues'>
>;
