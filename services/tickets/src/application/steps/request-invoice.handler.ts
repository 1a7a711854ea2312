import { Injectable } from '@nestjs/common';
import { CommandRunner } from '../running/command-runner.js';
import type { MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Étape n° 5". */
@Injectable()
export class RequestInvoiceHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({ type: 'RequestInvoice', missionId, ...asked }));
  }
}
