import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { LEASE_MS } from '../../domain/save/save.js';
import { Drafts } from '../ports/drafts.js';
import { SagaRunner } from './saga-runner.js';

const BATCH = 20;

/** Finishes or undoes final saves whose process died, or that somebody's outage interrupted. */
@Injectable()
export class ResumeSavesHandler {
  constructor(
    private readonly drafts: Drafts,
    private readonly runner: SagaRunner,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were taken up */
  async execute(): Promise<number> {
    let count = 0;
    for (;;) {
      const now = this.clock.now();
      const due = await this.drafts.claimSaves(now, new Date(now.getTime() + LEASE_MS), BATCH);
      await Promise.all(due.map((draft) => this.runner.drive(draft)));
      count += due.length;
      if (due.length < BATCH) return count;
    }
  }
}
