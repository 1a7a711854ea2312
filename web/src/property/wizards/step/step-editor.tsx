import { Alert, Button, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Section } from '../../../forms/section.js';
import { errorText } from '../../../ui/error-text.js';
import type { Draft, SavedStep, StepState } from '../../api/types.js';
import { isAsked, placeAt } from '../../forms/field.js';
import type { Section as SectionSpec, Values } from '../../forms/field.js';
import { FieldGrid } from '../../forms/field-input.js';
import { FormProvider, inputId } from '../../forms/form-context.js';
import { faultsOf, whereOf } from '../../forms/typed.js';
import type { Fault } from '../../forms/typed.js';
import { WIZARD } from '../../fr/wizards.js';
import { ConflictNotice } from './conflict-notice.js';
import { FirstCall } from './first-call.js';
import { showsPath } from '../plan/plan.js';
import { StepFaults } from './step-faults.js';
import { useLookups } from './use-lookups.js';
import { useStepForm } from './use-step-form.js';
import type { SaveState } from './use-step-form.js';
import type { WizardScreen } from '../plan/wizard.js';
import classes from '../wizard.module.css';

interface Props {
  draft: Draft;
  screen: WizardScreen;
  itemId: string;
  /** "Fenêtre 2 sur 4", where a step has several. */
  window?: string;
  isReadOnly: boolean;
  /** Whether the step is whole after this screen. */
  isLast: boolean;
  nextLabel: string;
  /** Absent on the first screen. */
  onPrevious?: () => void;
  onNext: () => void;
  onSaved: (saved: SavedStep) => void;
  onFlush: (saving: Promise<unknown>) => void;
  onSaveState: (state: SaveState) => void;
  /** A fault of the step that another screen mends. */
  onGo: (fault: Fault) => void;
  /** A field to go to at once: the fault that led here. */
  goTo?: string;
}

/** One screen of a step: its sections, what is wrong in them, and the way on. */
export function StepEditor(props: Props) {
  const { draft, screen, itemId, isReadOnly, isLast, onNext, onPrevious, onSaveState, goTo } = props;
  const state = stateOf(draft, screen, itemId);
  const form = useStepForm({
    draftId: draft.id,
    wizard: draft.wizard,
    step: screen.step,
    itemId,
    state,
    onSaved: props.onSaved,
    onFlush: props.onFlush,
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState(goTo ? screen.id : '');
  const [isGoing, setIsGoing] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const lookups = useLookups(draft, itemId);
  const { values, judged, saveState } = form;
  const isAttempted = attempted === screen.id;
  const changed = useChangedSince(judged);

  const tellState = useEffectEvent(onSaveState);
  useEffect(() => tellState(saveState), [saveState]);
  // A new screen is read from its title on.
  useEffect(() => {
    if (goTo) focusField(goTo);
    else title.current?.focus();
  }, [screen.id, goTo]);

  // What the server uses as computed need not be typed.
  const own = uncomputed(faultsOf(screen, values), judged);
  const served = judged.faults
    .filter(({ path }) => isLast || showsPath(screen, path))
    .filter(({ path }) => !own.some((fault) => fault.path === path))
    .map(({ path, detail }) => ({
      path: fieldOf(path),
      text: detail,
      where: whereOf(form.screens, values, path),
    }));
  const faults = [...own, ...served];
  const shown = faults.filter(({ path }) => isAttempted || left.has(path));

  const goOn = async (): Promise<void> => {
    if (isReadOnly) return onNext();
    setAttempted(screen.id);
    setIsGoing(true);
    // What was typed within the last second may be all that the server needs to compute what is missing.
    const judgedNow = own.some(({ missing }) => missing) ? await form.save(false) : undefined;
    const blocking = judgedNow ? uncomputed(own, judgedNow) : own;
    const saved = blocking.length === 0 ? await form.save(isLast) : undefined;
    setIsGoing(false);
    if (blocking.length > 0) return toFirst(blocking);
    if (!saved) return;
    const remaining = saved.faults.filter(({ path }) => isLast || showsPath(screen, path));
    if (remaining.length > 0) return toFirst(remaining);
    setAttempted('');
    onNext();
  };
  const toFirst = (found: readonly { path: string }[]): void => {
    requestAnimationFrame(() => {
      const [first] = found;
      if (!first || !focusField(first.path)) summary.current?.focus();
    });
  };
  const goTowards = (fault: Fault): void => {
    if (!focusField(fault.path)) props.onGo(fault);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void goOn();
      }}
    >
      <h2 ref={title} tabIndex={-1} className={classes.title}>
        {screen.title}
      </h2>
      {props.window && <p className={classes.window}>{props.window}</p>}
      {screen.hint && <p className={classes.window}>{screen.hint}</p>}
      {form.refusal && saveState === 'refused' && (
        <Alert color="red" role="alert" mb="sm">
          {errorText(form.refusal)}
        </Alert>
      )}
      {form.conflict && <ConflictNotice conflict={form.conflict} form={form} />}
      {form.merged && !form.conflict && (
        <Alert color="blue" role="status" mb="sm">
          <Text size="sm">{WIZARD.merged(form.merged)}</Text>
        </Alert>
      )}
      {isAttempted && !isGoing && <StepFaults ref={summary} faults={faults} onGo={goTowards} />}
      <FormProvider
        value={{
          values,
          set: (path, value) => {
            changed.add(path);
            form.set(path, value);
          },
          leave: (path) => setLeft((before) => new Set([...before, path])),
          faults: Object.fromEntries(shown.toReversed().map(({ path, text }) => [path, text])),
          // What was typed since may be just what they ask for.
          warnings: judged.warnings
            .filter(({ path }) => !changed.has(path))
            .map(({ path, detail, source = '' }) => ({ path, text: detail, source })),
          computed: judged.computed.map(({ path, value, detail }) => ({ path, value, how: detail })),
          lookups,
          isReadOnly,
        }}
      >
        {screen.sections.map((section) => (
          <SectionOf key={section.title} section={section} values={values} />
        ))}
      </FormProvider>
      {screen.step === 'RENT_CALL' && <FirstCall step={(state?.content?.rentCall ?? {}) as Values} />}
      <div className={classes.buttons}>
        {onPrevious ? (
          <Button type="button" variant="default" onClick={onPrevious}>
            {WIZARD.previous}
          </Button>
        ) : (
          <span />
        )}
        <Button type="submit" loading={isGoing} disabled={saveState === 'conflict'}>
          {props.nextLabel}
        </Button>
      </div>
    </form>
  );
}

/** Fields that were changed since the server judged the step. */
function useChangedSince(judged: object): { add: (path: string) => void; has: (path: string) => boolean } {
  const [changed, setChanged] = useState<{ since: object; paths: ReadonlySet<string> }>({
    since: judged,
    paths: new Set(),
  });
  const paths = changed.since === judged ? changed.paths : new Set<string>();
  return {
    add: (path) => setChanged({ since: judged, paths: new Set([...paths, path]) }),
    has: (path) => paths.has(path),
  };
}

function SectionOf({ section, values }: { section: SectionSpec; values: Values }) {
  const prefix = section.path ?? '';
  if (!isAsked(section, placeAt(values, prefix))) return null;
  return (
    <Section title={section.title}>
      {section.hint && <p className={classes.window}>{section.hint}</p>}
      <FieldGrid fields={section.fields} prefix={prefix} />
    </Section>
  );
}

function stateOf(draft: Draft, { step }: WizardScreen, itemId: string): StepState | undefined {
  return draft.steps.find((state) => state.step === step && state.itemId === itemId);
}

function uncomputed(
  faults: readonly Fault[],
  { computed }: { computed: readonly { path: string }[] },
): Fault[] {
  const made = new Set(computed.map(({ path }) => path));
  return faults.filter(({ path, missing }) => !(missing && made.has(path)));
}

/** The field that shows a fault: several mails or mobiles are typed into one, "party.mobiles.1". */
function fieldOf(path: string): string {
  return path.replace(/\.\d+$/, '');
}

/** @returns whether there is such a field on the screen. */
function focusField(path: string): boolean {
  const parts = path.split('.');
  while (parts.length > 0) {
    const input = document.getElementById(inputId(parts.join('.')));
    if (input) {
      input.focus();
      input.scrollIntoView({ block: 'center' });
      return true;
    }
    parts.pop();
  }
  return false;
}
