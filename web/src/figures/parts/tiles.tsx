import { Link } from 'react-router';
import type { Figures } from '../../api/types.js';
import { useModule } from '../../layout/use-module.js';
import { formatCents } from '../../lib/money.js';
import { listAddress } from '../address.js';
import type { Asked, Kind } from '../address.js';
import { DASHBOARD, FIGURES } from '../fr.js';
import { formatChange, formatNumber, formatShare, formatSpan } from '../words.js';
import classes from '../figures.module.css';

interface Tile {
  name: 'received' | 'closed' | 'firstResponse' | 'completion' | 'firstTime' | 'cost';
  kind: Kind;
  value: (figures: Figures) => number | undefined;
  text: (figures: Figures, hours: Asked['hours']) => string;
}

const TILES: readonly Tile[] = [
  {
    name: 'received',
    kind: 'ALL',
    value: ({ tickets }) => tickets,
    text: ({ tickets }) => formatNumber(tickets),
  },
  {
    name: 'closed',
    kind: 'CLOSED',
    value: ({ closed }) => closed,
    text: ({ closed }) => formatNumber(closed),
  },
  {
    name: 'firstResponse',
    kind: 'ALL',
    value: ({ firstResponse }) => firstResponse?.medianSeconds,
    text: ({ firstResponse }, hours) => formatSpan(firstResponse?.medianSeconds, hours),
  },
  {
    name: 'completion',
    kind: 'COMPLETED',
    value: ({ completion }) => completion?.medianSeconds,
    text: ({ completion }, hours) => formatSpan(completion?.medianSeconds, hours),
  },
  {
    name: 'firstTime',
    kind: 'COMPLETED',
    value: ({ fixedFirstTime, completed }) => (completed > 0 ? fixedFirstTime / completed : undefined),
    text: ({ fixedFirstTime, completed }) => formatShare(fixedFirstTime, completed),
  },
  {
    name: 'cost',
    kind: 'INVOICED',
    value: ({ costCents }) => costCents,
    text: ({ costCents }) => formatCents(costCents),
  },
];

interface Props {
  figures: Figures;
  before: Figures;
  asked: Asked;
}

/** Six figures beside those of the period before. */
export function Tiles({ figures, before, asked }: Props) {
  const { path } = useModule();
  return (
    <dl className={classes.tiles}>
      {TILES.map(({ name, kind, value, text }) => (
        <div key={name} className={classes.tile}>
          <dt>{DASHBOARD[name]}</dt>
          <dd className={classes.value}>
            <Link
              to={listAddress(path, asked, { kind })}
              aria-label={FIGURES.seeTickets(`${DASHBOARD[name]}, ${text(figures, asked.hours)}`)}
            >
              {text(figures, asked.hours)}
            </Link>
          </dd>
          <dd className={classes.note}>
            {DASHBOARD.past} : {text(before, asked.hours)} ({formatChange(value(figures), value(before))})
          </dd>
        </div>
      ))}
    </dl>
  );
}
