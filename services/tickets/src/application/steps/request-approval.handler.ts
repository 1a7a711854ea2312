import { Injectable } from '@nestjs/common';
import type { StepContents } from '../../domain/mission/steps.js';
import { CommandRunner } from '../running/command-runner.js';
import type { MissionTarget } from '../running/command-runner.js';
import { Ids } from '../ports/ids.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Étape n° 3": the owner, the president, or whoever decides in their place. */
@Injectable()
export class RequestApprovalHandler {
  constructor(
    private readonly commands: CommandRunner,
    private readonly ids: Ids,
  ) {}

  execute(
    target: MissionTarget,
    content: Omit<StepContents['RequestApproval'], 'newCorrespondentId'>,
  ): Promise<TicketRecord> {
    const { missionId } = target;
    const newCorrespondentId = this.ids.next();
    return this.commands.run(target, (asked) => ({
      type: 'RequestApproval',
      missionId,
      newCorrespondentId,
      ...content,
      ...asked,
    }));
  }
}
