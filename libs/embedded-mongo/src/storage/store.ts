import { open, type RootDatabase } from 'lmdb';
import { MongoError } from '../errors.js';

export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** Keys from `start` (inclusive) to `end` (exclusive), whatever the direction of the walk. */
export interface Range {
  readonly start: Buffer;
  readonly end: Buffer;
}

export interface Walk {
  readonly reverse: boolean;
  readonly limit: number;
  /** Resume strictly after this key, in the direction of the walk. */
  readonly after?: Buffer;
}

interface Job {
  readonly run: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** lmdb: commit and fdatasync before `transactionSync` returns; nothing is ever aborted by us. */
const SYNCHRONOUS_COMMIT = 2;
/** Bounds how long one batch keeps the event loop; the rest goes into the next. */
const MAX_BATCH_MS = 20;

/** After so long, work in steps lets the others through. */
const PIECE_MS = 10;

const onePiece = <T>(steps: Iterator<unknown, T>): IteratorResult<unknown, T> => {
  const deadline = performance.now() + PIECE_MS;
  let last = steps.next();
  while (!last.done && performance.now() < deadline) last = steps.next();
  return last;
};

/** A full disk is the operator's to mend, and passes: clients must be able to tell it from a fault of ours. */
const asLostWrite = (error: unknown): unknown => {
  const message = error instanceof Error ? error.message : String(error);
  return /no space left|MDB_MAP_FULL|ENOSPC/i.test(message)
    ? new MongoError('OutOfDiskSpace', `No space left on device: ${message}`)
    : error;
};

const lmdbRange = ({ start, end }: Range, { reverse, limit, after }: Walk) =>
  reverse
    ? { start: after ?? end, end: start, exclusiveStart: true, inclusiveEnd: true, reverse, limit }
    : { start: after ?? start, end, exclusiveStart: after !== undefined, limit };

/**
 * One lmdb environment with plain byte keys. Writes go through `write`: all jobs waiting when the
 * event loop comes round share one transaction and one fdatasync, and are acknowledged after it.
 * A job is synchronous, hence atomic against every other.
 */
export class Store {
  private readonly env: RootDatabase<Buffer, Buffer>;
  private jobs: Job[] = [];
  private scheduled = false;
  private closed = false;

  constructor(
    dataDir: string,
    /** After a failed commit (a full disk) whatever was derived from the lost writes is wrong. */
    private readonly onLostCommit: () => void,
  ) {
    // Without overlappingSync the commit itself syncs; with it, transactionSync has no flush to await.
    this.env = open<Buffer, Buffer>(dataDir, {
      keyEncoding: 'binary',
      encoding: 'binary',
      overlappingSync: false,
    });
  }

  get(key: Buffer): Buffer | undefined {
    return this.env.get(key);
  }

  put(key: Buffer, value: Buffer): void {
    void this.env.put(key, value);
  }

  remove(key: Buffer): void {
    void this.env.remove(key);
  }

  entries(range: Range, walk: Walk): readonly Entry[] {
    return [...this.env.getRange(lmdbRange(range, walk))];
  }

  keys(range: Range, walk: Walk): readonly Buffer[] {
    return [...this.env.getKeys(lmdbRange(range, walk))];
  }

  /** Up to the end of the last page in use. */
  bytes(): number {
    const { pageSize, lastPageNumber } = this.env.getStats() as { pageSize: number; lastPageNumber: number };
    return pageSize * (lastPageNumber + 1);
  }

  count({ start, end }: Range, limit: number): number {
    return this.env.getKeysCount({ start, end, limit });
  }

  write<T>(run: () => T): Promise<T> {
    if (this.closed) return Promise.reject(new Error('The store is closed'));
    return new Promise<T>((resolve, reject) => {
      let result: T;
      this.jobs.push({
        run: () => {
          result = run();
        },
        resolve: () => resolve(result),
        reject,
      });
      this.schedule();
    });
  }

  /**
   * Long work in pieces: where it yields, other jobs may have their turn, and each piece is durable before the next
   * begins. Between two yields nobody interferes.
   */
  async writeInSteps<T>(steps: Iterator<unknown, T>): Promise<T> {
    for (;;) {
      const last = await this.write(() => onePiece(steps));
      if (last.done) return last.value;
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    while (this.jobs.length > 0) this.commitBatch();
    await this.env.close();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      if (this.jobs.length > 0) this.commitBatch();
      if (this.jobs.length > 0) this.schedule();
    });
  }

  private commitBatch(): void {
    const outcomes: (() => void)[] = [];
    const started: Job[] = [];
    try {
      this.env.transactionSync(() => this.runJobs(started, outcomes), SYNCHRONOUS_COMMIT);
    } catch (error) {
      this.onLostCommit();
      for (const job of started) job.reject(asLostWrite(error));
      return;
    }
    for (const settle of outcomes) settle();
  }

  private runJobs(started: Job[], outcomes: (() => void)[]): void {
    const deadline = performance.now() + MAX_BATCH_MS;
    do {
      const job = this.jobs.shift();
      if (!job) return;
      started.push(job);
      try {
        job.run();
        outcomes.push(job.resolve);
      } catch (error) {
        outcomes.push(() => job.reject(error));
      }
    } while (performance.now() < deadline);
  }
}
