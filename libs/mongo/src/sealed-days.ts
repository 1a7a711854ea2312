import { createHmac, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const DAY_FILE = /^(\d{4}-\d{2}-\d{2})\.jsonl$/;

/** A file of anchors was changed after it was written. */
export class AnchorBroken extends Error {
  override readonly name = 'AnchorBroken';
  readonly code = 'ANCHOR_BROKEN';

  constructor(readonly file: string) {
    super(`the seal of ${file} does not fit`);
  }
}

/**
 * What the database held, outside of it: one file a day, a line for each thing that is anchored, and a last line that
 * seals them by the key. Without a folder (an empty name) there is nothing, and nothing is written.
 */
export class SealedDays<T extends object> {
  constructor(
    private readonly folder: string,
    private readonly key: string,
  ) {}

  /** Of the days that are there, YYYY-MM-DD, the oldest first. */
  async days(): Promise<string[]> {
    const names = this.folder === '' ? [] : await readdir(this.folder).catch(() => []);
    return names.flatMap((name) => DAY_FILE.exec(name)?.[1] ?? []).sort();
  }

  /** All of a day at once; a day that is there already stays as it is. */
  async write(day: string, anchors: AsyncIterable<T>): Promise<void> {
    if (this.folder === '') return;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const aside = join(this.folder, `.${randomUUID()}`);
    const file = await open(aside, 'wx', 0o600);
    const seal = createHmac('sha256', this.key);
    try {
      for await (const anchor of anchors) {
        const line = `${JSON.stringify(anchor)}\n`;
        seal.update(line);
        await file.write(line);
      }
      await file.write(`${JSON.stringify({ seal: seal.digest('hex') })}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    // A day that another replica wrote stays.
    await link(aside, this.fileOf(day)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await rm(aside, { force: true });
  }

  /** @throws AnchorBroken for a file that its seal does not fit */
  async read(day: string): Promise<T[]> {
    const text = await readFile(this.fileOf(day), 'utf8');
    const lines = text.trimEnd().split('\n');
    const last = JSON.parse(lines.pop() ?? '{}') as { seal?: string };
    const body = lines.map((line) => `${line}\n`).join('');
    if (createHmac('sha256', this.key).update(body).digest('hex') !== last.seal) {
      throw new AnchorBroken(this.fileOf(day));
    }
    return lines.map((line) => JSON.parse(line) as T);
  }

  private fileOf(day: string): string {
    return join(this.folder, `${day}.jsonl`);
  }
}
