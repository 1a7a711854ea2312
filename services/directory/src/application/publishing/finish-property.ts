import { Clock } from '@intervia/clock';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { Leases } from '../ports/property/leases.js';
import { Stagings } from '../ports/property/stagings.js';
import { ConfirmFilesHandler } from '../staging/confirm-files.handler.js';
import { LeaseCommands } from '../tenancy/lease-commands.js';

const EVERY_MS = 30_000;
/** Younger ones are still in the hands of the replica that began them. */
const STALE_MS = 15_000;

/** Ends what a crash left half done: confirmations past their point of no return, units not told of a lease. */
@Injectable()
export class FinishProperty implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(FinishProperty.name);
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;

  constructor(
    private readonly stagings: Stagings,
    private readonly confirmFiles: ConfirmFilesHandler,
    private readonly leases: Leases,
    private readonly leaseCommands: LeaseCommands,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.start(), EVERY_MS);
    this.start();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** One round; what fails is tried in the next one. */
  async finish(ageMs = STALE_MS): Promise<void> {
    try {
      const before = new Date(this.clock.now().getTime() - ageMs);
      for (const key of await this.stagings.unfinished(before)) await this.confirmFiles.execute(key);
      for (const { agencyId, id } of await this.leases.unsettled()) {
        const found = await this.leases.find(agencyId, id);
        if (found) await this.leaseCommands.settle(agencyId, found.lease);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'half-done files kept for later');
    }
  }

  private start(): void {
    this.running ??= this.finish().finally(() => {
      this.running = undefined;
    });
  }
}
