import { Injectable } from '@nestjs/common';
import type { InformThirdParties } from '../../domain/ticket/ticket-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { CommandTarget, Content } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Informer un tiers". */
@Injectable()
export class InformThirdPartiesHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: CommandTarget, content: Content<InformThirdParties>): Promise<TicketRecord> {
    return this.commands.run(target, (asked) => ({ type: 'InformThirdParties', ...content, ...asked }));
  }
}
