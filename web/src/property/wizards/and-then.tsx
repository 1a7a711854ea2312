import { Alert, Anchor, Button, List } from '@mantine/core';
import { useNavigate } from 'react-router';
import { Section } from '../../forms/section.js';
import type { Draft, DraftFault } from '../api/types.js';
import { textAt, valueAt } from '../forms/field.js';
import type { Values } from '../forms/field.js';
import { whereOf } from '../forms/typed.js';
import { FIELD_FAULTS } from '../fr/forms.js';
import { AND_THEN, UNITS, WIZARD } from '../fr/wizards.js';
import { useMayWrite } from '../use-may-write.js';
import { partyName } from './fields/shared.js';
import { pathOfEnd } from './plan/paths.js';
import { FORM_OF_STEP, screensOfStep } from './plan/plan.js';
import type { StepCode } from './plan/wizard.js';
import type { WizardPlace } from './use-wizard-place.js';
import { unitName, unitsOf } from './units/draft-units.js';
import classes from './wizard.module.css';

interface Props {
  draft: Draft;
  place: WizardPlace;
  onLeave: () => void;
}

/** Manual, "Étape 5 – Et après…": one more unit, leave and come back, or make the files. */
export function AndThen({ draft, place, onLeave }: Props) {
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const content = (step: StepCode): unknown =>
    draft.steps.find((state) => state.step === step)?.content?.[FORM_OF_STEP[step]];
  const text = (step: StepCode, path: string): string => textAt(content(step), path);
  const faults = faultsOf(draft);
  return (
    <>
      <h2 className={classes.title} tabIndex={-1}>
        {AND_THEN.title}
      </h2>
      <p className={classes.window}>{AND_THEN.hint}</p>
      {faults.length > 0 && (
        <Alert color="red" role="alert" mb="sm">
          {draft.finalSave?.state === 'REFUSED' ? AND_THEN.refused : AND_THEN.toComplete}
          <FaultList draft={draft} faults={faults} place={place} />
        </Alert>
      )}
      <Section title={AND_THEN.recap}>
        <dl className={classes.recap}>
          <dt>{AND_THEN.owner}</dt>
          <dd>{partyName(valueAt(content('OWNER'), 'party'))}</dd>
          <dt>{AND_THEN.account}</dt>
          <dd>
            {[text('OWNER_ACCOUNT', 'account.number.value'), text('OWNER_ACCOUNT', 'account.label.value')]
              .filter(Boolean)
              .join(' · ')}
          </dd>
          <dt>{AND_THEN.mandate}</dt>
          <dd>{text('MANDATE', 'number.value')}</dd>
          <dt>{AND_THEN.units}</dt>
          <dd>
            {unitsOf(draft)
              .map((state, index) => unitName(draft, state) || UNITS.unnamed(index + 1))
              .join(' ; ')}
          </dd>
        </dl>
      </Section>
      <div className={classes.buttons}>
        <Button type="button" variant="default" onClick={place.previous}>
          {WIZARD.previous}
        </Button>
        <Button type="button" variant="light" onClick={place.openUnits}>
          {UNITS.add}
        </Button>
        <Button type="button" variant="default" onClick={onLeave}>
          {WIZARD.leave}
        </Button>
        <Button
          disabled={!mayWrite || !draft.complete}
          onClick={() => void navigate(pathOfEnd(draft.id), { state: { begins: true } })}
        >
          {WIZARD.save}
        </Button>
      </div>
    </>
  );
}

interface FaultsProps {
  draft: Draft;
  faults: readonly DraftFault[];
  place: WizardPlace;
}

function FaultList({ draft, faults, place }: FaultsProps) {
  return (
    <List size="sm" mt={4}>
      {faults.map(({ step, itemId, finding }) => (
        <List.Item key={`${step} ${itemId} ${finding.path} ${finding.code}`}>
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="left"
            onClick={() => place.goToFault(step, itemId, finding.path)}
          >
            {FIELD_FAULTS.at(whereOfFault(draft, step, itemId, finding.path), finding.detail ?? '')}
          </Anchor>
        </List.Item>
      ))}
    </List>
  );
}

/** The unit that it is in, and the field. */
function whereOfFault(draft: Draft, step: StepCode, itemId: string, path: string): string | undefined {
  const state = draft.steps.find((each) => each.step === step && each.itemId === itemId);
  const values = (state?.content?.[FORM_OF_STEP[step]] ?? {}) as Values;
  const unit = step === 'UNIT' && state ? unitName(draft, state) : '';
  const field = whereOf(screensOfStep(draft.wizard, step), values, path);
  return [unit, field].filter(Boolean).join(', ');
}

/** Of the final save that was refused, else of the steps as they stand. */
function faultsOf({ steps, finalSave }: Draft): DraftFault[] {
  const refused = finalSave?.state === 'REFUSED' ? finalSave.faults : [];
  const ofSteps = steps
    .filter(({ version }) => version > 0)
    .flatMap(({ step, itemId, faults }) => faults.map((finding) => ({ step, itemId, finding })));
  return [...refused, ...ofSteps];
}
