import { Injectable } from '@nestjs/common';
import { CommandRunner } from '../running/command-runner.js';
import type { MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Étape n° 4", when the manager does not wait for the timer. */
@Injectable()
export class AskCompletionHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({ type: 'AskCompletion', missionId, ...asked }));
  }
}
