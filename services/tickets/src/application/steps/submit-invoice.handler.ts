import { Injectable } from '@nestjs/common';
import type { SubmitInvoice } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Étape n° 5", sent by the contractor or entered by the manager. */
@Injectable()
export class SubmitInvoiceHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<SubmitInvoice>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({ type: 'SubmitInvoice', missionId, ...content, ...asked }));
  }
}
