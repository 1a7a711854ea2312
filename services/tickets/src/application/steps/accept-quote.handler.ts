import { Injectable } from '@nestjs/common';
import type { AcceptQuote } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Étape n° 3 bis": with a signed copy, if there is one. The other quotes are refused. */
@Injectable()
export class AcceptQuoteHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<AcceptQuote>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({ type: 'AcceptQuote', missionId, ...content, ...asked }));
  }
}
