import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { Anchors, HistoryHeads } from '../ports/anchors.js';

const BEGINNING = new Date(0);

/** Once a day, how far each history came is written outside the database. */
@Injectable()
export class AnchorHistoriesHandler {
  constructor(
    private readonly anchors: Anchors,
    private readonly heads: HistoryHeads,
    private readonly clock: Clock,
  ) {}

  /** Nothing when today is anchored already; after a pause, all that changed since. */
  async execute(): Promise<void> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const last = await this.anchors.lastDay();
    if (last !== undefined && last >= today) return;
    await this.anchors.write(today, this.heads.since(last === undefined ? BEGINNING : new Date(last)));
  }
}
