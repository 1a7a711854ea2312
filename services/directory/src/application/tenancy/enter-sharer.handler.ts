import { Injectable } from '@nestjs/common';
import { InvalidRequest, KeyTaken, LeaseNotFound } from '../../domain/property-errors.js';
import type { LeaseFile } from '../../domain/property/lease.js';
import { presentSharers } from '../../domain/property/lease.js';
import { faultsOfShape } from '../../domain/property/shape.js';
import type { FileFault, StagedFile } from '../../domain/staging/staged-file.js';
import type { Entry } from '../../domain/tenancy/enter.js';
import { enterSharer } from '../../domain/tenancy/enter.js';
import { Leases } from '../ports/property/leases.js';
import { Stagings } from '../ports/property/stagings.js';
import type { Command } from '../publishing/property-events.js';
import { ConfirmFilesHandler } from '../staging/confirm-files.handler.js';
import { ReserveFiles } from '../staging/reserve-files.js';
import { StageFilesHandler } from '../staging/stage-files.handler.js';
import type { LeaseTarget } from './lease-commands.js';
import { LeaseCommands, wasHandled } from './lease-commands.js';
import { TenantFiles } from './tenant-files.js';

/**
 * A flat-sharer enters a running lease. First it is seen whether it may; then who enters is made, then the lease
 * changes with its event. Each part may be repeated: after a crash the same command leads on.
 */
@Injectable()
export class EnterSharerHandler {
  constructor(
    private readonly commands: LeaseCommands,
    private readonly leases: Leases,
    private readonly stagings: Stagings,
    private readonly stageFiles: StageFilesHandler,
    private readonly confirmFiles: ConfirmFilesHandler,
    private readonly reserveFiles: ReserveFiles,
    private readonly tenants: TenantFiles,
  ) {}

  /** @param parties who enters and who answers for it, where they are not there yet or something of them is completed */
  async execute(
    command: Command,
    target: LeaseTarget,
    entry: Entry,
    parties: readonly StagedFile[],
  ): Promise<LeaseFile> {
    const faults = [
      ...faultsOfShape(entry.sharer, 'sharer'),
      ...entry.guarantors.flatMap((one, at) => faultsOfShape(one, `guarantors.${String(at)}`)),
      ...(parties.every(({ file }) => file.kind === 'party')
        ? []
        : [{ field: 'parties', code: 'FIELD_LOCKED' }]),
    ];
    if (faults.length > 0) throw new InvalidRequest(faults);
    const found = await this.leases.find(command.agencyId, target.leaseId);
    if (!found) throw new LeaseNotFound();
    if (!wasHandled(found.handled, command)) {
      enterSharer(found.lease, entry);
      await this.makeParties(command, parties);
    }
    const lease = await this.commands.run(command, target, (before) => this.enter(command, before, entry));
    await this.reserveFiles.keep(command.agencyId, command.commandId);
    return lease;
  }

  private async makeParties(command: Command, parties: readonly StagedFile[]): Promise<void> {
    if (parties.length === 0) return;
    const own = { ...command, commandId: `${command.commandId}.parties`, fingerprint: '' };
    // Made before a crash: codes may be computed otherwise the second time.
    const before = await this.stagings.find(own);
    if (!before || before.state === 'staging') {
      const faults = await this.stageFiles.execute(own, parties);
      if (faults.length > 0) throw refusal(faults);
    }
    await this.confirmFiles.execute(own);
  }

  private async enter(command: Command, before: LeaseFile, entry: Entry) {
    const { agencyId, commandId, actor } = command;
    const { lease, sharer } = enterSharer(before, entry);
    // An account of its own has a number that nobody else may have.
    const taken = await this.reserveFiles.reserve(agencyId, commandId, [
      { file: { kind: 'lease', record: lease }, path: 'lease' },
    ]);
    if (taken.length > 0) {
      await this.reserveFiles.release(agencyId, commandId, [{ kind: 'lease', record: before }]);
      throw refusal(taken);
    }
    const [tenant] = await this.tenants.of(agencyId, [lease]);
    if (!tenant) throw new LeaseNotFound();
    return {
      lease,
      events: [
        {
          type: 'SharerEntered' as const,
          tenant,
          sharer,
          replacedSharerId: entry.replacesSharerId,
          sharersThere: presentSharers(lease).length,
          actor,
        },
      ],
    };
  }
}

function refusal(faults: readonly FileFault[]): Error {
  const taken = faults.find(({ code }) => code === 'KEY_TAKEN');
  if (taken)
    return new KeyTaken({ value: taken.params?.value ?? '', holderId: taken.params?.holderId ?? '' });
  return new InvalidRequest(faults.map(({ field, code }) => ({ field, code })));
}
