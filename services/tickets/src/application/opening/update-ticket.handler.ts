import { Injectable } from '@nestjs/common';
import type { UpdateTicket } from '../../domain/ticket/ticket-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { CommandTarget, Content } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "L'entête": what the pictograms open may be changed at any time, silent mode too. */
@Injectable()
export class UpdateTicketHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: CommandTarget, content: Content<UpdateTicket>): Promise<TicketRecord> {
    return this.commands.run(target, (asked) => ({ type: 'UpdateTicket', ...content, ...asked }));
  }
}
