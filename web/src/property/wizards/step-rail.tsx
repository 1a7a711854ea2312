import { IconCheck } from '@tabler/icons-react';
import { WIZARD } from '../fr/wizards.js';
import type { RailStep } from './plan/plan.js';
import classes from './wizard.module.css';

interface Props {
  label: string;
  steps: readonly RailStep[];
  currentId: string;
  isDone: (step: RailStep) => boolean;
  /** A step that was reached may be gone back to. */
  canOpen: (step: RailStep) => boolean;
  onOpen: (step: RailStep) => void;
}

/** Manual: "L'étape sur laquelle vous êtes est matérialisée en orange sur la partie gauche de l'écran". */
export function StepRail({ label, steps, currentId, isDone, canOpen, onOpen }: Props) {
  const last = steps.at(-1)?.number ?? 0;
  const current = steps.find(({ id }) => id === currentId);
  return (
    <nav aria-label={label} className={classes.rail}>
      <p className={classes.position}>{current && WIZARD.position(current.number, last, current.short)}</p>
      <ol>
        {steps.map((step) => {
          const isCurrent = step.id === currentId;
          const text = (
            <>
              <span className={classes.number} aria-hidden>
                {isDone(step) && !isCurrent ? <IconCheck size={15} /> : step.number}
              </span>
              <span className={classes.stepText}>
                <span className={classes.stepName}>
                  <span className="sr">{WIZARD.step(step.number)}</span> {step.short}
                </span>
                <span className={classes.stepState}>
                  {isCurrent ? WIZARD.current : isDone(step) ? WIZARD.done : ''}
                </span>
              </span>
            </>
          );
          return (
            <li key={step.id} data-current={isCurrent || undefined} data-done={isDone(step) || undefined}>
              {canOpen(step) && !isCurrent ? (
                <button type="button" onClick={() => onOpen(step)}>
                  {text}
                </button>
              ) : (
                <span className={classes.still} aria-current={isCurrent ? 'step' : undefined}>
                  {text}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
