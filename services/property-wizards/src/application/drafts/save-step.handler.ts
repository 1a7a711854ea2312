import { AppError } from '@intervia/rules';
import { Clock } from '@intervia/clock';
import { retryOnConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { MOST_BYTES, resumeAfter, stepOf, withStep } from '../../domain/drafts/draft.js';
import type { Draft, SavedStep } from '../../domain/drafts/draft.js';
import type { StepView } from '../../domain/drafts/evaluate.js';
import { draftNotFound } from '../../domain/values/errors.js';
import { Drafts } from '../ports/drafts.js';
import type { DraftFact } from '../ports/drafts.js';
import type { Actor } from '../ports/property-files.js';
import { userOf } from './drafts.handler.js';
import { ReadKnown } from './read-known.js';

export type StepToSave = Omit<SavedStep, 'by' | 'at'>;

export interface StepSaved {
  readonly draft: Draft;
  readonly step: StepView;
  readonly others: readonly StepView[];
}

/** Keeps a step as it was typed; "étape suivante" moves on when it has no fault. */
@Injectable()
export class SaveStepHandler {
  constructor(
    private readonly drafts: Drafts,
    private readonly known: ReadKnown,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError DRAFT_NOT_FOUND, DRAFT_BEING_SAVED, DRAFT_TOO_LARGE, STEP_CHANGED, STEP_NOT_OF_WIZARD, ITEM_NOT_FOUND */
  execute(actor: Actor, id: string, saved: StepToSave): Promise<StepSaved> {
    return retryOnConflict(async () => {
      const before = await this.drafts.find(actor.agencyId, id);
      if (!before) throw draftNotFound();
      const at = this.clock.now();
      const isRepeated = stepOf(before, saved.step, saved.itemId)?.commandId === saved.commandId;
      const changed = isRepeated ? before : withStep(before, { ...saved, by: userOf(actor), at });
      const { draft, steps } = await this.known.evaluate(changed);
      const step = steps.find(({ state }) => state.step === saved.step && state.itemId === saved.itemId);
      if (!step) throw draftNotFound();
      const [resumeStep, resumeItemId] = resumeAfter(draft.wizard, saved.step, saved.itemId, step.done);
      const after: Draft = { ...draft, resumeStep, resumeItemId };
      if (!isRepeated) {
        if (Buffer.byteLength(JSON.stringify(after.steps)) > MOST_BYTES) {
          throw new AppError('DRAFT_TOO_LARGE', 'invalid', { most: String(MOST_BYTES) });
        }
        await this.drafts.save(before, after, factsOf(saved, step, actor), at);
      }
      return { draft: after, step, others: steps.filter((one) => one !== step) };
    });
  }
}

/** A save while typing is no fact: what is kept for ever would grow with each key. */
function factsOf(saved: StepToSave, { done, state }: StepView, actor: Actor): DraftFact[] {
  if (!saved.next || !done) return [];
  return [
    {
      type: 'STEP_VALIDATED',
      step: saved.step,
      itemId: saved.itemId,
      version: state.version,
      by: userOf(actor),
    },
  ];
}
