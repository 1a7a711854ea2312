import type { NextUp } from '../api/types.js';
import { LIST, NEXT_UP } from '../fr.js';
import { formatBrief, formatMoment } from '../lib/dates.js';

/** "RDV ven. 28/11 10h", "Relance lun. 30/11": what is to happen next. */
export function NextCell({ next }: { next: NextUp | undefined }) {
  if (!next?.at) return null;
  const what = next.visit ? NEXT_UP.visit : next.timer && NEXT_UP[next.timer];
  const isPast = Date.parse(next.at) < Date.now();
  const moment = formatMoment(next.at);
  return (
    <span
      title={isPast ? LIST.overdue(moment) : `${what ?? ''} ${moment}`}
      data-overdue={isPast || undefined}
    >
      {what} {formatBrief(next.at, next.visit)}
    </span>
  );
}
