import { Injectable } from '@nestjs/common';
import type { RequestNewInvoice } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Étape n° 5 bis". */
@Injectable()
export class RequestNewInvoiceHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<RequestNewInvoice>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({
      type: 'RequestNewInvoice',
      missionId,
      ...content,
      ...asked,
    }));
  }
}
