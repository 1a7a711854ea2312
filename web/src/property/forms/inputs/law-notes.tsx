import { IconInfoCircle } from '@tabler/icons-react';
import { FORM } from '../../fr/forms.js';
import type { LawWarning } from '../form-context.js';
import classes from '../property-forms.module.css';

/** What the law says of a field, with its source; it never blocks. */
export function LawNotes({ warnings }: { warnings: readonly LawWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className={classes.law}>
      {warnings.map(({ text, source }) => (
        <li key={text}>
          <IconInfoCircle size={15} aria-hidden />
          <span>
            {text} {source && <span className={classes.source}>{FORM.source(source)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
