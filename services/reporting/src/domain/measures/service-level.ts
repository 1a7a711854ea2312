/** Service levels: a target per urgency, to the visit and to completion (reports.md). */
import type { TicketRow } from './ticket-row.js';
import type { Elapsed } from './working-time.js';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

export interface Targets {
  /** Hours, to the visit. */
  readonly urgentVisit: number;
  readonly normalVisit: number;
  /** Hours. */
  readonly completion: number;
}

export const DEFAULT_TARGETS: Targets = {
  urgentVisit: 24,
  normalVisit: 3 * DAY_HOURS,
  completion: 10 * DAY_HOURS,
};

export const TARGET_NAMES = ['URGENT_VISIT', 'NORMAL_VISIT', 'COMPLETION'] as const;
export type TargetName = (typeof TARGET_NAMES)[number];

export interface Level {
  readonly target: TargetName;
  readonly hours: number;
  readonly kept: number;
  readonly missed: number;
}

export interface Miss {
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly placeLabel: string;
  readonly target: TargetName;
  /** Beyond the target. */
  readonly overMs: number;
}

export interface Service {
  readonly levels: readonly Level[];
  /** The worst first. */
  readonly misses: readonly Miss[];
}

const MOST_MISSES = 100;

export function serviceOf(
  rows: readonly TicketRow[],
  completionOf: (row: TicketRow) => number | undefined,
  { targets, elapsed, now }: { targets: Targets; elapsed: Elapsed; now: number },
): Service {
  const hours: Readonly<Record<TargetName, number>> = {
    URGENT_VISIT: targets.urgentVisit,
    NORMAL_VISIT: targets.normalVisit,
    COMPLETION: targets.completion,
  };
  const counts = new Map(TARGET_NAMES.map((target) => [target, { kept: 0, missed: 0 }]));
  const misses: Miss[] = [];
  for (const row of rows) {
    const moments: readonly (readonly [TargetName, number | undefined])[] = [
      [row.urgent ? 'URGENT_VISIT' : 'NORMAL_VISIT', firstVisitOf(row)],
      ['COMPLETION', completionOf(row)],
    ];
    for (const [target, at] of moments) {
      // Closed without it: there was none to make.
      if (at === undefined && row.closedAt !== undefined) continue;
      const over = runningTime(row, at ?? now, elapsed) - hours[target] * HOUR_MS;
      const count = counts.get(target);
      if (!count) continue;
      if (over > 0) {
        count.missed += 1;
        const { ticketId, number, subject, placeLabel } = row;
        misses.push({ ticketId, number, subject, placeLabel, target, overMs: over });
      } else if (at !== undefined) count.kept += 1;
    }
  }
  return {
    levels: TARGET_NAMES.map((target) => ({
      target,
      hours: hours[target],
      kept: counts.get(target)?.kept ?? 0,
      missed: counts.get(target)?.missed ?? 0,
    })),
    misses: misses.sort((a, b) => b.overMs - a.overMs).slice(0, MOST_MISSES),
  };
}

function firstVisitOf({ missions }: TicketRow): number | undefined {
  const visits = missions.flatMap(({ visitAt }) => visitAt ?? []);
  return visits.length === 0 ? undefined : Math.min(...visits);
}

/** The clock stops while a client or a vote is waited for; two waits at a time stop it once. */
export function runningTime({ requestedAt, waits }: TicketRow, until: number, elapsed: Elapsed): number {
  let paused = 0;
  let reached = requestedAt;
  for (const { from, until: end = until } of [...waits].sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, reached);
    const stop = Math.min(end, until);
    if (stop > start) paused += elapsed(start, stop);
    reached = Math.max(reached, stop);
  }
  return Math.max(0, elapsed(requestedAt, until) - paused);
}
