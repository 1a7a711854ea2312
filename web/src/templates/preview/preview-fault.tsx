import { TEMPLATE_PREVIEW } from '../../fr.js';
import { errorText } from '../../ui/error-text.js';
import { textFaults } from '../editor/template-faults.js';
import classes from '../templates.module.css';

/** While somebody types, a text is often unfinished: said quietly, the last good preview stays. */
export function PreviewFault({ error }: { error: Error }) {
  const { subject, body } = textFaults(error);
  const faults = [...new Set([subject, body].filter(Boolean))];
  return (
    <p role="status" className={classes.fault}>
      {TEMPLATE_PREVIEW.waiting} {faults.length > 0 ? faults.join(' ') : errorText(error)}
    </p>
  );
}
