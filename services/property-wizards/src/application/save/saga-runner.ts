import { Clock } from '@intervia/clock';
import { AppError } from '@intervia/messaging';
import { Injectable, Logger } from '@nestjs/common';
import type { Draft } from '../../domain/drafts/draft.js';
import { registerKey } from '../../domain/drafts/known.js';
import { entryOf, madeFiles, planOf, unitIdsOf } from '../../domain/save/plan.js';
import { fileId } from '../../domain/save/planned-file.js';
import type { PlannedFile } from '../../domain/save/planned-file.js';
import type { DraftFault, Save } from '../../domain/save/save.js';
import { canPickOthers, draftFaults } from '../../domain/save/taken.js';
import { ReadKnown } from '../drafts/read-known.js';
import type { Evaluated } from '../drafts/read-known.js';
import { Drafts } from '../ports/drafts.js';
import { PropertyFiles } from '../ports/property-files.js';
import type { Actor } from '../ports/property-files.js';
import { RegisterBook } from '../ports/register-book.js';
import { Turns } from './turns.js';

/** Others picked a computed code at the same moment: so many times another one is picked. */
const PICKS = 20;
/** Of the directory, before a save that may still be undone is. */
const MOST_FAILURES = 8;

const GIVEN_WAY = '-R';

type Running = Draft & { readonly save: Save };
type Staged =
  | { readonly draft: Running; readonly plan: PlannedFile[] }
  | { readonly draft: Running; readonly faults: DraftFault[] };

/**
 * Makes the files of a draft: stage in the directory, number in the register, confirm, and the draft goes. Each part
 * may be repeated, so after a crash the whole is simply driven again. Until a number stands in the register it may be
 * undone; after that it only leads on.
 */
@Injectable()
export class SagaRunner {
  private readonly logger = new Logger(SagaRunner.name);
  private readonly turns = new Turns();

  constructor(
    private readonly drafts: Drafts,
    private readonly files: PropertyFiles,
    private readonly register: RegisterBook,
    private readonly known: ReadKnown,
    private readonly clock: Clock,
  ) {}

  /**
   * @param evaluated as the draft was judged a moment ago; read again when absent
   * @returns what it came to
   */
  async drive(draft: Draft, evaluated?: Evaluated): Promise<Save> {
    if (!isRunning(draft)) throw new Error(`Draft ${draft.id} is not being saved`);
    try {
      return await this.attempt(draft, evaluated ?? (await this.known.evaluate(draft)));
    } catch (error) {
      this.logger.warn({ err: error, draftId: draft.id, phase: draft.save.phase }, 'final save interrupted');
      return this.failed(draft, error);
    }
  }

  private async attempt(draft: Running, evaluated: Evaluated): Promise<Save> {
    if (draft.save.phase === 'CONFIRMING') return this.confirm(draft, planOf(draft, evaluated.known));
    const staged = await this.stage(draft, evaluated);
    if ('faults' in staged) return this.refuse(staged.draft, staged.faults);
    const numbered = await this.number(staged.draft, evaluated);
    return this.confirm(numbered, staged.plan);
  }

  private async stage(draft: Running, evaluated: Evaluated): Promise<Staged> {
    // The codes as they are stored, not those that would be picked now: some are reserved for this very draft.
    const first = await this.reserve(draft, evaluated);
    if (!('faults' in first) || !canPickOthers(draft, first.faults)) return first;
    // Namesakes who all looked for the next free code at once would go on taking it from each other.
    return this.turns.take(draft.agencyId, async () => {
      let last: Staged = first;
      for (
        let pick = 1;
        pick < PICKS && 'faults' in last && canPickOthers(last.draft, last.faults);
        pick += 1
      ) {
        const again = await this.known.evaluate(last.draft);
        const current = await this.keep(last.draft, { ...last.draft.save }, again.draft);
        last = await this.reserve(current, evaluated);
      }
      return last;
    });
  }

  private async reserve(draft: Running, { known }: Evaluated): Promise<Staged> {
    const plan = planOf(draft, known);
    const answered = await this.files.stage(actorOf(draft), draft.save.stagingId, plan);
    return answered.length === 0 ? { draft, plan } : { draft, faults: draftFaults(plan, answered) };
  }

  /** The number is given in the write that commits the entry; a repetition finds the one that was given. */
  private async number(draft: Running, { known }: Evaluated): Promise<Running> {
    const entry = draft.wizard === 'MANDATE' ? entryOf(draft, known) : undefined;
    if (!entry) return draft;
    const id = { agencyId: draft.agencyId, key: registerKey(entry.cardId, 'G') };
    const record = await this.register.append(id, {
      type: 'ENTRY',
      content: entry.content,
      by: draft.save.by.name,
      at: this.clock.now(),
      commandId: draft.id,
      startAfter: (known.nextNumbers.get(id.key) ?? 1) - 1,
    });
    const typed = draft.steps.find((one) => one.step === 'MANDATE')?.form as {
      number?: { value: string; typed: boolean };
    };
    const mandateNumber = typed.number?.typed ? typed.number.value : String(record.number);
    return this.keep(draft, { ...draft.save, phase: 'CONFIRMING', mandateNumber });
  }

  private async confirm(draft: Running, plan: readonly PlannedFile[]): Promise<Save> {
    const { mandateNumber } = draft.save;
    const numbers = mandateNumber ? { [fileId(draft.id, 'mandate')]: mandateNumber } : {};
    try {
      await this.files.confirm(actorOf(draft), draft.save.stagingId, numbers);
    } catch (error) {
      // LSC published a mandate of this number meanwhile. The register's entry stands; the mandate's own number gives way.
      if (!(error instanceof AppError) || error.code !== 'KEY_TAKEN' || mandateNumber.endsWith(GIVEN_WAY))
        throw error;
      return this.confirm(
        await this.keep(draft, { ...draft.save, mandateNumber: `${mandateNumber}${GIVEN_WAY}` }),
        plan,
      );
    }
    const at = this.clock.now();
    const files = madeFiles(plan).map((file) =>
      file.kind === 'MANDATE' ? { ...file, label: mandateNumber || file.label } : file,
    );
    const save: Save = { ...draft.save, state: 'DONE', files, unitIds: unitIdsOf(draft), endedAt: at };
    const { commandId, by } = save;
    await this.drafts.remove(draft, save, [{ type: 'FILES_MADE', commandId, files, mandateNumber, by }], at);
    return save;
  }

  private async refuse(draft: Running, faults: readonly DraftFault[]): Promise<Save> {
    const save: Save = { ...draft.save, state: 'REFUSED', faults, endedAt: this.clock.now() };
    return (await this.keep(draft, save)).save;
  }

  /** Others may be away for an hour: it waits. What the directory refuses each time is undone, while it may be. */
  private async failed(draft: Running, error: unknown): Promise<Save> {
    const current = await this.drafts.find(draft.agencyId, draft.id);
    if (!current || !isRunning(current)) return current?.save ?? draft.save;
    const { save } = current;
    const isTheirFault =
      error instanceof AppError && error.kind !== 'unavailable' && error.code !== 'VERSION_CONFLICT';
    const failures = save.failures + (isTheirFault ? 1 : 0);
    if (save.phase === 'CONFIRMING' || failures < MOST_FAILURES) {
      return (await this.keep(current, { ...save, failures })).save;
    }
    const entry = await this.register.find(current.agencyId, current.id);
    if (entry) return (await this.keep(current, { ...save, failures })).save;
    await this.files.discard(actorOf(current), save.stagingId);
    const code = error instanceof AppError ? error.code : 'FINAL_SAVE_FAILED';
    const [first] = current.steps;
    return this.refuse(current, [
      {
        step: first?.step ?? 'OWNER',
        itemId: '',
        finding: { path: '', code: 'FINAL_SAVE_FAILED', params: { cause: code }, rule: '' },
      },
    ]);
  }

  private async keep(before: Running, save: Save, draft: Draft = before): Promise<Running> {
    const after = { ...draft, version: before.version + 1, save };
    await this.drafts.save(before, after, [], this.clock.now());
    return after;
  }
}

const isRunning = (draft: Draft): draft is Running => draft.save?.state === 'RUNNING';

const actorOf = ({ agencyId, save }: Running): Actor => ({
  agencyId,
  userId: save.by.id,
  userName: save.by.name,
});
