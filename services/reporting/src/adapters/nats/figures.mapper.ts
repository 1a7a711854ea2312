import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type * as proto from '@intervia/contracts';
import { Module, ModuleSchema, ServiceTarget, Status, TicketType, enumName } from '@intervia/contracts';
import type { Asked, Dashboard } from '../../application/measure.query.js';
import { firstDay, lastDay } from '../../domain/measures/days.js';
import { PRESENCES } from '../../domain/measures/figures.js';
import type { Figures } from '../../domain/measures/figures.js';
import type { Spread, Tally } from '../../domain/measures/numbers.js';
import type { Statistics } from '../../domain/measures/statistics.js';
import type { TicketRow } from '../../domain/measures/ticket-row.js';

const SECOND_MS = 1_000;
/** An answer on the bus stays below 256 kB. */
const MOST = 100;
const MOST_CHOICES = 1_000;
/** Contractors whose trade nobody knows. */
const NO_TRADE = 'NONE';

export function toAsked(caller: proto.Caller | undefined, segment: proto.Segment | undefined): Asked {
  const { from = '', until = '', modules = [], buildingId, unitId, managerId, contractorId } = segment ?? {};
  const { source, trade, urgent } = segment ?? {};
  return {
    ...{ from, until, modules: modules.map((module) => enumName(ModuleSchema, module)) },
    ...{ buildingId, unitId, managerId, contractorId, source, urgent },
    ...(trade && { trade: trade === NO_TRADE ? '' : trade }),
    ...(caller?.attachedOnly && { staffId: caller.actor?.id }),
  };
}

export function toStatistics(
  statistics: Statistics,
): MessageInitShape<typeof proto.GetStatisticsResponseSchema> {
  const { tickets, sources, types, months, managers, trades } = statistics;
  return {
    tickets,
    sources: sources.map(toTally),
    types: types.map(toTally),
    months: months.map(toTally),
    managers: managers.map(toTally),
    trades: trades.slice(0, MOST_CHOICES).map((tally) => toTally({ ...tally, key: tally.key || NO_TRADE })),
  };
}

export function toDashboard(dashboard: Dashboard): MessageInitShape<typeof proto.GetDashboardResponseSchema> {
  const { choices, backlog, periodBefore } = dashboard;
  return {
    figures: toFigures(dashboard.figures),
    before: toFigures(dashboard.before),
    beforeFrom: firstDay(periodBefore),
    beforeUntil: lastDay(periodBefore),
    backlog: backlog.ages.map(({ from, until, counts }) => ({
      fromDays: from,
      untilDays: until,
      agency: counts.AGENCY,
      contractor: counts.CONTRACTOR,
      client: counts.CLIENT,
    })),
    buildings: choices.buildings.slice(0, MOST_CHOICES).map(toTally),
    managers: choices.managers.slice(0, MOST_CHOICES).map(toTally),
    contractors: choices.contractors.slice(0, MOST_CHOICES).map(toTally),
    trades: [...choices.trades],
  };
}

function toFigures(figures: Figures): MessageInitShape<typeof proto.FiguresSchema> {
  const { reminders, firstTimeFix, quoteGap, costs, service, presence } = figures;
  return {
    tickets: figures.tickets,
    closed: figures.closed,
    firstResponse: toSpread(figures.firstResponse),
    completion: toSpread(figures.completion),
    completionByBuilding: figures.completionByBuilding
      .slice(0, MOST)
      .map(({ key, label, spread }) => ({ buildingId: key, label, spread: toSpread(spread) })),
    contractorResponse: toSpread(figures.contractorResponse),
    quoteReceipt: toSpread(figures.quoteReceipt),
    quoteDecision: toSpread(figures.quoteDecision),
    missions: reminders.missions,
    remindersSent: reminders.sent,
    remindersExhausted: reminders.exhausted,
    presence: PRESENCES.map((key) => ({ key, count: presence[key] })),
    completed: firstTimeFix.completed,
    fixedFirstTime: firstTimeFix.fixed,
    repeats: figures.repeats,
    quotedMissions: quoteGap.missions,
    quotedCents: quoteGap.quotedCents,
    invoicedCents: quoteGap.invoicedCents,
    costCents: costs.totalCents,
    costByBuilding: costs.buildings.slice(0, MOST).map(toTally),
    costByUnit: costs.units.slice(0, MOST).map(toTally),
    costByUnitAndYear: costs.unitYears
      .slice(0, MOST)
      .map(({ unitId, year, tally: { label, count, cents } }) => ({
        ...{ unitId, year, label, count, cents },
      })),
    costByTrade: costs.trades
      .slice(0, MOST)
      .map((tally) => toTally({ ...tally, key: tally.key || NO_TRADE })),
    costByContractor: costs.contractors.slice(0, MOST).map(toTally),
    serviceLevels: service.levels.map(({ target, ...level }) => ({
      target: ServiceTarget[target],
      ...level,
    })),
    serviceMisses: service.misses.map(({ target, overMs, ...miss }) => ({
      ...miss,
      target: ServiceTarget[target],
      overSeconds: Math.round(overMs / SECOND_MS),
    })),
  };
}

export function toMeasuredTicket(row: TicketRow): MessageInitShape<typeof proto.MeasuredTicketSchema> {
  const { requestedAt, closedAt, missions } = row;
  return {
    ticketId: row.ticketId,
    number: row.number,
    type: TicketType[row.type as keyof typeof TicketType] ?? TicketType.UNSPECIFIED,
    status: Status[row.status as keyof typeof Status] ?? Status.UNSPECIFIED,
    module: Module[row.module as keyof typeof Module] ?? Module.UNSPECIFIED,
    subject: row.subject,
    placeLabel: row.placeLabel,
    managerName: row.managerName,
    contractorNames: missions.map(({ contractorName }) => contractorName).join(', '),
    requestedAt: timestampFromMs(requestedAt),
    closedAt: closedAt === undefined ? undefined : timestampFromMs(closedAt),
    invoicedCents: missions.reduce((sum, { invoicedCents }) => sum + invoicedCents, 0),
  };
}

const toTally = (tally: Tally): MessageInitShape<typeof proto.TallySchema> => ({ ...tally });

function toSpread({ count, median, p90 }: Spread): MessageInitShape<typeof proto.SpreadSchema> {
  return {
    count,
    ...(median !== undefined && { medianSeconds: Math.round(median / SECOND_MS) }),
    ...(p90 !== undefined && { p90Seconds: Math.round(p90 / SECOND_MS) }),
  };
}
