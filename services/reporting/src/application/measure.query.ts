import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { setImmediate as breath } from 'node:timers/promises';
import { backlogOf, ageBandOf, isOpen, waitedFor } from '../domain/measures/backlog.js';
import type { Backlog } from '../domain/measures/backlog.js';
import { before, toPeriod } from '../domain/measures/days.js';
import { REPEAT_DAYS, completionOf, figuresOf } from '../domain/measures/figures.js';
import type { Figures } from '../domain/measures/figures.js';
import { Tallies } from '../domain/measures/numbers.js';
import type { Tally } from '../domain/measures/numbers.js';
import { isIn, isWithin } from '../domain/measures/segment.js';
import type { Period, Segment, Trades } from '../domain/measures/segment.js';
import { DEFAULT_TARGETS } from '../domain/measures/service-level.js';
import { statisticsOf } from '../domain/measures/statistics.js';
import type { Statistics } from '../domain/measures/statistics.js';
import type { TicketRow } from '../domain/measures/ticket-row.js';
import { buildingLabel } from '../domain/measures/figures.js';
import { CALENDAR, WorkingTime } from '../domain/measures/working-time.js';
import type { Elapsed } from '../domain/measures/working-time.js';
import { Neighbourhood } from './ports/neighbourhood.js';
import { ReadModel } from './ports/read-model.js';

const DAY_MS = 86_400_000;

/** What is asked for: the first and the last day, and of which tickets. */
export interface Asked extends Segment {
  readonly from: string;
  readonly until: string;
}

export interface Dashboard {
  readonly figures: Figures;
  readonly before: Figures;
  readonly periodBefore: Period;
  readonly backlog: Backlog;
  readonly choices: {
    readonly buildings: readonly Tally[];
    readonly managers: readonly Tally[];
    readonly contractors: readonly Tally[];
    readonly trades: readonly string[];
  };
}

export type MeasuredKind = 'ALL' | 'CLOSED' | 'OPEN' | 'EXHAUSTED' | 'COMPLETED' | 'INVOICED';

export interface MeasuredFilter {
  readonly kind: MeasuredKind;
  readonly waitedFor?: string;
  readonly ageBand?: number;
  readonly type?: string;
  readonly skip: number;
  readonly limit: number;
}

const KINDS: Readonly<Record<Exclude<MeasuredKind, 'OPEN'>, (row: TicketRow) => boolean>> = {
  ALL: () => true,
  CLOSED: ({ closedAt }) => closedAt !== undefined,
  EXHAUSTED: ({ missions }) => missions.some(({ exhausted }) => exhausted),
  COMPLETED: (row) => completionOf(row) !== undefined,
  INVOICED: ({ missions }) => missions.some(({ invoiced }) => invoiced),
};

/** Statistics, dashboard, and the tickets behind a figure: each answers from one range of the read model. */
@Injectable()
export class MeasureQuery {
  constructor(
    private readonly model: ReadModel,
    private readonly neighbours: Neighbourhood,
    private readonly clock: Clock,
  ) {}

  /** One at a time: what is being measured is held in memory whole, and ten who ask must not hold ten years. */
  private turn: Promise<unknown> = Promise.resolve();

  private inTurn<T>(measure: () => Promise<T>): Promise<T> {
    const measured = this.turn.then(measure);
    this.turn = measured.catch(() => undefined);
    return measured;
  }

  statistics(agencyId: string, asked: Asked): Promise<Statistics> {
    return this.inTurn(() => this.countTickets(agencyId, asked));
  }

  dashboard(agencyId: string, asked: Asked, hours: 'CALENDAR' | 'WORKING'): Promise<Dashboard> {
    return this.inTurn(() => this.measure(agencyId, asked, hours));
  }

  tickets(
    agencyId: string,
    asked: Asked,
    filter: MeasuredFilter,
  ): Promise<{ rows: TicketRow[]; total: number }> {
    return this.inTurn(() => this.listTickets(agencyId, asked, filter));
  }

  private async countTickets(agencyId: string, asked: Asked): Promise<Statistics> {
    const period = toPeriod(asked.from, asked.until);
    const [rows, trades] = await Promise.all([
      this.model.requested(agencyId, { ...period, buildingId: asked.buildingId }),
      this.neighbours.trades(agencyId),
    ]);
    return statisticsOf(
      rows.filter((row) => isIn(asked, row, trades)),
      trades,
      period,
    );
  }

  private async measure(agencyId: string, asked: Asked, hours: 'CALENDAR' | 'WORKING'): Promise<Dashboard> {
    const period = toPeriod(asked.from, asked.until);
    const periodBefore = before(period);
    // One read for both periods, and for what repeats may repeat.
    const range = { from: periodBefore.from - REPEAT_DAYS * DAY_MS, until: period.until };
    const [all, open, trades, elapsed] = await Promise.all([
      this.model.requested(agencyId, { ...range, buildingId: asked.buildingId }),
      this.model.open(agencyId),
      this.neighbours.trades(agencyId),
      this.elapsed(agencyId, asked, range, hours),
    ]);
    const now = this.clock.now().getTime();
    const rows = all.filter((row) => isIn(asked, row, trades));
    const of = (span: Period): Figures =>
      figuresOf(
        rows.filter(({ requestedAt }) => isWithin(span, requestedAt)),
        {
          ...{ trades, elapsed, targets: DEFAULT_TARGETS, now },
          earlier: rows.filter(
            ({ requestedAt }) => requestedAt < span.from && requestedAt >= span.from - REPEAT_DAYS * DAY_MS,
          ),
        },
      );
    const figures = of(period);
    // Others are served between the two.
    await breath();
    return {
      figures,
      before: of(periodBefore),
      periodBefore,
      backlog: backlogOf(
        open.filter((row) => isIn(asked, row, trades)),
        now,
      ),
      choices: choicesOf(all, asked, trades),
    };
  }

  private async listTickets(
    agencyId: string,
    asked: Asked,
    filter: MeasuredFilter,
  ): Promise<{ rows: TicketRow[]; total: number }> {
    const trades = await this.neighbours.trades(agencyId);
    const now = this.clock.now().getTime();
    const found = await this.candidates(agencyId, asked, filter, now);
    const rows = found.filter(
      (row) => isIn(asked, row, trades) && (filter.type === undefined || row.type === filter.type),
    );
    const { skip, limit } = filter;
    return { rows: rows.reverse().slice(skip, skip + limit), total: rows.length };
  }

  private async candidates(
    agencyId: string,
    asked: Asked,
    { kind, waitedFor: who, ageBand }: MeasuredFilter,
    now: number,
  ): Promise<TicketRow[]> {
    if (kind === 'OPEN') {
      const open = await this.model.open(agencyId);
      return open.filter(
        (row) =>
          isOpen(row) &&
          (who === undefined || waitedFor(row) === who) &&
          (ageBand === undefined || ageBandOf(row, now) === ageBand),
      );
    }
    const period = toPeriod(asked.from, asked.until);
    const rows = await this.model.requested(agencyId, { ...period, buildingId: asked.buildingId });
    return rows.filter(KINDS[kind]);
  }

  private async elapsed(
    agencyId: string,
    { modules }: Asked,
    { from }: Period,
    hours: 'CALENDAR' | 'WORKING',
  ): Promise<Elapsed> {
    if (hours === 'CALENDAR') return CALENDAR;
    const quiet = await this.neighbours.quietHours(agencyId, modules[0] ?? 'SYNDIC');
    // A request may have been received long before it was typed in; what ends a span may come long after the period.
    const working = new WorkingTime(quiet, from, this.clock.now().getTime());
    return (start, end) => working.between(start, end);
  }
}

/** Whatever else is chosen: one may change one's mind. */
function choicesOf(all: readonly TicketRow[], asked: Asked, trades: Trades): Dashboard['choices'] {
  const { modules, staffId } = asked;
  const [buildings, managers, contractors] = [new Tallies(), new Tallies(), new Tallies()];
  const known = new Set<string>();
  for (const row of all) {
    if (!isIn({ modules, staffId }, row, trades)) continue;
    buildings.add(row.buildingId, buildingLabel(row));
    managers.add(row.managerId, row.managerName);
    for (const { contractorId, contractorName } of row.missions) {
      contractors.add(contractorId, contractorName);
      known.add(trades.get(contractorId) ?? '');
    }
  }
  return {
    buildings: buildings.byCount(),
    managers: managers.byCount(),
    contractors: contractors.byCount(),
    trades: [...known].filter((trade) => trade !== '').sort(),
  };
}
