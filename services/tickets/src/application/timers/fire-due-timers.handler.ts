import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { DueTickets } from '../ports/due-tickets.js';
import { Ids } from '../ports/ids.js';
import { Settings } from '../ports/settings.js';
import { Tickets } from '../ports/tickets.js';
import type { TicketChange, TicketRecord } from '../ports/tickets.js';
import { TicketChanges } from '../running/ticket-changes.js';

/** Small enough that a request waits no longer than it would behind a few others. */
const BATCH = 128;
/** While one batch is with the database, another is decided. */
const WORKERS = 2;
/** Longer than any save takes; after a crash its tickets wait no longer than this. */
const LEASE_MS = 15_000;

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
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Until nothing is due, or until stopped. @returns on how many tickets something fired. */
  async execute(stop?: AbortSignal): Promise<number> {
    const failures: Error[] = [];
    const workers = Array.from({ length: WORKERS }, () => this.work(failures, stop));
    const fired = (await Promise.all(workers)).reduce((sum, count) => sum + count, 0);
    // One ticket that cannot be handled holds up nobody, but it must be heard of.
    if (failures.length > 0) throw new AggregateError(failures, 'timers could not be fired');
    return fired;
  }

  /** When there will be something to fire. */
  nextAt(): Promise<Date | undefined> {
    return this.dueTickets.nextAt(this.clock.now());
  }

  private async work(failures: Error[], stop?: AbortSignal): Promise<number> {
    let fired = 0;
    try {
      while (!stop?.aborted) {
        const now = this.clock.now();
        const lease = { id: this.ids.next(), until: new Date(now.getTime() + LEASE_MS) };
        const claimed = await this.dueTickets.claim(now, lease, BATCH);
        if (claimed.length === 0) break;
        // Those on which somebody acted meanwhile are not saved; what is still due is claimed again.
        fired += await this.tickets.saveAll(await this.fireAll(claimed, now, failures));
      }
    } catch (error) {
      failures.push(error as Error);
    }
    return fired;
  }

  private async fireAll(
    records: readonly TicketRecord[],
    now: Date,
    failures: Error[],
  ): Promise<TicketChange[]> {
    const changes: TicketChange[] = [];
    for (const record of records) {
      try {
        const change = await this.fire(record, now);
        if (change) changes.push(change);
      } catch (error) {
        failures.push(error as Error);
      }
    }
    return changes;
  }

  private async fire(record: TicketRecord, now: Date): Promise<TicketChange | undefined> {
    const { agencyId, module } = record.ticket.details;
    return this.changes.make({ type: 'FireTimers', now }, record, await this.settings.of(agencyId, module));
  }
}
