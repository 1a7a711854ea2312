import { Injectable } from '@nestjs/common';
import type { DeclineQuoteRequest } from '../../domain/mission/mission-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** The contractor makes no quote. */
@Injectable()
export class DeclineQuoteRequestHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, content: Content<DeclineQuoteRequest>): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({
      type: 'DeclineQuoteRequest',
      missionId,
      ...content,
      ...asked,
    }));
  }
}
