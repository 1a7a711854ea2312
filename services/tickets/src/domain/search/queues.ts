import { addParisDays, inParis, parisDay } from '@intervia/french';
import type { Colour } from '../mission/mission.js';
import type { Criteria } from './list-keys.js';

/** What one works through in a day: each a short name for criteria, so that list and counter mean the same. */
export type Queue =
  'TODO' | 'UNREAD' | 'WEEK_VISITS' | 'LATE' | 'URGENT' | 'PENDING' | 'DORMANT' | 'REVIEW' | 'ASIDE';

/** A queue is of open tickets; what it does not name, it does not ask. */
export interface QueueCriteria extends Partial<Criteria> {
  readonly colour?: Colour;
  readonly unread?: boolean;
  readonly modifiedBefore?: Date;
  /** What the reader has put aside: still, or back from there. */
  readonly aside?: 'WAITING' | 'BACK';
}

/** Of the module. */
interface QueueSettings {
  readonly dormantDays: number;
}

const QUEUES: Readonly<Record<Queue, (now: Date, settings: QueueSettings) => QueueCriteria>> = {
  TODO: () => ({ colour: 'BLUE' }),
  UNREAD: () => ({ unread: true }),
  WEEK_VISITS: (now) => ({ visitDays: weekOf(now) }),
  LATE: () => ({ late: true }),
  URGENT: () => ({ urgent: true }),
  PENDING: () => ({ types: ['PRE_TICKET'] }),
  DORMANT: (now, { dormantDays }) => ({ modifiedBefore: addParisDays(now, -dormantDays) }),
  REVIEW: () => ({ aside: 'BACK' }),
  ASIDE: () => ({ aside: 'WAITING' }),
};

export const QUEUE_NAMES = Object.keys(QUEUES) as readonly Queue[];

export const queueCriteria = (queue: Queue, now: Date, settings: QueueSettings): QueueCriteria =>
  QUEUES[queue](now, settings);

const DAYS_OF_WEEK = 7;

/** Monday to Sunday, in Paris. */
function weekOf(now: Date): readonly string[] {
  const noon = inParis(now).startOf('week').set({ hour: 12 }).toJSDate();
  return Array.from({ length: DAYS_OF_WEEK }, (_, day) => parisDay(addParisDays(noon, day)));
}
