import { Injectable } from '@nestjs/common';
import { CommandRunner } from '../running/command-runner.js';
import type { MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** The manager agrees; the visit's timers start. */
@Injectable()
export class ValidateAppointmentHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({ type: 'ValidateAppointment', missionId, ...asked }));
  }
}
