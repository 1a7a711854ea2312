import { Injectable } from '@nestjs/common';
import { Anchors } from '../ports/anchors.js';
import type { DatedAnchor } from '../ports/anchors.js';
import { Histories } from '../ports/histories.js';
import type { StoredHistory } from '../ports/histories.js';
import { HistoryKey, firstBroken } from '../running/chain-history.js';

/**
 * `changed`: an entry does not follow from the one before. `cut`: it is shorter than it was anchored, or was made anew.
 * `gone`: the ticket is anchored and neither there nor deleted by somebody.
 */
export type Breach = 'changed' | 'cut' | 'gone';

export interface BrokenHistory {
  readonly breach: Breach;
  readonly agencyId: string;
  readonly ticketId: string;
  /** 0 of a ticket that is gone. */
  readonly number: number;
  /** The place of the entry, counted from 0. */
  readonly entry: number;
}

export interface AllVerified {
  readonly tickets: number;
  readonly entries: number;
  readonly anchored: number;
  readonly broken: readonly BrokenHistory[];
}

/** Whether in no ticket of the database anything was changed, dropped or moved. */
@Injectable()
export class VerifyAllQuery {
  constructor(
    private readonly histories: Histories,
    private readonly anchors: Anchors,
    private readonly key: HistoryKey,
  ) {}

  /** @throws AnchorBroken for a file of anchors that its seal does not fit */
  async execute(): Promise<AllVerified> {
    const anchors = await this.anchors.newest();
    const unseen = new Map(anchors);
    const broken: BrokenHistory[] = [];
    let [tickets, entries] = [0, 0];
    for await (const history of this.histories.every()) {
      const id = `${history.agencyId}/${history.ticketId}`;
      tickets += 1;
      entries += history.entries.length;
      unseen.delete(id);
      const breach = history.isDeleted ? undefined : this.breachOf(history, anchors.get(id));
      if (breach) broken.push(breach);
    }
    for (const { agencyId, ticketId, entries: length } of unseen.values())
      broken.push({ breach: 'gone', agencyId, ticketId, number: 0, entry: length - 1 });
    return { tickets, entries, anchored: anchors.size, broken };
  }

  private breachOf(
    { agencyId, ticketId, number, entries }: StoredHistory,
    anchor: DatedAnchor | undefined,
  ): BrokenHistory | undefined {
    const place = firstBroken(entries, this.key.secret);
    const whose = { agencyId, ticketId, number };
    if (place !== undefined) return { breach: 'changed', ...whose, entry: place };
    const isCut = anchor !== undefined && entries[anchor.entries - 1]?.hash !== anchor.hash;
    return isCut ? { breach: 'cut', ...whose, entry: anchor.entries - 1 } : undefined;
  }
}
