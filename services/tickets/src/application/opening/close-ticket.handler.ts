import { Injectable } from '@nestjs/common';
import { CommandRunner } from '../running/command-runner.js';
import type { CommandTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Étape n° 6": possible at every step, irreversible. */
@Injectable()
export class CloseTicketHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: CommandTarget, comment: string): Promise<TicketRecord> {
    return this.commands.run(target, (asked) => ({ type: 'CloseTicket', comment, ...asked }));
  }
}
