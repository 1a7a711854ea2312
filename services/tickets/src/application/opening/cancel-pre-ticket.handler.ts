import { Injectable } from '@nestjs/common';
import type { CancelPreTicket } from '../../domain/ticket/ticket-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { CommandTarget, Content } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Annuler le ticket": the requester is told. */
@Injectable()
export class CancelPreTicketHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: CommandTarget, content: Content<CancelPreTicket>): Promise<TicketRecord> {
    return this.commands.run(target, (asked) => ({ type: 'CancelPreTicket', ...content, ...asked }));
  }
}
