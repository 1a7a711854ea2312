import type { ImportsService, LineAnswer } from '@intervia/contracts';
import { enumName, ImportProgressSchema, LineStatus, LineStatusSchema } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError } from '@intervia/messaging';
import { randomUUID } from 'node:crypto';
import { sentenceOf } from '../../fr.js';
import type { FieldFault } from '../../http/problem.js';
import { problemOf, refusalOf } from '../../http/problem.js';
import { toJson } from '../../mapping/json.js';
import type { RawLine } from './read-lines.js';
import type { ReadLine } from './read-record.js';
import { readRecord } from './read-record.js';

type Answer = Record<string, unknown>;

/** One call of the directory: so many records, or so many bytes of them, whichever comes first. */
const BATCH_LINES = 200;
const BATCH_BYTES = 400 * 1024;
/** Answers are kept for a program that reads them only when it has sent everything. */
const MOST_LINES = 150_000;
/** For a batch, on a machine that is busy. */
const PATIENCE_MS = 60_000;

export interface RunOptions {
  readonly imports: ServiceClient<typeof ImportsService>;
  readonly agencyId: string;
  readonly importId: string;
  /** Lines of the import that were sent before. */
  readonly after: number;
  /** Throws when the key is good no more. */
  readonly check: () => Promise<unknown>;
}

interface Waiting extends ReadLine {
  readonly number: number;
}

/** One request of an import: lines in, answers out; each line is answered once it is stored or refused. */
export class ImportRun {
  private readonly runId = randomUUID();
  private last: number;

  private constructor(private readonly options: RunOptions) {
    this.last = options.after;
  }

  /** @throws IMPORT_RUNNING */
  static async begin(options: RunOptions): Promise<ImportRun> {
    const run = new ImportRun(options);
    await options.imports.beginImport(run.who);
    return run;
  }

  /**
   * Answers to all lines, then one that says how it ended. Ends the run, whatever happens.
   * @throws what stopped it before the first answer
   */
  async *answers(lines: AsyncIterable<RawLine>): AsyncGenerator<Answer, void, void> {
    let stopped: Error | undefined;
    let hasEnded = false;
    try {
      try {
        for await (const batch of batchesOf(lines, this.options.after)) yield* await this.store(batch);
      } catch (error) {
        stopped = asError(error);
      }
      const progress = await this.end(stopped === undefined);
      hasEnded = true;
      if (stopped !== undefined && this.last === this.options.after) throw stopped;
      yield { ...this.ending(stopped), ...progress };
    } finally {
      // Whoever reads has gone: the next run need not wait.
      if (!hasEnded) await this.end(false);
    }
  }

  private get who() {
    const { agencyId, importId } = this.options;
    return { agencyId, importId, runId: this.runId };
  }

  private async store(batch: readonly Waiting[]): Promise<Answer[]> {
    await this.options.check();
    const lines = batch.flatMap(({ number, line }) => (line ? [{ ...line, line: number }] : []));
    const lastLine = batch.at(-1)?.number ?? this.last;
    const request = { ...this.who, lines, refusedBefore: batch.length - lines.length, lastLine };
    const { answers } = await this.options.imports.importLines(request, { timeoutMs: PATIENCE_MS });
    this.last = lastLine;
    const byLine = new Map(answers.map((answer) => [answer.line, answer]));
    return batch.map((read) => answerTo(read, byLine.get(read.number)));
  }

  private ending(stopped: unknown): Answer {
    if (stopped === undefined) return { done: true };
    const { code, detail } = problemOf(refusalOf(stopped));
    return { done: false, code, detail, resumeAfter: this.last };
  }

  private async end(finished: boolean): Promise<Answer> {
    try {
      const { progress } = await this.options.imports.endImport({ ...this.who, finished });
      return progress ? toJson(ImportProgressSchema, progress) : {};
    } catch {
      // The service is away: the run ends by itself in a minute.
      return { importId: this.options.importId };
    }
  }
}

/** What was read before the body broke off is stored all the same. */
async function* batchesOf(lines: AsyncIterable<RawLine>, after: number): AsyncGenerator<Waiting[]> {
  let batch: Waiting[] = [];
  let bytes = 0;
  let broken: Error | undefined;
  try {
    for await (const { number, bytes: line } of lines) {
      if (number > MOST_LINES) throw new AppError('TOO_MANY_LINES', 'invalid', { max: String(MOST_LINES) });
      if (line && isBlank(line)) continue;
      batch.push({ number: after + number, ...(line ? readRecord(line) : TOO_LONG) });
      bytes += line?.length ?? 0;
      if (batch.length < BATCH_LINES && bytes < BATCH_BYTES) continue;
      yield batch;
      batch = [];
      bytes = 0;
    }
  } catch (error) {
    broken = asError(error);
  }
  if (batch.length > 0) yield batch;
  if (broken !== undefined) throw broken;
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

const TOO_LONG: ReadLine = { type: '', id: '', faults: [{ field: '', code: 'LINE_TOO_LONG' }] };

const isBlank = (line: Buffer): boolean => line.length < 3 && line.toString().trim() === '';

function answerTo({ number, id, type, faults }: Waiting, answer: LineAnswer | undefined): Answer {
  const named = { line: number, type, id };
  if (answer && answer.status !== LineStatus.REFUSED)
    return { ...named, status: enumName(LineStatusSchema, answer.status) };
  const said = answer
    ? answer.faults.map(({ field, code }) => ({ field: field ? `data.${field}` : '', code }))
    : faults;
  return { ...named, status: enumName(LineStatusSchema, LineStatus.REFUSED), ...wordsOf(said) };
}

/** The first fault is the line's own code. */
function wordsOf(faults: readonly FieldFault[]): Answer {
  const fields = faults.map(({ field, code, params }) => ({
    field,
    code,
    detail: sentenceOf({ code, kind: 'invalid', params }),
  }));
  const [{ code, detail } = { code: 'INVALID_REQUEST', detail: '' }] = fields;
  return { code, detail, fields };
}
