import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { GetStatisticsResponse, Tally, TicketType } from '../../api/types.js';
import { named, SOURCES, typeName } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import { TICKET_TYPES } from '../../lib/lists/filters.js';
import { writeDay } from '../../lib/typed-day.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { listAddress, monthWithin, periodOnly } from '../address.js';
import type { Asked, Behind } from '../address.js';
import { useStatistics } from '../api.js';
import { COLUMNS, FIGURES, STATISTICS } from '../fr.js';
import { Chart, colourOf } from '../parts/chart.js';
import { FiguresFrame, Part } from '../parts/frame.js';
import { PeriodBar } from '../parts/period-bar.js';
import { FigureTable } from '../parts/table.js';
import { useAsked } from '../use-asked.js';
import { formatMonth, formatShare } from '../words.js';
import classes from '../figures.module.css';

type Name = keyof typeof STATISTICS;
type Narrowed = Partial<Asked> & Partial<Behind>;

interface Statistic {
  label: (tally: Tally) => string;
  /** The list behind a line; none where it cannot be asked for. */
  narrow: (tally: Tally, asked: Asked) => Narrowed | undefined;
}

const byKey = (field: 'source' | 'managerId' | 'trade') => (tally: Tally) =>
  tally.key === '' || tally.key === 'UNSPECIFIED' ? undefined : { [field]: tally.key };

/** Manual, "Pictogramme de statistiques", in its order. */
const ALL: Readonly<Record<Name, Statistic>> = {
  sources: {
    label: ({ key }) => (key === 'UNSPECIFIED' ? FIGURES.unknown : named(SOURCES, key)),
    narrow: byKey('source'),
  },
  types: {
    label: ({ key }) => typeName(key).long,
    narrow: ({ key }) =>
      TICKET_TYPES.some((type) => type === key) ? { type: key as TicketType } : undefined,
  },
  months: { label: ({ key }) => formatMonth(key), narrow: ({ key }, asked) => monthWithin(asked, key) },
  managers: { label: ({ label }) => label || FIGURES.noManager, narrow: byKey('managerId') },
  trades: {
    label: ({ key, label }) => (key === 'NONE' || key === '' ? FIGURES.unknown : label || key),
    narrow: byKey('trade'),
  },
};

type Shape = 'pies' | 'bars';

export default function StatisticsPage() {
  const { module } = useModule();
  const [all, setAsked] = useAsked();
  const asked = periodOnly(all);
  const [shape, setShape] = useState<Shape>('pies');
  const { data, error, refetch, isPlaceholderData } = useStatistics(module, asked);
  return (
    <FiguresFrame sheet="statistics" asked={asked}>
      <PeriodBar asked={asked} onChange={setAsked} />
      <p className={classes.lead} role="status">
        {FIGURES.period(writeDay(asked.from), writeDay(asked.until))}
        {data && !error && ` : ${FIGURES.tickets(data.tickets)}`}
      </p>
      <SegmentedControl
        aria-label={FIGURES.shape}
        className={classes.tools}
        mb="sm"
        value={shape}
        onChange={(value) => setShape(value)}
        data={[
          { value: 'pies', label: FIGURES.pies },
          { value: 'bars', label: FIGURES.bars },
        ]}
      />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && !error && data.tickets === 0 && <p className={classes.note}>{FIGURES.empty}</p>}
      {data && !error && data.tickets > 0 && (
        <div className={classes.parts} data-stale={isPlaceholderData || undefined}>
          {(Object.keys(ALL) as Name[]).map((name) => (
            <Shares key={name} name={name} statistics={data} asked={asked} shape={shape} />
          ))}
        </div>
      )}
    </FiguresFrame>
  );
}

interface SharesProps {
  name: Name;
  statistics: GetStatisticsResponse;
  asked: Asked;
  shape: Shape;
}

/** Number and %, drawn and as a table. */
function Shares({ name, statistics, asked, shape }: SharesProps) {
  const { path } = useModule();
  const { label, narrow } = ALL[name];
  const tallies = statistics[name];
  const lineOf = (tally: Tally) => {
    const narrowed = tally.count > 0 ? narrow(tally, asked) : undefined;
    if (!narrowed) return label(tally);
    return <Link to={listAddress(path, { ...asked, ...narrowed }, narrowed)}>{label(tally)}</Link>;
  };
  return (
    <Part title={STATISTICS[name]} note={name === 'trades' ? FIGURES.tradesNote : undefined}>
      <div className={classes.beside}>
        <Chart
          title={STATISTICS[name]}
          shape={shape}
          unit={FIGURES.number}
          slices={tallies.map((tally) => ({ label: label(tally), value: tally.count }))}
        />
        <FigureTable
          caption={STATISTICS[name]}
          columns={[COLUMNS[name], FIGURES.number, FIGURES.share]}
          colours={shape === 'pies' ? tallies.map((_, at) => colourOf(at)) : undefined}
          rows={tallies.map((tally) => ({
            key: tally.key,
            cells: [lineOf(tally), tally.count, formatShare(tally.count, statistics.tickets)],
          }))}
        />
      </div>
    </Part>
  );
}
