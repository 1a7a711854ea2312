import { Injectable } from '@nestjs/common';
import type { AcceptWorkOrder } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Étape n° 2": accepting proposes the date and time; also the new appointment after a missed one. */
@Injectable()
export class AcceptWorkOrderHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<AcceptWorkOrder>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({
      type: 'AcceptWorkOrder',
      missionId,
      ...content,
      ...asked,
    }));
  }
}
