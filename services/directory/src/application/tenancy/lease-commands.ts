import { retryOnConflict } from '@intervia/mongo';
import { AppError } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { FileFull, IdempotencyKeyReused, LeaseNotFound } from '../../domain/property-errors.js';
import type { LeaseFile } from '../../domain/property/lease.js';
import { MOST_BYTES_WITH_COMMANDS, bytesOf } from '../../domain/property/shape.js';
import { spanOf } from '../../domain/tenancy/occupancy.js';
import { Leases } from '../ports/property/leases.js';
import type { LeaseChange } from '../ports/property/leases.js';
import { Occupancies } from '../ports/property/occupancies.js';
import type { Command } from '../publishing/property-events.js';
import { SettleUnits } from './settle-units.js';

export interface LeaseTarget {
  leaseId: string;
  /** What the caller had seen; 0 for whatever. */
  version: number;
}

/**
 * Load, decide, save with the events; then the unit is told. After a crash in between, the next boot tells it.
 */
@Injectable()
export class LeaseCommands {
  constructor(
    private readonly leases: Leases,
    private readonly occupancies: Occupancies,
    private readonly settleUnits: SettleUnits,
  ) {}

  async run(
    command: Command,
    { leaseId, version }: LeaseTarget,
    decide: (lease: LeaseFile) => Promise<LeaseChange>,
  ): Promise<LeaseFile> {
    const saved = await retryOnConflict(async () => {
      const found = await this.leases.find(command.agencyId, leaseId);
      if (!found) throw new LeaseNotFound();
      if (wasHandled(found.handled, command)) return found.lease;
      if (version > 0 && version !== found.lease.version) throw new StaleLease(leaseId);
      const { lease, events } = await decide(found.lease);
      if (bytesOf(lease) > MOST_BYTES_WITH_COMMANDS) throw new FileFull();
      return this.leases.save(lease, command, events);
    });
    await this.settle(command.agencyId, saved);
    return saved;
  }

  /** The days of the unit, and who lives in it. */
  async settle(agencyId: string, lease: LeaseFile): Promise<void> {
    await this.occupancies.reserve(agencyId, lease.unitId, spanOf(lease), '');
    await this.settleUnits.settle(agencyId, [lease.unitId]);
    await this.leases.settled(agencyId, lease);
  }
}

/** What the person saw is not what is there: trying again would not help. */
class StaleLease extends AppError {
  constructor(id: string) {
    super('VERSION_CONFLICT', 'conflict', { id });
  }
}

export const handledAs = ({ commandId, fingerprint }: Command): string => `${commandId}#${fingerprint}`;

/** @throws IdempotencyKeyReused when the id came with something else. */
export function wasHandled(handled: readonly string[], command: Command): boolean {
  const before = handled.find((line) => line.startsWith(`${command.commandId}#`));
  if (before === undefined) return false;
  if (before !== handledAs(command)) throw new IdempotencyKeyReused();
  return true;
}
