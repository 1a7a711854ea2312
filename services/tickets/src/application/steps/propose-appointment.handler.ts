import { Injectable } from '@nestjs/common';
import type { ProposeAppointment } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Étape n° 3 ter": the contractor has agreed on it with the contact person. */
@Injectable()
export class ProposeAppointmentHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<ProposeAppointment>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({
      type: 'ProposeAppointment',
      missionId,
      ...content,
      ...asked,
    }));
  }
}
