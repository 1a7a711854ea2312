import { Injectable } from '@nestjs/common';
import type { ReportCompletion } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Étape n° 4": proofs, and the invoice if it is ready. */
@Injectable()
export class ReportCompletionHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<ReportCompletion>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({
      type: 'ReportCompletion',
      missionId,
      ...content,
      ...asked,
    }));
  }
}
