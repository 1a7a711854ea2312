import { Clock } from '@intervia/clock';
import { retryOnConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { Draft } from '../../domain/drafts/draft.js';
import { draftNotFound } from '../../domain/values/errors.js';
import { faultsOf } from '../../domain/save/readiness.js';
import type { Save } from '../../domain/save/save.js';
import type { Wizard } from '../../domain/forms/content.js';
import { userOf } from '../drafts/drafts.handler.js';
import { ReadKnown } from '../drafts/read-known.js';
import type { Evaluated } from '../drafts/read-known.js';
import { Drafts } from '../ports/drafts.js';
import type { Actor } from '../ports/property-files.js';
import { SagaRunner } from './saga-runner.js';

/** How long an answer waits for the end; what takes longer is asked for. */
const ANSWER_MS = 4_000;

export interface SaveView {
  readonly wizard: Wizard;
  readonly save: Save;
}

/** "Enregistrer": all files of a draft, or none. */
@Injectable()
export class FinalSaveHandler {
  constructor(
    private readonly drafts: Drafts,
    private readonly known: ReadKnown,
    private readonly runner: SagaRunner,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError DRAFT_NOT_FOUND */
  async execute(actor: Actor, id: string, commandId: string): Promise<SaveView> {
    const begun = await retryOnConflict(() => this.begin(actor, id, commandId));
    if (!begun.mine) return begun.view;
    const run = this.runner.drive(begun.mine.draft, begun.mine.evaluated);
    // A failure is the sweep's to mend.
    const waited = await Promise.race([
      run.catch(() => undefined),
      delay(ANSWER_MS, undefined, { ref: false }),
    ]);
    return waited ? { wizard: begun.mine.draft.wizard, save: waited } : this.get(actor, id);
  }

  /** @throws AppError DRAFT_NOT_FOUND when it was never saved */
  async get(actor: Actor, id: string): Promise<SaveView> {
    const draft = await this.drafts.find(actor.agencyId, id);
    const view = draft?.save
      ? { wizard: draft.wizard, save: draft.save }
      : await this.drafts.findSave(actor.agencyId, id);
    if (!view) throw draftNotFound();
    return view;
  }

  /** Writes that files are to be made of it; from then on somebody finishes or undoes it, whoever crashes. */
  private async begin(
    actor: Actor,
    id: string,
    commandId: string,
  ): Promise<{ view: SaveView; mine?: { draft: Draft; evaluated: Evaluated } }> {
    const draft = await this.drafts.find(actor.agencyId, id);
    if (!draft) return { view: await this.get(actor, id) };
    const { save: before, wizard } = draft;
    if (before && (before.state === 'RUNNING' || before.commandId === commandId))
      return { view: { wizard, save: before } };
    const now = this.clock.now();
    const evaluation = await this.known.evaluate(draft);
    const faults = faultsOf(evaluation);
    const save: Save = {
      commandId,
      state: faults.length > 0 ? 'REFUSED' : 'RUNNING',
      phase: 'STAGING',
      stagingId: `${draft.id}-${String(draft.version)}`,
      files: [],
      faults,
      mandateNumber: '',
      unitIds: [],
      startedAt: now,
      ...(faults.length > 0 ? { endedAt: now } : {}),
      by: userOf(actor),
      failures: 0,
    };
    // Codes as they are now: those that were free when they were typed may be taken.
    const after: Draft = { ...evaluation.draft, version: draft.version + 1, save };
    await this.drafts.save(draft, after, [], now);
    if (save.state === 'REFUSED') return { view: { wizard, save } };
    return { view: { wizard, save }, mine: { draft: after, evaluated: evaluation } };
  }
}
