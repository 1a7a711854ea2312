import { useState } from 'react';
import { newKey } from '../../../lib/keys.js';
import { useEnterDecision } from '../../api/register.js';
import type { NewDecision } from '../../api/register.js';
import type { Register } from '../../api/types.js';
import type { Field } from '../../forms/field.js';
import { REGISTER } from '../../fr/pages.js';
import classes from '../pages.module.css';
import { SmallForm } from '../small-form.js';

const FIELDS: readonly Field[] = [
  { kind: 'day', path: 'on', label: REGISTER.date, must: true },
  { kind: 'text', path: 'mandantName', label: REGISTER.mandantName, must: true, max: 120 },
  { kind: 'text', path: 'mandantAddress', label: REGISTER.mandantAddress, must: true, max: 250, wide: true },
  { kind: 'words', path: 'places', label: REGISTER.places, help: REGISTER.placesHint, max: 500, wide: true },
  { kind: 'area', path: 'remarks', label: REGISTER.remarks, max: 500 },
];

/** A decision of a general meeting that entrusts a syndicate of co-owners (art. 65). */
export function DecisionDialog({ register, onClose }: { register: Register; onClose: () => void }) {
  const [key] = useState(newKey);
  return (
    <SmallForm
      title={REGISTER.decision}
      fields={FIELDS}
      mutation={useEnterDecision(register, key)}
      command={(content) => content as unknown as NewDecision}
      submit={REGISTER.enter}
      done={REGISTER.entered}
      onClose={onClose}
    >
      <p className={classes.lead}>{REGISTER.decisionHint}</p>
    </SmallForm>
  );
}
