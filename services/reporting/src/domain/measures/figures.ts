/** The figures of the trade, each defined here and nowhere else. Pure; milliseconds and cents. */
import { monthsInParis } from './days.js';
import { spreadOf, Tallies } from './numbers.js';
import type { Spread, Tally } from './numbers.js';
import { tradeOf } from './segment.js';
import type { Trades } from './segment.js';
import { serviceOf } from './service-level.js';
import type { Service, Targets } from './service-level.js';
import type { MissionRow, TicketRow } from './ticket-row.js';
import type { Elapsed } from './working-time.js';

const DAY_MS = 86_400_000;
const FIX_DAYS = 30;
export const REPEAT_DAYS = 90;

export interface Ground {
  readonly trades: Trades;
  readonly elapsed: Elapsed;
  readonly targets: Targets;
  readonly now: number;
  /** Tickets of the days before the period: a repeat is one of something that came earlier. */
  readonly earlier: readonly TicketRow[];
}

export interface Figures {
  readonly tickets: number;
  readonly closed: number;
  readonly firstResponse: Spread;
  readonly completion: Spread;
  readonly completionByBuilding: readonly { key: string; label: string; spread: Spread }[];
  readonly contractorResponse: Spread;
  readonly quoteReceipt: Spread;
  readonly quoteDecision: Spread;
  readonly reminders: { readonly missions: number; readonly sent: number; readonly exhausted: number };
  readonly presence: Readonly<Record<Presence, number>>;
  readonly firstTimeFix: { readonly completed: number; readonly fixed: number };
  readonly repeats: number;
  readonly quoteGap: {
    readonly missions: number;
    readonly quotedCents: number;
    readonly invoicedCents: number;
  };
  readonly costs: Costs;
  readonly service: Service;
}

export const PRESENCES = ['CONFIRMED', 'LATE', 'ABSENT', 'POSTPONED'] as const;
export type Presence = (typeof PRESENCES)[number];

export interface Costs {
  readonly totalCents: number;
  readonly buildings: readonly Tally[];
  readonly units: readonly Tally[];
  /** By the year in which the request was received. */
  readonly unitYears: readonly { readonly unitId: string; readonly year: number; readonly tally: Tally }[];
  readonly trades: readonly Tally[];
  readonly contractors: readonly Tally[];
}

export function figuresOf(rows: readonly TicketRow[], ground: Ground): Figures {
  const counted = rows.filter(({ cancelled }) => !cancelled);
  const { elapsed } = ground;
  // In silent mode nobody was written to: there is no answer to wait for. What was taken over had its steps elsewhere.
  const told = counted.filter(({ silent, imported }) => !silent && !imported);
  const asked = told.flatMap(({ missions }) => missions);
  const completions = counted.flatMap((row) => {
    const at = completionOf(row);
    return at === undefined ? [] : [{ row, at, ms: elapsed(row.requestedAt, at) }];
  });
  return {
    tickets: rows.length,
    closed: counted.filter(({ closedAt }) => closedAt !== undefined).length,
    firstResponse: spreadOf(
      counted.flatMap(({ requestedAt, firstActionAt }) => spanOf(elapsed, requestedAt, firstActionAt)),
    ),
    completion: spreadOf(completions.map(({ ms }) => ms)),
    completionByBuilding: byBuilding(completions),
    contractorResponse: spreadOf(
      asked.flatMap(({ askedAt, answeredAt }) => spanOf(elapsed, askedAt, answeredAt)),
    ),
    quoteReceipt: spreadOf(
      asked.flatMap(({ quoteAskedAt, quoteReceivedAt }) => spanOf(elapsed, quoteAskedAt, quoteReceivedAt)),
    ),
    quoteDecision: spreadOf(
      asked
        .filter(({ quoteAccepted }) => quoteAccepted)
        .flatMap(({ quoteReceivedAt, quoteDecidedAt }) => spanOf(elapsed, quoteReceivedAt, quoteDecidedAt)),
    ),
    reminders: {
      missions: asked.length,
      sent: asked.reduce((sum, { reminders }) => sum + reminders, 0),
      exhausted: asked.filter(({ exhausted }) => exhausted).length,
    },
    presence: presenceOf(asked),
    firstTimeFix: {
      completed: completions.length,
      fixed: completions.filter(({ row, at }) => isFixedAtOnce(row, at)).length,
    },
    repeats: repeatsOf(counted, ground),
    quoteGap: gapOf(counted.flatMap(({ missions }) => missions)),
    costs: costsOf(counted, ground.trades),
    service: serviceOf(told, completionOf, ground),
  };
}

function spanOf(elapsed: Elapsed, from: number | undefined, until: number | undefined): number[] {
  return from === undefined || until === undefined || until < from ? [] : [elapsed(from, until)];
}

/** When the last contractor who works on it had finished; never the invoice, never the closing. */
export function completionOf({ missions }: TicketRow): number | undefined {
  const working = missions.filter(({ replaced, completedAt }) => !replaced || completedAt !== undefined);
  const done = working.flatMap(({ completedAt }) => completedAt ?? []);
  const open = working.some(
    ({ completedAt, invoiced, quoteAskedAt, quoteAccepted }) =>
      completedAt === undefined && !invoiced && (quoteAskedAt === undefined || quoteAccepted),
  );
  return done.length === 0 || open ? undefined : Math.max(...done);
}

function byBuilding(completions: readonly { row: TicketRow; ms: number }[]): Figures['completionByBuilding'] {
  const found = new Map<string, { label: string; values: number[] }>();
  for (const { row, ms } of completions) {
    const known = found.get(row.buildingId) ?? { label: buildingLabel(row), values: [] };
    known.values.push(ms);
    found.set(row.buildingId, known);
  }
  return [...found]
    .map(([key, { label, values }]) => ({ key, label, spread: spreadOf(values) }))
    .sort((a, b) => (b.spread.median ?? 0) - (a.spread.median ?? 0) || (a.key < b.key ? -1 : 1));
}

/** "Résidence Les Tilleuls, appartement 12" is in the residence. */
export const buildingLabel = ({ placeLabel, unitId }: TicketRow): string =>
  unitId ? (placeLabel.split(',')[0] ?? placeLabel) : placeLabel;

function presenceOf(missions: readonly MissionRow[]): Record<Presence, number> {
  const counts: Record<Presence, number> = { CONFIRMED: 0, LATE: 0, ABSENT: 0, POSTPONED: 0 };
  for (const presence of missions.flatMap(({ presences }) => presences)) {
    if (presence in counts) counts[presence as Presence] += 1;
  }
  return counts;
}

/** One visit, and not opened again within thirty days. */
function isFixedAtOnce({ missions, reopenings }: TicketRow, completedAt: number): boolean {
  return (
    missions.every(({ visits }) => visits <= 1) &&
    !reopenings.some((at) => at >= completedAt && at - completedAt < FIX_DAYS * DAY_MS)
  );
}

/** Tickets on the same unit and trade as another one of the ninety days before. */
function repeatsOf(rows: readonly TicketRow[], { trades, earlier }: Ground): number {
  const last = new Map<string, number>();
  let repeats = 0;
  const inPeriod = new Set(rows.map(({ ticketId }) => ticketId));
  const all = [...earlier.filter(({ cancelled }) => !cancelled), ...rows];
  for (const row of all.sort((a, b) => a.requestedAt - b.requestedAt || a.number - b.number)) {
    // What is common to the building has no unit: the building is then the place.
    const keys = [...new Set(row.missions.map((mission) => tradeOf(mission, trades)))]
      .filter((trade) => trade !== '')
      .map((trade) => `${row.unitId || row.buildingId}:${trade}`);
    const isRepeat = keys.some(
      (key) => row.requestedAt - (last.get(key) ?? -Infinity) <= REPEAT_DAYS * DAY_MS,
    );
    if (isRepeat && inPeriod.has(row.ticketId)) repeats += 1;
    for (const key of keys) last.set(key, row.requestedAt);
  }
  return repeats;
}

function gapOf(missions: readonly MissionRow[]): Figures['quoteGap'] {
  const both = missions.filter(
    ({ quoteAccepted, quotedCents, invoiced }) => quoteAccepted && quotedCents > 0 && invoiced,
  );
  return {
    missions: both.length,
    quotedCents: both.reduce((sum, { quotedCents }) => sum + quotedCents, 0),
    invoicedCents: both.reduce((sum, { invoicedCents }) => sum + invoicedCents, 0),
  };
}

/** What was invoiced. */
function costsOf(rows: readonly TicketRow[], trades: Trades): Costs {
  const [buildings, units, activities, contractors] = [
    new Tallies(),
    new Tallies(),
    new Tallies(),
    new Tallies(),
  ];
  const unitYears = new Tallies();
  const monthOf = monthsInParis();
  let totalCents = 0;
  for (const row of rows) {
    for (const mission of row.missions) {
      if (!mission.invoiced) continue;
      const cents = mission.invoicedCents;
      totalCents += cents;
      buildings.add(row.buildingId, buildingLabel(row), cents);
      if (row.unitId) {
        units.add(row.unitId, row.placeLabel, cents);
        unitYears.add(`${monthOf(row.requestedAt).slice(0, 4)}/${row.unitId}`, row.placeLabel, cents);
      }
      const trade = tradeOf(mission, trades);
      activities.add(trade, trade, cents);
      contractors.add(mission.contractorId, mission.contractorName, cents);
    }
  }
  return {
    totalCents,
    buildings: buildings.byCents(),
    units: units.byCents(),
    unitYears: unitYears.byCents().map((tally) => {
      const [year = '', ...unitId] = tally.key.split('/');
      return { unitId: unitId.join('/'), year: Number(year), tally };
    }),
    trades: activities.byCents(),
    contractors: contractors.byCents(),
  };
}
