import { Checkbox, NativeSelect } from '@mantine/core';
import { CREATION, VISIBILITIES } from '../fr.js';
import { useModule } from '../layout/use-module.js';
import classes from './creation.module.css';
import { VISIBILITIES_OF } from './draft.js';
import { Subsection } from './section.js';
import type { DraftForm } from './use-draft-form.js';

/** Manual, "Partie basse": the ticket's switches. */
export function OptionsSection({ form }: { form: DraftForm }) {
  const { module } = useModule();
  const box = (
    name: 'silent' | 'sendOwner' | 'askPresence' | 'notifyReminders' | 'urgent',
    hint?: string,
  ) => (
    <Checkbox label={CREATION[name]} description={hint} {...form.getInputProps(name, { type: 'checkbox' })} />
  );
  return (
    <Subsection title={CREATION.options}>
      <div className={classes.options}>
        {box('silent', CREATION.silentHint)}
        {box('askPresence', CREATION.askPresenceHint)}
        {box('notifyReminders', CREATION.notifyRemindersHint)}
        {box('urgent', CREATION.urgentHint)}
        {module === 'GERANCE' && box('sendOwner', CREATION.sendOwnerHint)}
        <NativeSelect
          label={CREATION.visibility}
          data={VISIBILITIES_OF[module].map((value) => ({ value, label: VISIBILITIES[value] }))}
          {...form.getInputProps('visibility')}
        />
      </div>
    </Subsection>
  );
}
