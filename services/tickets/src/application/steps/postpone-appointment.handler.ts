import { Injectable } from '@nestjs/common';
import type { PostponeAppointment } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** The contractor is to find another date. */
@Injectable()
export class PostponeAppointmentHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<PostponeAppointment>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({
      type: 'PostponeAppointment',
      missionId,
      ...content,
      ...asked,
    }));
  }
}
