import { createHmac, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Anchors } from '../../application/ports/anchors.js';
import type { Anchor, DatedAnchor } from '../../application/ports/anchors.js';

const DAY_FILE = /^(\d{4}-\d{2}-\d{2})\.jsonl$/;

/** A file of anchors was changed after it was written. */
export class AnchorBroken extends Error {
  override readonly name = 'AnchorBroken';
  readonly code = 'ANCHOR_BROKEN';

  constructor(readonly file: string) {
    super(`the seal of ${file} does not fit`);
  }
}

/** One file a day, a line for each ticket that changed, and a last line that seals them. Without a folder there are none. */
export class FileAnchors extends Anchors {
  constructor(
    private readonly folder: string,
    private readonly key: string,
  ) {
    super();
  }

  async lastDay(): Promise<string | undefined> {
    return (await this.days()).at(-1);
  }

  async write(day: string, anchors: AsyncIterable<Anchor>): Promise<void> {
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

  async find(agencyId: string, ticketId: string): Promise<DatedAnchor | undefined> {
    for (const day of (await this.days()).toReversed()) {
      const lines = await this.linesOf(day);
      const line = lines.find((one) => one.includes(`"${ticketId}"`));
      if (!line) continue;
      const anchor = JSON.parse(line) as Anchor;
      if (anchor.agencyId === agencyId && anchor.ticketId === ticketId) return { ...anchor, day };
    }
    return undefined;
  }

  async newest(): Promise<ReadonlyMap<string, DatedAnchor>> {
    const found = new Map<string, DatedAnchor>();
    for (const day of await this.days()) {
      for (const line of await this.linesOf(day)) {
        const anchor = JSON.parse(line) as Anchor;
        found.set(`${anchor.agencyId}/${anchor.ticketId}`, { ...anchor, day });
      }
    }
    return found;
  }

  private async linesOf(day: string): Promise<string[]> {
    const text = await readFile(this.fileOf(day), 'utf8');
    const lines = text.trimEnd().split('\n');
    const last = JSON.parse(lines.pop() ?? '{}') as { seal?: string };
    const body = lines.map((line) => `${line}\n`).join('');
    if (createHmac('sha256', this.key).update(body).digest('hex') !== last.seal) {
      throw new AnchorBroken(this.fileOf(day));
    }
    return lines;
  }

  private async days(): Promise<string[]> {
    const names = this.folder === '' ? [] : await readdir(this.folder).catch(() => []);
    return names.flatMap((name) => DAY_FILE.exec(name)?.[1] ?? []).sort();
  }

  private fileOf(day: string): string {
    return join(this.folder, `${day}.jsonl`);
  }
}
