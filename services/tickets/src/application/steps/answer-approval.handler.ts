import { Injectable } from '@nestjs/common';
import type { AnswerApproval } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

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
