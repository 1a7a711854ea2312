import { Checkbox, NativeSelect } from '@mantine/core';
import { OPTION_WORDS } from '@intervia/french/words';
import { CREATION, VISIBILITIES } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import classes from '../../forms/forms.module.css';
import { VISIBILITIES_OF } from '../../lib/visibilities.js';
import { Subsection } from '../../forms/section.js';
import type { DraftForm } from '../draft/use-draft-form.js';
import { FLAGS, flagsOf } from '../../lib/ticket-options.js';

interface Props {
  form: DraftForm;
  /** The first request has left: a receipt can no longer be asked for. */
  isOpened?: boolean;
}

/** Manual, "Partie basse": the ticket's switches. */
export function OptionsSection({ form, isOpened = false }: Props) {
  const { module } = useModule();
  const flags = flagsOf({ module, quote: form.values.quote });
  return (
    <Subsection title={CREATION.options}>
      <div className={classes.options}>
        {flags
          .filter((flag) => !(isOpened && FLAGS[flag].untilRequested))
          .map((flag) => (
            <Checkbox
              key={flag}
              label={OPTION_WORDS[flag].label}
              description={OPTION_WORDS[flag].hint}
              {...form.getInputProps(`options.${flag}`, { type: 'checkbox' })}
            />
          ))}
        <NativeSelect
          label={OPTION_WORDS.visibility.label}
          data={VISIBILITIES_OF[module].map((value) => ({ value, label: VISIBILITIES[value] }))}
          {...form.getInputProps('options.visibility')}
        />
      </div>
    </Subsection>
  );
}
