import { BarChart } from '@mantine/charts';
import type { Figures, Spread } from '../../api/types.js';
import { formatCents } from '../../lib/money.js';
import type { Asked } from '../address.js';
import { DASHBOARD } from '../fr.js';
import { formatChange, formatNumber, formatShare, formatSpan, hoursIn, NOTHING } from '../words.js';
import { Drawing } from './chart.js';
import { Part } from './frame.js';
import { FigureTable } from './table.js';

interface Props {
  figures: Figures;
  before: Figures;
  asked: Asked;
}

const SPREADS = [
  'firstResponse',
  'completion',
  'contractorResponse',
  'quoteReceipt',
  'quoteDecision',
] as const satisfies readonly (keyof Figures)[];

/** How long things take: half of them, and nine of ten. */
export function Spreads({ figures, before, asked }: Props) {
  const span = (spread: Spread | undefined) => [
    formatSpan(spread?.medianSeconds, asked.hours),
    formatSpan(spread?.p90Seconds, asked.hours),
  ];
  return (
    <Part title={DASHBOARD.spreads} note={DASHBOARD.spreadsNote}>
      <Drawing title={DASHBOARD.spreads}>
        <BarChart
          h={260}
          data={SPREADS.map((name) => ({
            ...{ label: DASHBOARD[name], now: hoursIn(figures[name]), before: hoursIn(before[name]) },
          }))}
          dataKey="label"
          orientation="vertical"
          series={[
            { name: 'now', label: DASHBOARD.now, color: '#06667b' },
            { name: 'before', label: DASHBOARD.past, color: '#8fa1aa' },
          ]}
          withLegend
          gridAxis="x"
          tickLine="none"
          yAxisProps={{ width: 150, interval: 0 }}
          xAxisLabel={DASHBOARD.hoursOf}
          valueFormatter={formatNumber}
          barProps={{ isAnimationActive: false }}
          barChartProps={{ accessibilityLayer: false }}
        />
      </Drawing>
      <FigureTable
        caption={DASHBOARD.spreads}
        columns={[
          ...[DASHBOARD.spreads, DASHBOARD.measures, DASHBOARD.median, DASHBOARD.p90],
          ...[DASHBOARD.medianBefore, DASHBOARD.p90Before],
        ]}
        rows={SPREADS.map((name) => ({
          key: name,
          cells: [
            ...[DASHBOARD[name], formatNumber(figures[name]?.count ?? 0)],
            ...[...span(figures[name]), ...span(before[name])],
          ],
        }))}
      />
    </Part>
  );
}

const ratio = (sum: number, count: number): number | undefined => (count > 0 ? sum / count : undefined);

interface Count {
  name: 'reminders' | 'exhausted' | 'repeats' | 'gap';
  value: (figures: Figures) => number | undefined;
  text: (figures: Figures) => string;
}

const COUNTS: readonly Count[] = [
  {
    name: 'reminders',
    value: ({ remindersSent, missions }) => ratio(remindersSent, missions),
    text: ({ remindersSent, missions }) => (missions > 0 ? formatNumber(remindersSent / missions) : NOTHING),
  },
  {
    name: 'exhausted',
    value: ({ remindersExhausted, missions }) => ratio(remindersExhausted, missions),
    text: ({ remindersExhausted, missions }) => formatShare(remindersExhausted, missions),
  },
  { name: 'repeats', value: ({ repeats }) => repeats, text: ({ repeats }) => formatNumber(repeats) },
  {
    name: 'gap',
    value: ({ invoicedCents, quotedCents }) => invoicedCents - quotedCents,
    text: ({ invoicedCents, quotedCents, quotedMissions }) =>
      quotedMissions > 0
        ? `${formatCents(invoicedCents - quotedCents)} (${formatChange(invoicedCents, quotedCents)})`
        : NOTHING,
  },
];

export function Counts({ figures, before }: Props) {
  return (
    <Part title={DASHBOARD.counts}>
      <FigureTable
        caption={DASHBOARD.counts}
        columns={[DASHBOARD.figure, DASHBOARD.now, DASHBOARD.past, DASHBOARD.change]}
        rows={COUNTS.map(({ name, value, text }) => ({
          key: name,
          cells: [
            ...[DASHBOARD[name], text(figures), text(before)],
            name === 'gap' ? NOTHING : formatChange(value(figures), value(before)),
          ],
        }))}
      />
    </Part>
  );
}
