import { Injectable } from '@nestjs/common';
import type { AnswerApproval } from '../domain/mission-commands.js';
import { CommandRunner } from './command-runner.js';
import type { Content, MissionTarget } from './command-runner.js';
import type { TicketRecord } from './ports/tickets.js';

/** Of the owner, the president, or whoever was asked. */
@Injectable()
export class AnswerApprovalHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<AnswerApproval>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({
      type: 'AnswerApproval',
      missionId,
      ...content,
      ...asked,
    }));
  }
}
