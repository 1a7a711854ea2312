import { Injectable } from '@nestjs/common';
import type { RefuseWorkOrder } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Étape n° 2". */
@Injectable()
export class RefuseWorkOrderHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<RefuseWorkOrder>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({
      type: 'RefuseWorkOrder',
      missionId,
      ...content,
      ...asked,
    }));
  }
}
