import { BarChart } from '@mantine/charts';
import { Link } from 'react-router';
import type { BacklogAge, Figures } from '../../api/types.js';
import { named, PRESENCES } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import { listAddress } from '../address.js';
import type { Asked, WaitedFor } from '../address.js';
import { DASHBOARD, FIGURES, WAITED } from '../fr.js';
import { formatNumber, formatShare } from '../words.js';
import classes from '../figures.module.css';
import { Chart, colourOf, Drawing } from './chart.js';
import { Part } from './frame.js';
import { FigureTable } from './table.js';

const SIDES = [
  { code: 'AGENCY', field: 'agency', color: '#06667b' },
  { code: 'CONTRACTOR', field: 'contractor', color: '#b4510f' },
  { code: 'CLIENT', field: 'client', color: '#5b3f9b' },
] as const satisfies readonly { code: WaitedFor; field: keyof BacklogAge; color: string }[];

/** What is open, by its age and by whose turn it is. */
export function Backlog({ ages, asked }: { ages: readonly BacklogAge[]; asked: Asked }) {
  const { path } = useModule();
  const nameOf = ({ fromDays, untilDays }: BacklogAge) => DASHBOARD.days(fromDays, untilDays);
  const cell = (age: BacklogAge, at: number, { code, field }: (typeof SIDES)[number]) =>
    age[field] === 0 ? (
      0
    ) : (
      <Link
        to={listAddress(path, asked, { kind: 'OPEN', waitedFor: code, ageBand: String(at) })}
        aria-label={FIGURES.seeTickets(`${WAITED[code]}, ${nameOf(age)}, ${age[field]}`)}
      >
        {formatNumber(age[field])}
      </Link>
    );
  return (
    <Part title={DASHBOARD.backlog} note={DASHBOARD.backlogNote}>
      <Drawing title={DASHBOARD.backlog}>
        <BarChart
          h={220}
          data={ages.map((age) => ({ label: nameOf(age), ...age }))}
          dataKey="label"
          type="stacked"
          series={SIDES.map(({ code, field, color }) => ({ name: field, label: WAITED[code], color }))}
          withLegend
          tickLine="none"
          yAxisProps={{ allowDecimals: false }}
          barProps={{ isAnimationActive: false }}
          barChartProps={{ accessibilityLayer: false }}
        />
      </Drawing>
      <FigureTable
        caption={DASHBOARD.backlog}
        columns={[DASHBOARD.age, ...SIDES.map(({ code }) => WAITED[code]), FIGURES.total]}
        rows={ages.map((age, at) => ({
          key: nameOf(age),
          cells: [
            nameOf(age),
            ...SIDES.map((side) => cell(age, at, side)),
            formatNumber(age.agency + age.contractor + age.client),
          ],
        }))}
      />
    </Part>
  );
}

export function Presence({ presence }: Pick<Figures, 'presence'>) {
  const total = presence.reduce((sum, { count }) => sum + count, 0);
  return (
    <Part title={DASHBOARD.presence}>
      {total === 0 ? (
        <p className={classes.note}>{FIGURES.none}</p>
      ) : (
        <div className={classes.beside}>
          <Chart
            title={DASHBOARD.presence}
            shape="pies"
            unit={FIGURES.number}
            slices={presence.map(({ key, count }) => ({ label: named(PRESENCES, key), value: count }))}
          />
          <FigureTable
            caption={DASHBOARD.presence}
            columns={[DASHBOARD.answer, FIGURES.number, FIGURES.share]}
            colours={presence.map((_, at) => colourOf(at))}
            rows={presence.map(({ key, count }) => ({
              key,
              cells: [named(PRESENCES, key), formatNumber(count), formatShare(count, total)],
            }))}
          />
        </div>
      )}
    </Part>
  );
}
