import { Injectable } from '@nestjs/common';
import { assertNothingOverwritten } from '../../domain/opening/overwritten.js';
import type { UpdateTicket } from '../../domain/ticket/ticket-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { CommandTarget, Content } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "L'entête": what the pictograms open may be changed at any time, silent mode too. */
@Injectable()
export class UpdateTicketHandler {
  constructor(private readonly commands: CommandRunner) {}

  /** @param readUntil the last entry of the history that the writer had read; empty overwrites whatever stands there */
  execute(target: CommandTarget, content: Content<UpdateTicket>, readUntil: string): Promise<TicketRecord> {
    return this.commands.run(target, (asked, { ticket, history }) => {
      const command = { type: 'UpdateTicket' as const, ...content, ...asked };
      assertNothingOverwritten(command, ticket, history, readUntil);
      return command;
    });
  }
}
