import { Checkbox, NativeSelect } from '@mantine/core';
import { CREATION, VISIBILITIES } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import classes from '../../forms/forms.module.css';
import { VISIBILITIES_OF } from '../../lib/visibilities.js';
import { Subsection } from '../../forms/section.js';
import type { DraftForm } from '../draft/use-draft-form.js';

type Option =
  | 'silent'
  | 'askPresence'
  | 'notifyReminders'
  | 'urgent'
  | 'sendOwner'
  | 'readReceipt'
  | 'automaticInvoiceRequest';

interface Props {
  form: DraftForm;
  /** The first request has left: a receipt can no longer be asked for. */
  isOpened?: boolean;
}

/** Manual, "Partie basse": the ticket's switches. */
export function OptionsSection({ form, isOpened = false }: Props) {
  const { module } = useModule();
  const box = (name: Option, hint: string) => (
    <Checkbox label={CREATION[name]} description={hint} {...form.getInputProps(name, { type: 'checkbox' })} />
  );
  return (
    <Subsection title={CREATION.options}>
      <div className={classes.options}>
        {box('silent', CREATION.silentHint)}
        {/* Manual: "visible qu'avec un ticket de type ODS"; on quotes it is always asked for. */}
        {!form.values.quote && box('askPresence', CREATION.askPresenceHint)}
        {box('notifyReminders', CREATION.notifyRemindersHint)}
        {box('urgent', CREATION.urgentHint)}
        {module === 'GERANCE' && box('sendOwner', CREATION.sendOwnerHint)}
        {!isOpened && box('readReceipt', CREATION.readReceiptHint)}
        {box('automaticInvoiceRequest', CREATION.automaticInvoiceRequestHint)}
        <NativeSelect
          label={CREATION.visibility}
          data={VISIBILITIES_OF[module].map((value) => ({ value, label: VISIBILITIES[value] }))}
          {...form.getInputProps('visibility')}
        />
      </div>
    </Subsection>
  );
}
