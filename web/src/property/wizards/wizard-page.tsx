import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ProblemError } from '../../api/http/problem.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { useDraft } from '../api/drafts.js';
import type { Draft } from '../api/types.js';
import { FINISHED, WIZARD, WIZARD_TITLES } from '../fr/wizards.js';
import { useMayWrite } from '../use-may-write.js';
import { LeaveDialog } from './leave-dialog.js';
import { listOf, PROPERTY } from './plan/paths.js';
import { AND_THEN, railOf, UNITS } from './plan/plan.js';
import { AndThen } from './and-then.js';
import { SaveBadge } from './save-badge.js';
import { StepRail } from './step-rail.js';
import { UnitsStep } from './units/units-step.js';
import { usePresence } from './use-presence.js';
import type { SaveState } from './step/use-step-form.js';
import { useWizardPlace } from './use-wizard-place.js';
import classes from './wizard.module.css';
import { StepEditor } from './step/step-editor.js';

/** A draft in its wizard, at the step where it stopped. */
export default function WizardPage() {
  const { draftId = '' } = useParams();
  const { data, error, refetch, isFetchedAfterMount } = useDraft(draftId);
  // First: what was read on an earlier visit is still there when "Précédent" of the browser leads back to it.
  if (isFetchedAfterMount && error instanceof ProblemError && error.code === 'DRAFT_NOT_FOUND')
    return (
      <Alert m="md" color="orange">
        {WIZARD.gone} <Link to={PROPERTY}>{FINISHED.home}</Link>
      </Alert>
    );
  // As it is now: what was read on an earlier visit has been typed over since.
  if (data && isFetchedAfterMount) return <Wizard key={data.id} begun={data} />;
  if (error && isFetchedAfterMount) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return <Loading />;
}

function Wizard({ begun }: { begun: Draft }) {
  // What the server sends later never replaces what is being typed: each save answers what it needs.
  const [draft, setDraft] = useState(begun);
  const [saveState, setSaveState] = useState<SaveState>('saved');
  const [leaves, setLeaves] = useState(false);
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const place = useWizardPlace(draft);
  const others = usePresence(draft.id, place.screen?.step ?? draft.resumeStep ?? 'OWNER');
  const rail = railOf(draft.wizard);

  const onSaved: Parameters<typeof StepEditor>[0]['onSaved'] = (saved) =>
    setDraft((now) => ({
      ...now,
      title: saved.title,
      complete: saved.complete,
      keepable: saved.keepable,
      savedAt: saved.step.savedAt,
      savedBy: saved.step.savedBy,
      steps: [saved.step, ...saved.others].reduce(replaceStep, now.steps),
    }));

  const toList = (): void => void navigate(listOf(draft.wizard));
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>{WIZARD_TITLES[draft.wizard]}</h1>
        <span className={classes.about}>{[draft.title, draft.about].filter(Boolean).join(' · ')}</span>
        <SaveBadge state={saveState} draft={draft} />
        <Button variant="default" size="xs" onClick={() => setLeaves(true)}>
          {WIZARD.leave}
        </Button>
      </div>
      <StepRail
        label={WIZARD.steps(WIZARD_TITLES[draft.wizard])}
        steps={rail}
        currentId={place.step.id}
        isDone={(step) => place.isDone(step)}
        canOpen={(step) => place.isReached(step)}
        onOpen={(step) => place.open(step)}
      />
      <div className={classes.body}>
        {others.length > 0 && (
          <Alert color="orange" role="status" mb="sm">
            {WIZARD.presence(others.map(({ user }) => user?.name).join(', '))}
          </Alert>
        )}
        {!mayWrite && (
          <Alert color="gray" mb="sm">
            {WIZARD.readOnly}
          </Alert>
        )}
        {place.isFlushing ? (
          <Loading />
        ) : place.step.id === AND_THEN ? (
          <AndThen draft={draft} place={place} onLeave={() => setLeaves(true)} />
        ) : place.screen ? (
          <StepEditor
            key={`${place.screen.step} ${place.itemId}`}
            draft={draft}
            screen={place.screen}
            itemId={place.itemId}
            window={place.window}
            isReadOnly={!mayWrite}
            isLast={place.isLastOfStep}
            nextLabel={place.nextLabel}
            onPrevious={place.previous}
            onNext={() => place.next(toList)}
            onSaved={onSaved}
            onFlush={place.flush}
            onSaveState={setSaveState}
            onGo={(fault) => place.goToFault(place.screen?.step ?? 'UNIT', place.itemId, fault.path)}
            goTo={place.goTo}
          />
        ) : (
          place.step.id === UNITS && (
            <UnitsStep draft={draft} place={place} onDraft={setDraft} onSaved={onSaved} />
          )
        )}
      </div>
      {leaves && <LeaveDialog draft={draft} onClose={() => setLeaves(false)} onLeft={toList} />}
    </div>
  );
}

function replaceStep(steps: Draft['steps'], saved: Draft['steps'][number]): Draft['steps'] {
  const isSaved = (state: Draft['steps'][number]) =>
    state.step === saved.step && state.itemId === saved.itemId;
  return steps.some(isSaved) ? steps.map((state) => (isSaved(state) ? saved : state)) : [...steps, saved];
}
