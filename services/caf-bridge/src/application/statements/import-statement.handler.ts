import { AppError } from '@intervia/rules';
import { Clock } from '@intervia/clock';
import { Injectable, Logger } from '@nestjs/common';
import type { DocumentRef } from '../../domain/file/records.js';
import type { Candidate } from '../../domain/statement/matching.js';
import { match, memoryKey } from '../../domain/statement/matching.js';
import { TotalsCounter, freshStatement } from '../../domain/statement/records.js';
import type { LineRecord, LineTenant, StatementRecord } from '../../domain/statement/records.js';
import type { StatementSummary } from '../../domain/statement/statement-reader.js';
import type { StatementLine } from '../../domain/statement/detail-record.js';
import { NotFound, StatementRefused } from '../../domain/values/errors.js';
import { SettingsStore } from '../ports/stores.js';
import { Statements } from '../ports/statements.js';
import { Tenants } from '../ports/tenants.js';
import type { TenantKey } from '../ports/tenants.js';
import { Hold, HoldLost } from '../hold.js';
import { waitAWhile } from '../within.js';
import { PaymentTwins } from './payment-twins.js';
import { StatementFiles, ownerOf } from './read-statement.js';

/** Keys looked up in one question to the directory: a number and an allocataire for each line. */
const LINES_AT_ONCE = 100;

/** Takes a statement in: checked whole first, then its lines with the tenants they belong to. */
@Injectable()
export class ImportStatementHandler {
  private readonly logger = new Logger(ImportStatementHandler.name);

  constructor(
    private readonly statements: Statements,
    private readonly files: StatementFiles,
    private readonly tenants: Tenants,
    private readonly store: SettingsStore,
    private readonly twins: PaymentTwins,
    private readonly clock: Clock,
  ) {}

  /** Answers with where it stands; what is refused says why. */
  async execute(
    agencyId: string,
    id: string,
    document: DocumentRef,
    importedBy: string,
  ): Promise<StatementRecord> {
    const fresh = freshStatement(id, agencyId, document, importedBy, this.clock.now());
    const statement = await this.statements.begin(fresh);
    if (statement.state === 'READING') await this.resume(statement);
    const found = await this.statements.find(agencyId, id);
    if (!found) throw new NotFound('STATEMENT', id);
    return found;
  }

  /** A file of the folder that is no text at all, empty or too large: nothing of it is kept, and why is told. */
  async refuseUnread(
    agencyId: string,
    id: string,
    document: DocumentRef,
    { code, params }: StatementRefused,
  ): Promise<void> {
    const fresh = freshStatement(id, agencyId, document, '', this.clock.now());
    await this.statements.begin({ ...fresh, state: 'REFUSED', problem: { code, params } });
  }

  /** Also what a killed process had begun: it is read anew. */
  async resume(statement: StatementRecord): Promise<void> {
    const { agencyId, id } = statement;
    const hold = await Hold.take(this.clock, (now, until) => this.statements.hold(agencyId, id, now, until));
    if (hold) await waitAWhile(this.read(statement, hold));
  }

  private async read(statement: StatementRecord, hold: Hold): Promise<void> {
    const { agencyId, id, document } = statement;
    try {
      const settings = (await this.store.allSettings(agencyId)).map(({ value }) => value);
      const { summary, shape, layoutId } = await this.files.check(agencyId, document, settings);
      const entityId = ownerOf(summary, settings)?.entityId ?? '';
      const { organisme, bailleur, aidTypes, months, blocks } = summary;
      const progress = { done: 0, of: summary.lines };
      await hold.renew((renewal) =>
        this.statements.holdOn(agencyId, id, renewal, {
          ...{ entityId, organisme, bailleur, aidTypes, months, blocks, shape, progress },
        }),
      );
      const counter = new TotalsCounter();
      await this.statements.dropLines(agencyId, id);
      const batches = this.files.lines(agencyId, document, { layoutId, some: 1_000 });
      let batch = await batches.next();
      for (; !batch.done; batch = await batches.next()) {
        const lines = batch.value;
        for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
          const some = lines.slice(at, at + LINES_AT_ONCE);
          const records = await this.matched({ ...statement, ...summary }, some);
          await this.statements.addLines(records);
          for (const record of records) counter.add({ ...record, matched: record.tenant !== undefined });
          progress.done += records.length;
          await hold.renewed((renewal) => this.statements.holdOn(agencyId, id, renewal, { progress }));
        }
      }
      await hold.renew((renewal) => this.statements.holdOn(agencyId, id, renewal, { progress }));
      const opened = {
        contentHash: batch.value,
        state: 'OPEN' as const,
        totals: counter.totals,
        progress: { done: 0, of: 0 },
        heldUntil: this.clock.now(),
      };
      const twin = await this.statements.open(agencyId, id, opened);
      if (twin)
        throw new StatementRefused('DUPLICATE', {
          on: twin.importedAt.toISOString(),
          name: twin.document.name,
        });
    } catch (error) {
      if (!(error instanceof HoldLost)) await this.refuse(statement, error, hold);
    }
  }

  private async refuse({ agencyId, id }: StatementRecord, error: unknown, hold: Hold): Promise<void> {
    if (!(error instanceof AppError)) {
      // Not the file's fault: it is read again.
      this.logger.warn({ err: error, statementId: id }, 'statement not read, tried again later');
      await hold.release((renewal) => this.statements.holdOn(agencyId, id, renewal)).catch(() => undefined);
      return;
    }
    const { code, params } = error;
    await this.statements.dropLines(agencyId, id);
    await this.statements.update(agencyId, id, {
      state: 'REFUSED',
      problem: { code, params },
      heldUntil: this.clock.now(),
    });
  }

  /** By unique number, then allocataire, then what a person chose for such a line (caf.md, "Incoming"). */
  private async matched(
    statement: Pick<StatementRecord, 'id' | 'agencyId' | 'document'> & StatementSummary,
    lines: readonly StatementLine[],
  ): Promise<LineRecord[]> {
    const { agencyId, id } = statement;
    const keys: TenantKey[] = lines.flatMap(({ reference, allocataire }) => [
      { uniqueNumber: reference },
      { allocataire },
    ]);
    const asked = keys.filter(({ uniqueNumber, allocataire }) => uniqueNumber || allocataire);
    const answers = asked.length > 0 ? await this.tenants.match(agencyId, asked) : [];
    const candidates = new Map<TenantKey, Candidate[]>(
      asked.map((key, index) => [key, answers[index] ?? []]),
    );
    const remembered = await this.statements.remembered(agencyId, lines.map(memoryKey));
    const matches = lines.map((line, index) => {
      const [byNumber = [], byAllocataire = []] = [keys[index * 2], keys[index * 2 + 1]].map(
        (key) => (key && candidates.get(key)) ?? [],
      );
      const own = remembered.get(memoryKey(line));
      const found = match({ byNumber, byAllocataire, remembered: own && { ...own, uniqueNumber: '' } });
      return { line, found };
    });
    const payments = await this.twins.of(statement, lines);
    const given = await this.giveNumbers(
      agencyId,
      matches.map(({ line, found }) => ({ reference: line.reference, candidate: found?.candidate })),
    );
    return matches.map(({ line, found }, at) => ({
      ...line,
      ...{ id: `${id}.${line.number}`, agencyId, statementId: id },
      ...{ selected: found !== undefined && !payments[at]?.twin, tenant: found && tenantOf(found.candidate) },
      ...payments[at],
      ...{ matchedBy: found?.by ?? '', uniqueNumber: given[at] ?? '' },
      ...{ postingId: '', balanceAfterCents: 0, postingError: '' },
    }));
  }

  /**
   * The number comes from imports alone, and stays (manual, "n° locataire unique").
   * @returns in the order of the lines; of lines of one tenant the first gives it
   */
  async giveNumbers(
    agencyId: string,
    lines: readonly { reference: string; candidate: Candidate | undefined }[],
  ): Promise<LineRecord['uniqueNumber'][]> {
    const isNew = ({ reference, candidate }: (typeof lines)[number]): boolean =>
      reference !== '' && candidate !== undefined && candidate.uniqueNumber === '';
    const asked = lines.filter(isNew).map(({ reference, candidate }) => ({
      ...{ leaseId: candidate?.leaseId ?? '', sharerId: candidate?.sharerId ?? '' },
      number: reference,
    }));
    const answers = asked.length > 0 ? await this.tenants.setUniqueNumbers(agencyId, asked) : [];
    let at = 0;
    return lines.map((line) => {
      const { reference, candidate } = line;
      if (isNew(line)) return answers[at++] ?? '';
      if (!reference || !candidate) return '';
      return candidate.uniqueNumber === reference ? 'KEPT' : 'OTHER';
    });
  }
}

export const tenantOf = ({ leaseId, sharerId, accountId, account, name }: Candidate): LineTenant => ({
  ...{ leaseId, sharerId, accountId, account, name },
});
