import { BarChart, PieChart } from '@mantine/charts';
import type { ReactNode } from 'react';
import { FIGURES } from '../fr.js';
import { formatNumber } from '../words.js';
import classes from '../figures.module.css';

/** Each three to one at least on white (WCAG 1.4.11); twelve, for the months of a year. */
const COLOURS = [
  ...['#06667b', '#b4510f', '#5b3f9b', '#1b6b3a', '#a4161a', '#8a6d00'],
  ...['#0a4a82', '#8c3b74', '#7a8500', '#5d4037', '#3949ab', '#c2185b'],
];
const REST = '#6f7f87';
const LABEL = 24;

export interface Slice {
  label: string;
  value: number;
}

export const colourOf = (at: number): string => COLOURS[at] ?? REST;

interface Props {
  title: string;
  slices: readonly Slice[];
  shape: 'pies' | 'bars';
  /** What a bar measures. */
  unit: string;
}

/** For the eye alone: the table beside it says the same to everybody, so nothing in it takes the focus. */
export function Drawing({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.chart} role="img" aria-label={FIGURES.chart(title)}>
      <div aria-hidden>{children}</div>
    </div>
  );
}

export function Chart({ title, slices, shape, unit }: Props) {
  return (
    <Drawing title={title}>
      {shape === 'pies' ? <Pie slices={slices} /> : <Bars slices={slices} unit={unit} />}
    </Drawing>
  );
}

function Pie({ slices }: Pick<Props, 'slices'>) {
  return (
    <PieChart
      data={withRest(slices).map(({ label, value }, at) => ({ name: label, value, color: colourOf(at) }))}
      size={220}
      startAngle={90}
      endAngle={-270}
      mx="auto"
      withTooltip
      tooltipDataSource="segment"
      valueFormatter={formatNumber}
      accessibilityLayer={false}
      pieProps={{ isAnimationActive: false }}
    />
  );
}

function Bars({ slices, unit }: Pick<Props, 'slices' | 'unit'>) {
  const rows = slices.slice(0, MOST_BARS).map(({ label, value }, at) => ({ label: clip(label), value, at }));
  return (
    <BarChart
      h={40 + 30 * rows.length}
      data={rows}
      dataKey="label"
      orientation="vertical"
      series={[{ name: 'value', label: unit, color: COLOURS[0] ?? REST }]}
      gridAxis="x"
      tickLine="none"
      yAxisProps={{ width: 150, interval: 0 }}
      xAxisProps={{ allowDecimals: false }}
      maxBarWidth={20}
      valueFormatter={formatNumber}
      barProps={{ isAnimationActive: false }}
      barChartProps={{ accessibilityLayer: false }}
    />
  );
}

const MOST_BARS = 24;

/** Beyond eight colours nobody tells them apart. */
function withRest(slices: readonly Slice[]): Slice[] {
  if (slices.length <= COLOURS.length) return [...slices];
  const rest = slices.slice(COLOURS.length).reduce((sum, { value }) => sum + value, 0);
  return [...slices.slice(0, COLOURS.length), { label: FIGURES.rest, value: rest }];
}

const clip = (label: string): string => (label.length > LABEL ? `${label.slice(0, LABEL - 1)}…` : label);
