import { Injectable } from '@nestjs/common';
import type { PromiseQuote } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** The contractor accepts to make a quote. */
@Injectable()
export class PromiseQuoteHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<PromiseQuote>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({ type: 'PromiseQuote', missionId, ...content, ...asked }));
  }
}
