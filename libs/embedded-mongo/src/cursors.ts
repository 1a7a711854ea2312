import { randomBytes } from 'node:crypto';
import type { RawBatch } from './bson/encode.js';
import { badValue, MongoError } from './errors.js';

const IDLE_MS = 10 * 60_000;
const MAX_CURSORS = 10_000;
const DEFAULT_FIRST_BATCH = 101;
const MAX_BATCH_BYTES = 16 * 1024 * 1024 - 64 * 1024;

interface Cursor {
  readonly ns: string;
  readonly documents: AsyncIterator<Buffer>;
  /** A document that was read, and did not fit into the last batch. */
  pending: Buffer | undefined;
  lastUsed: number;
  busy: boolean;
}

interface Filled {
  readonly documents: readonly Buffer[];
  readonly isDone: boolean;
}

const fill = async (cursor: Cursor, size: number): Promise<Filled> => {
  const documents: Buffer[] = [];
  let bytes = 0;
  while (documents.length < size) {
    const next = cursor.pending ?? ((await cursor.documents.next()).value as Buffer | undefined);
    cursor.pending = undefined;
    if (!next) return { documents, isDone: true };
    if (documents.length > 0 && bytes + next.length > MAX_BATCH_BYTES) {
      cursor.pending = next;
      return { documents, isDone: false };
    }
    documents.push(next);
    bytes += next.length;
  }
  return { documents, isDone: false };
};

export interface CursorOptions {
  readonly ns: string;
  readonly documents: AsyncIterator<Buffer>;
  readonly batchSize?: number;
  readonly singleBatch?: boolean;
}

/** Results that did not fit into one reply. They are produced when asked for, not stored. */
export class Cursors {
  private readonly cursors = new Map<bigint, Cursor>();

  constructor(private readonly now: () => number) {}

  get size(): number {
    return this.cursors.size;
  }

  async open({ ns, documents, batchSize, singleBatch }: CursorOptions): Promise<RawBatch> {
    const cursor: Cursor = { ns, documents, pending: undefined, lastUsed: this.now(), busy: false };
    const batch = await fill(cursor, batchSize ?? DEFAULT_FIRST_BATCH);
    const isDone = batch.isDone || singleBatch === true;
    const cursorId = isDone ? 0n : this.keep(cursor);
    return { field: 'firstBatch', documents: batch.documents, cursorId, ns };
  }

  async more(id: bigint, ns: string, batchSize = Infinity): Promise<RawBatch> {
    const cursor = this.cursors.get(id);
    if (!cursor) throw new MongoError('CursorNotFound', `cursor id ${id} not found`);
    if (cursor.ns !== ns) throw badValue(`Requested getMore on ${ns}, but cursor belongs to ${cursor.ns}`);
    if (cursor.busy) throw badValue(`cursor id ${id} is already in use`);
    cursor.busy = true;
    cursor.lastUsed = this.now();
    try {
      const { documents, isDone } = await fill(cursor, batchSize || Infinity);
      if (isDone) this.cursors.delete(id);
      return { field: 'nextBatch', documents, cursorId: isDone ? 0n : id, ns };
    } catch (error) {
      this.cursors.delete(id);
      throw error;
    } finally {
      cursor.busy = false;
    }
  }

  kill(id: bigint): boolean {
    return this.cursors.delete(id);
  }

  forgetIdle(): void {
    const oldest = this.now() - IDLE_MS;
    for (const [id, cursor] of this.cursors) {
      if (!cursor.busy && cursor.lastUsed < oldest) this.cursors.delete(id);
    }
  }

  private keep(cursor: Cursor): bigint {
    if (this.cursors.size >= MAX_CURSORS) throw badValue(`More than ${MAX_CURSORS} open cursors`);
    const id = randomBytes(8).readBigUInt64BE() >> 1n;
    this.cursors.set(id, cursor);
    return id;
  }
}
