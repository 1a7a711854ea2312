import type { Ticket } from '../api/types.js';
import { NEXT_STEP } from '../fr.js';
import { nextSteps } from './next-step-model.js';
import classes from './next-step.module.css';

/** Pinned: what happens next, and who is waited for. */
export function NextStep({ ticket }: { ticket: Ticket }) {
  const lines = nextSteps(ticket, new Date());
  if (lines.length === 0) return null;
  return (
    <section className={classes.pinned} aria-label={NEXT_STEP.title}>
      <ul>
        {lines.map(({ id, isOurs, who, what, until }) => (
          <li key={id} data-ours={isOurs || undefined}>
            <strong>{who}</strong>
            <span>
              {isOurs ? ' : ' : ', '}
              {what}
              {until && ` · ${until}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
