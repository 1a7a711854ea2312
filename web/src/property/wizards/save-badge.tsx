import { formatMoment } from '../../lib/dates.js';
import type { Draft } from '../api/types.js';
import { WIZARD } from '../fr/wizards.js';
import type { SaveState } from './step/use-step-form.js';
import classes from './wizard.module.css';

export function SaveBadge({ state, draft: { savedAt, savedBy } }: { state: SaveState; draft: Draft }) {
  const isSaved = state === 'saved' && savedAt;
  return (
    <span role="status" className={classes.saved} data-state={state}>
      {isSaved
        ? WIZARD.savedAt(formatMoment(savedAt), savedBy?.name ?? '')
        : state === 'saved'
          ? ''
          : WIZARD.saveStates[state]}
    </span>
  );
}
