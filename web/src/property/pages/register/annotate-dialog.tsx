import { useState } from 'react';
import { newKey } from '../../../lib/keys.js';
import { useAnnotate } from '../../api/register.js';
import type { NewAnnotation } from '../../api/register.js';
import type { Entry, Register } from '../../api/types.js';
import type { Field } from '../../forms/field.js';
import { REGISTER } from '../../fr/pages.js';
import classes from '../pages.module.css';
import { SmallForm } from '../small-form.js';

const FIELDS: readonly Field[] = [
  {
    kind: 'choice',
    path: 'kind',
    label: REGISTER.kind,
    must: true,
    segmented: true,
    options: [
      ['ENDING', REGISTER.kinds.ENDING],
      ['AMENDMENT', REGISTER.kinds.AMENDMENT],
    ],
  },
  { kind: 'day', path: 'on', label: REGISTER.date, must: true },
  { kind: 'area', path: 'text', label: REGISTER.text, must: true, max: 500 },
];

/** An ending or an amendment: written beside the entry, never into it. */
export function AnnotateDialog({
  register,
  entry,
  onClose,
}: {
  register: Register;
  entry: Entry;
  onClose: () => void;
}) {
  const [key] = useState(newKey);
  return (
    <SmallForm
      title={REGISTER.annotateOne(entry.number)}
      fields={FIELDS}
      mutation={useAnnotate(register, key)}
      command={(content) => ({
        number: entry.number,
        ...(content as unknown as Omit<NewAnnotation, 'number'>),
      })}
      submit={REGISTER.save}
      done={REGISTER.annotated}
      onClose={onClose}
    >
      <p className={classes.lead}>{REGISTER.final}</p>
    </SmallForm>
  );
}
