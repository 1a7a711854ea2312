import { Injectable } from '@nestjs/common';
import { AppError } from '@intervia/rules';
import { InvalidRequest, LeaseNotFound, UnitLetMeanwhile } from '../../domain/property-errors.js';
import type { Departure, LeaseFile, Notice } from '../../domain/property/lease.js';
import { presentSharers } from '../../domain/property/lease.js';
import { faultsOfShape } from '../../domain/property/shape.js';
import { depart, giveNotice, withdrawNotice } from '../../domain/tenancy/leave.js';
import { spanOf } from '../../domain/tenancy/occupancy.js';
import { Occupancies } from '../ports/property/occupancies.js';
import { PropertyFiles } from '../ports/property/property-files.js';
import type { Command, PropertyEvent } from '../publishing/property-events.js';
import type { LeaseTarget } from './lease-commands.js';
import { LeaseCommands } from './lease-commands.js';
import { TenantFiles } from './tenant-files.js';

export interface AskedDeparture extends LeaseTarget {
  departure: Departure;
}

export interface DepartureResult {
  leaseId: string;
  sharerId: string;
  code: string;
  field: string;
}

function refuse(record: object, path: string): void {
  const faults = faultsOfShape(record, path);
  if (faults.length > 0) throw new InvalidRequest(faults);
}

/** Manual, "préavis": given, and taken back. */
@Injectable()
export class NoticeHandlers {
  constructor(
    private readonly commands: LeaseCommands,
    private readonly occupancies: Occupancies,
    private readonly tenants: TenantFiles,
  ) {}

  give(command: Command, target: LeaseTarget, asked: Notice): Promise<LeaseFile> {
    refuse(asked, 'notice');
    return this.commands.run(command, target, async (before) => {
      const notice = { ...asked, id: command.commandId };
      const lease = giveNotice(before, notice);
      return { lease, events: [await this.event('NoticeGiven', command, lease, notice)] };
    });
  }

  withdraw(command: Command, target: LeaseTarget, noticeId: string): Promise<LeaseFile> {
    return this.commands.run(command, target, async (before) => {
      const { lease, notice } = withdrawNotice(before, noticeId);
      // First the days, which somebody else may have by now; then the lease.
      const other = await this.occupancies.reserve(command.agencyId, lease.unitId, spanOf(lease), '');
      if (other) throw new UnitLetMeanwhile({ leaseId: other.leaseId, from: other.from, until: other.until });
      return { lease, events: [await this.event('NoticeWithdrawn', command, lease, notice)] };
    });
  }

  private async event(
    type: 'NoticeGiven' | 'NoticeWithdrawn',
    { agencyId, actor }: Command,
    lease: LeaseFile,
    notice: Notice,
  ): Promise<PropertyEvent> {
    const [tenant] = await this.tenants.of(agencyId, [lease]);
    if (!tenant) throw new LeaseNotFound();
    return { type, tenant, notice, actor };
  }
}

/** Manual, "Validation d'un départ" and "des départs". */
@Injectable()
export class RecordDeparturesHandler {
  constructor(
    private readonly commands: LeaseCommands,
    private readonly files: PropertyFiles,
    private readonly tenants: TenantFiles,
  ) {}

  /** One after the other: two sharers of the same lease may leave together. */
  async execute(command: Command, asked: readonly AskedDeparture[]): Promise<DepartureResult[]> {
    if (asked.length > MOST_DEPARTURES) throw new InvalidRequest([{ field: 'departures', code: 'TOO_MANY' }]);
    const results: DepartureResult[] = [];
    for (const one of asked) results.push(await this.record(command, one));
    return results;
  }

  private async record(command: Command, asked: AskedDeparture): Promise<DepartureResult> {
    const { leaseId, departure } = asked;
    const done = { leaseId, sharerId: departure.sharerId, code: '', field: '' };
    // Of the same command and lease, each sharer is a departure of its own.
    const commandId = [command.commandId, departure.sharerId].filter(Boolean).join('.');
    try {
      refuse(departure, 'departure');
      await this.commands.run({ ...command, commandId }, asked, async (before) => {
        const balance = (await this.files.find(command.agencyId, 'account', [before.accountId]))[0];
        const gone = depart(before, { ...departure, id: commandId }, balance?.balanceCents ?? 0);
        const [tenant] = await this.tenants.of(command.agencyId, [gone.lease]);
        if (!tenant) throw new LeaseNotFound();
        const event: PropertyEvent = {
          type: 'TenantDeparted',
          tenant,
          departure: gone.departure,
          sharersLeft: presentSharers(gone.lease).length,
          actor: command.actor,
        };
        return { lease: gone.lease, events: [event] };
      });
      return done;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const [fault] = error instanceof InvalidRequest ? error.fields : [];
      return { ...done, code: fault?.code ?? error.code, field: fault?.field ?? '' };
    }
  }
}

const MOST_DEPARTURES = 50;

const isRefusal = (error: unknown): error is AppError =>
  error instanceof AppError || (error instanceof Error && 'code' in error && 'kind' in error);
