import { Link } from 'react-router';
import type { Figures, ServiceTarget } from '../../api/types.js';
import { named } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import { formatDelay } from '../../lib/dates.js';
import type { Asked } from '../address.js';
import { DASHBOARD, FIGURES, TARGETS } from '../fr.js';
import { formatNumber, formatShare, formatSpan } from '../words.js';
import classes from '../figures.module.css';
import { Part } from './frame.js';
import { Lines } from './lines.js';
import { FigureTable } from './table.js';

const nameOf = (target: ServiceTarget | undefined): string =>
  target ? named(TARGETS, target) : FIGURES.unknown;

/** Service levels: what was kept, and each that was missed. */
export function Service({ figures, asked }: { figures: Figures; asked: Asked }) {
  const { path } = useModule();
  const { serviceLevels, serviceMisses } = figures;
  return (
    <Part title={DASHBOARD.service} note={DASHBOARD.serviceNote}>
      <FigureTable
        caption={DASHBOARD.service}
        columns={[DASHBOARD.target, DASHBOARD.within, DASHBOARD.kept, DASHBOARD.missed, DASHBOARD.keptShare]}
        rows={serviceLevels.map(({ target, hours, kept, missed }) => ({
          key: target ?? '',
          cells: [
            ...[nameOf(target), formatDelay(hours), formatNumber(kept), formatNumber(missed)],
            formatShare(kept, kept + missed),
          ],
        }))}
      />
      {serviceMisses.length > 0 && (
        <>
          <h3>{DASHBOARD.misses}</h3>
          <Lines
            caption={DASHBOARD.misses}
            columns={[DASHBOARD.ticket, DASHBOARD.target, DASHBOARD.over]}
            rows={serviceMisses.map(({ ticketId, number, subject, placeLabel, target, overSeconds }) => ({
              key: `${ticketId}-${target}`,
              cells: [
                <>
                  <Link to={`/tickets/${path}/${ticketId}`}>
                    {number} {subject}
                  </Link>
                  <div className={classes.note}>{placeLabel}</div>
                </>,
                nameOf(target),
                formatSpan(overSeconds, asked.hours),
              ],
            }))}
          />
        </>
      )}
    </Part>
  );
}
