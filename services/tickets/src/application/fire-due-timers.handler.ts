import { Clock } from '@intervia/clock';
import { VersionConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { DueTickets } from './ports/due-tickets.js';
import { Settings } from './ports/settings.js';
import { Tickets } from './ports/tickets.js';
import { TicketChanges } from './ticket-changes.js';

const CONCURRENCY = 8;
/** Longer than any save takes; after a crash the ticket waits no longer than this. */
const LEASE_MS = 30_000;

/**
 * Fires what is due. A claim keeps replicas off each other's tickets; that nothing fires twice is the
 * version check's doing, which also holds when a lease ran out under a slow replica.
 */
@Injectable()
export class FireDueTimersHandler {
  constructor(
    private readonly dueTickets: DueTickets,
    private readonly tickets: Tickets,
    private readonly settings: Settings,
    private readonly changes: TicketChanges,
    private readonly clock: Clock,
  ) {}

  /** Until nothing is due, or until stopped. @returns on how many tickets something fired. */
  async execute(stop?: AbortSignal): Promise<number> {
    const workers = Array.from({ length: CONCURRENCY }, () => this.work(stop));
    const outcomes = await Promise.allSettled(workers);
    // One ticket that cannot be handled holds up nobody, but it must be heard of.
    const failures = outcomes
      .filter((outcome) => outcome.status === 'rejected')
      .map(({ reason }) => reason as Error);
    if (failures.length > 0) throw new AggregateError(failures, 'timers could not be fired');
    return outcomes.reduce((sum, outcome) => sum + (outcome.status === 'fulfilled' ? outcome.value : 0), 0);
  }

  private async work(stop?: AbortSignal): Promise<number> {
    let fired = 0;
    let failure: unknown;
    while (!stop?.aborted) {
      const now = this.clock.now();
      const claimed = await this.dueTickets.claim(now, new Date(now.getTime() + LEASE_MS));
      if (!claimed) break;
      try {
        const { agencyId, module } = claimed.ticket.details;
        const settings = await this.settings.of(agencyId, module);
        const change = this.changes.make({ type: 'FireTimers', now }, claimed, settings);
        if (!change) continue;
        await this.tickets.save(change);
        fired += 1;
      } catch (error) {
        // Somebody acted on the ticket meanwhile; what is still due is claimed again.
        if (!(error instanceof VersionConflict)) failure = error;
      }
    }
    if (failure) throw failure as Error;
    return fired;
  }
}
