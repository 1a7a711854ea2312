import { Injectable } from '@nestjs/common';
import type { CancelAppointment } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** The visit does not take place. */
@Injectable()
export class CancelAppointmentHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<CancelAppointment>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({
      type: 'CancelAppointment',
      missionId,
      ...content,
      ...asked,
    }));
  }
}
