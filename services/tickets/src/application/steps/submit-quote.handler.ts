import { Injectable } from '@nestjs/common';
import type { SubmitQuote } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** The quote itself; by hand also the one that a work order led to. */
@Injectable()
export class SubmitQuoteHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<SubmitQuote>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({ type: 'SubmitQuote', missionId, ...content, ...asked }));
  }
}
