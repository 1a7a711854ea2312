import { Injectable } from '@nestjs/common';
import type { ReopenTicket } from '../../domain/ticket/ticket-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { CommandTarget, Content } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Specification, 13: a privileged right, checked at the door. Timers stay off until the next step. */
@Injectable()
export class ReopenTicketHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: CommandTarget, content: Content<ReopenTicket>): Promise<TicketRecord> {
    return this.commands.run(target, (asked) => ({ type: 'ReopenTicket', ...content, ...asked }));
  }
}
