import { Injectable } from '@nestjs/common';
import type { StepBack } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** A step entered by mistake is compensated; what was sent stays sent. */
@Injectable()
export class StepBackHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<StepBack>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({ type: 'StepBack', missionId, ...content, ...asked }));
  }
}
