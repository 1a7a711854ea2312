import { Injectable } from '@nestjs/common';
import type { AnswerPresence } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Étape n° 3": "quatre choix lui seront offerts". */
@Injectable()
export class AnswerPresenceHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<AnswerPresence>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({
      type: 'AnswerPresence',
      missionId,
      ...content,
      ...asked,
    }));
  }
}
