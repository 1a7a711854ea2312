import { useModule } from '../../layout/use-module.js';
import { writeDay } from '../../lib/typed-day.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { useDashboard } from '../api.js';
import { FIGURES, SEGMENTS } from '../fr.js';
import { ByBuilding, Costs } from '../parts/costs.js';
import { FiguresFrame } from '../parts/frame.js';
import { Backlog, Presence } from '../parts/open-now.js';
import { PeriodBar } from '../parts/period-bar.js';
import { SegmentBar } from '../parts/segment-bar.js';
import { Service } from '../parts/service.js';
import { Counts, Spreads } from '../parts/spreads.js';
import { Tiles } from '../parts/tiles.js';
import { useAsked } from '../use-asked.js';
import classes from '../figures.module.css';

/** How the house runs, beside the period before. */
export default function DashboardPage() {
  const { module } = useModule();
  const [asked, setAsked] = useAsked();
  const { data, error, refetch, isPlaceholderData } = useDashboard(module, asked);
  const shown = error ? undefined : data;
  const { figures, before } = shown ?? {};
  return (
    <FiguresFrame sheet="dashboard" asked={asked}>
      <PeriodBar asked={asked} onChange={setAsked} />
      <SegmentBar asked={asked} onChange={setAsked} dashboard={data} />
      <p className={classes.lead} role="status">
        {FIGURES.period(writeDay(asked.from), writeDay(asked.until))}
        {shown && `, ${FIGURES.before(writeDay(shown.beforeFrom), writeDay(shown.beforeUntil))}`}
      </p>
      {asked.hours === 'WORKING' && <p className={classes.note}>{SEGMENTS.workingNote}</p>}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {figures && before && (
        <>
          <Tiles figures={figures} before={before} asked={asked} />
          <div className={classes.parts} data-stale={isPlaceholderData || undefined}>
            <Spreads figures={figures} before={before} asked={asked} />
            <Backlog ages={shown?.backlog ?? []} asked={asked} />
            <Counts figures={figures} before={before} asked={asked} />
            <Service figures={figures} asked={asked} />
            <Presence presence={figures.presence} />
            <ByBuilding figures={figures} asked={asked} />
            <Costs figures={figures} asked={asked} />
          </div>
        </>
      )}
    </FiguresFrame>
  );
}
