import { Clock } from '@intervia/clock';
import { Injectable, Logger } from '@nestjs/common';
import type { CafFile, FileScope, Run } from '../../domain/file/records.js';
import { NotFound } from '../../domain/values/errors.js';
import { byName, idOf } from '../caller.js';
import type { Command } from '../caller.js';
import { parisDay } from '@intervia/french';
import { Hold, HoldLost } from '../hold.js';
import { FileJournal, LegalCases, Radiations, Runs } from '../ports/stores.js';
import type { Renewal } from '../ports/stores.js';
import { waitAWhile } from '../within.js';
import { DropFileHandler } from './drop-file.handler.js';
import { MakeFile } from './make-file.js';
import type { Outcome } from './make-file.js';

/** Makes files, each in a run that is finished by another process when one dies. */
@Injectable()
export class RunHandler {
  private readonly logger = new Logger(RunHandler.name);
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly runs: Runs,
    private readonly journal: FileJournal,
    private readonly make: MakeFile,
    private readonly drop: DropFileHandler,
    private readonly radiations: Radiations,
    private readonly cases: LegalCases,
    private readonly clock: Clock,
  ) {}

  /** By hand: who was held back before is tried again. @throws SettingsMissing */
  async start(command: Command, scope: FileScope, dry: boolean): Promise<Run> {
    const { agencyId } = command.caller;
    const { organisme } = await this.make.ground(agencyId, scope);
    const id = idOf(command);
    if (scope.message === 'CAF42' && !dry && !(await this.runs.find(agencyId, id))) {
      await this.radiations.reopen(agencyId, scope.entityId, organisme.organisme);
      await this.radiations.claim(agencyId, scope.entityId, organisme.organisme, id);
    }
    return this.begin(agencyId, id, byName(command.caller), scope, dry);
  }

  /** "Générer à nouveau". @throws NotFound */
  async regenerate(command: Command, fileId: string): Promise<Run> {
    const { agencyId } = command.caller;
    const file = await this.journal.find(agencyId, fileId);
    if (!file) throw new NotFound('FILE', fileId);
    return this.begin(agencyId, idOf(command), byName(command.caller), file.scope, false, fileId);
  }

  /** By itself, for departures: everybody who waits at that caisse. */
  async startForLeavers(agencyId: string, entityId: string, organisme: string, runId: string): Promise<void> {
    if (await this.runs.find(agencyId, runId)) return;
    const claimed = await this.radiations.claim(agencyId, entityId, organisme, runId);
    if (claimed.length === 0) return;
    const scope: FileScope = { entityId, message: 'CAF42', organisme, year: 0 };
    await this.begin(agencyId, runId, '', scope, false);
  }

  async find(agencyId: string, id: string): Promise<Run> {
    const run = await this.runs.find(agencyId, id);
    if (!run) throw new NotFound('FILE', id);
    return run;
  }

  /** What killed processes left. */
  async resume(): Promise<void> {
    for (const run of await this.runs.abandoned(this.clock.now())) {
      const hold = await this.hold(run);
      if (hold) await waitAWhile(this.execute(run, hold));
    }
  }

  private async begin(
    agencyId: string,
    id: string,
    startedBy: string,
    scope: FileScope,
    dry: boolean,
    regenerates?: string,
  ): Promise<Run> {
    const now = this.clock.now();
    const run = await this.runs.begin({
      ...{
        id,
        agencyId,
        scope,
        dry,
        regenerates,
        startedAt: now,
        startedBy,
        state: 'RUNNING',
        heldUntil: now,
      },
      ...{ faults: [], faultCount: 0, included: 0, excluded: {}, total1Cents: 0, total2Cents: 0 },
    });
    if (run.state === 'RUNNING') {
      // Asked for twice at once: both wait for the one.
      const hold = await this.hold(run);
      if (hold)
        this.underWay.set(
          id,
          this.execute(run, hold).finally(() => this.underWay.delete(id)),
        );
      await waitAWhile(this.underWay.get(id) ?? Promise.resolve());
    }
    return this.find(agencyId, id);
  }

  private hold({ agencyId, id }: Run): Promise<Hold | undefined> {
    return Hold.take(this.clock, (now, until) => this.runs.hold(agencyId, id, now, until));
  }

  private async execute(run: Run, hold: Hold): Promise<void> {
    const { agencyId, id } = run;
    let examined = 0;
    const holdOn = (renewal: Renewal) => this.runs.holdOn(agencyId, id, renewal, examined);
    const look = (count: number): Promise<void> => {
      examined = count;
      return hold.renewed(holdOn);
    };
    try {
      const made = await this.journal.byRun(agencyId, id);
      // Killed between the journal and here: the file is there, what follows from it may not be.
      const outcome = await this.make.execute(made ? { ...run, dry: true } : run, look);
      await hold.renew(holdOn);
      await this.conclude(run, outcome, made ?? outcome.file);
    } catch (error) {
      if (error instanceof HoldLost) return;
      this.logger.warn({ err: error, runId: run.id }, 'file not made');
      const end = { state: 'FAILED' as const };
      await this.runs.end(run.agencyId, run.id, end).catch(() => undefined);
      if (run.scope.message === 'CAF42')
        await this.radiations.release(run.agencyId, run.id).catch(() => undefined);
    }
  }

  private async conclude(run: Run, outcome: Outcome, file?: CafFile): Promise<void> {
    const { agencyId, id, scope } = run;
    if (file) await this.told(run, outcome, file);
    if (scope.message === 'CAF42' && !run.dry && !run.regenerates)
      await this.concludeLeavers(run, outcome, file);
    const { faults, faultCount, included, excluded, totals } = outcome;
    await this.runs.end(agencyId, id, {
      ...{ state: stateOf(run, outcome, file), faults, faultCount, included, excluded, fileId: file?.id },
      ...{ total1Cents: totals?.total1Cents ?? 0, total2Cents: totals?.total2Cents ?? 0 },
    });
    if (file && file.state !== 'DROPPED') await this.drop.execute(agencyId, file.id);
  }

  /** What the file says counts as told: sharers, and the legal cases of CAF32. */
  private async told({ agencyId, scope, startedBy }: Run, outcome: Outcome, file: CafFile): Promise<void> {
    const shared = outcome.told.filter(({ sharers }) => sharers > 0);
    await this.cases.tell(agencyId, shared, file.createdAt);
    if (scope.message !== 'CAF32') return;
    const leases = [...new Set(outcome.told.map(({ leaseId }) => leaseId))];
    const reported = {
      on: parisDay(file.createdAt),
      by: startedBy,
      how: 'CAF32',
      fileId: file.id,
      proof: file.document,
    };
    await this.cases.reportByFile(agencyId, leases, reported);
  }

  /** Who is in the file is sent; who is not says why; where one is faulty, the others wait for the next file. */
  private async concludeLeavers({ agencyId, id }: Run, outcome: Outcome, file?: CafFile): Promise<void> {
    for (const record of await this.radiations.ofRun(agencyId, id)) {
      const left = outcome.left.find(
        ({ leaseId, occupantId }) => leaseId === record.leaving.leaseId && occupantId === record.occupantId,
      );
      const fault = outcome.faults.find(({ leaseId }) => leaseId === record.leaving.leaseId);
      const general = outcome.faults.find(({ leaseId }) => leaseId === '');
      const blocked = general ?? fault;
      const change = blocked
        ? { state: 'BLOCKED' as const, why: blocked.code, runId: '' }
        : left
          ? { state: 'EXCLUDED' as const, why: left.why, runId: '' }
          : file
            ? { state: 'SENT' as const, why: '', fileId: file.id }
            : { state: 'PENDING' as const, why: '', runId: '' };
      await this.radiations.change(agencyId, record.id, ['PENDING'], change);
    }
  }
}

function stateOf(run: Run, { faultCount, included }: Outcome, file?: CafFile): Run['state'] {
  if (file) return 'DONE';
  if (faultCount > 0) return 'BLOCKED';
  if (included === 0) return 'EMPTY';
  return run.dry ? 'CHECKED' : 'FAILED';
}
