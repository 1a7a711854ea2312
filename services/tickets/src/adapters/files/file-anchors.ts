import { SealedDays } from '@intervia/mongo';
import { Anchors } from '../../application/ports/anchors.js';
import type { Anchor, DatedAnchor } from '../../application/ports/anchors.js';

export class FileAnchors extends Anchors {
  private readonly sealed: SealedDays<Anchor>;

  /** An empty folder: nothing is anchored. */
  constructor(folder: string, key: string) {
    super();
    this.sealed = new SealedDays(folder, key);
  }

  async lastDay(): Promise<string | undefined> {
    return (await this.sealed.days()).at(-1);
  }

  write(day: string, anchors: AsyncIterable<Anchor>): Promise<void> {
    return this.sealed.write(day, anchors);
  }

  async find(agencyId: string, ticketId: string): Promise<DatedAnchor | undefined> {
    for (const day of (await this.sealed.days()).toReversed()) {
      const anchor = (await this.sealed.read(day)).find(
        (one) => one.agencyId === agencyId && one.ticketId === ticketId,
      );
      if (anchor) return { ...anchor, day };
    }
    return undefined;
  }

  async newest(): Promise<ReadonlyMap<string, DatedAnchor>> {
    const found = new Map<string, DatedAnchor>();
    for (const day of await this.sealed.days()) {
      for (const anchor of await this.sealed.read(day))
        found.set(`${anchor.agencyId}/${anchor.ticketId}`, { ...anchor, day });
    }
    return found;
  }
}
