import { SealedDays } from '@intervia/mongo';
import { join } from 'node:path';
import type { DatedHead, LogHead } from '../../application/ports/accounts/log-anchors.js';
import { LogAnchors } from '../../application/ports/accounts/log-anchors.js';

type Line = Omit<LogHead, 'keptUntil'> & { readonly keptUntil: string | Date };

/** Beside the anchors of the tickets' histories, in a folder of their own. */
export class FileLogAnchors extends LogAnchors {
  private readonly sealed: SealedDays<Line>;

  /** An empty folder: nothing is anchored. */
  constructor(folder: string, key: string) {
    super();
    this.sealed = new SealedDays(folder === '' ? '' : join(folder, 'security'), key);
  }

  async lastDay(): Promise<string | undefined> {
    return (await this.sealed.days()).at(-1);
  }

  write(day: string, heads: AsyncIterable<LogHead>): Promise<void> {
    return this.sealed.write(day, heads);
  }

  async *every(): AsyncIterable<DatedHead> {
    for (const day of await this.sealed.days()) {
      for (const line of await this.sealed.read(day))
        yield { ...line, keptUntil: new Date(line.keptUntil), day };
    }
  }
}
