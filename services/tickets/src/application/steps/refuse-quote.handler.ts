import { Injectable } from '@nestjs/common';
import type { RefuseQuote } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** The manager wants no such works, or not at this price. */
@Injectable()
export class RefuseQuoteHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<RefuseQuote>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({ type: 'RefuseQuote', missionId, ...content, ...asked }));
  }
}
