import { CREATION } from '../../fr.js';
import { TimersInput } from '../../timers/timers-input.js';
import { timersOfType } from '../../timers/typed-timers.js';
import { Subsection } from '../../forms/section.js';
import type { DraftForm } from '../draft/use-draft-form.js';

/** Manual, "Délais de relances": those of the ticket's type. */
export function RemindersSection({ form }: { form: DraftForm }) {
  const { timers, quote } = form.values;
  return (
    <Subsection title={CREATION.timers}>
      <TimersInput
        names={timersOfType(quote)}
        timers={timers}
        errors={form.errors}
        onChange={(changed) => form.setFieldValue('timers', changed)}
      />
    </Subsection>
  );
}
