import { Injectable } from '@nestjs/common';
import type { RequestQuote } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Étape n° 3 bis": a work order with one contractor becomes a quote. */
@Injectable()
export class RequestQuoteHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<RequestQuote>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({ type: 'RequestQuote', missionId, ...content, ...asked }));
  }
}
