import { Injectable } from '@nestjs/common';
import type { ChangeReach } from '../../domain/ticket/ticket-commands.js';
import { CommandRunner } from '../running/command-runner.js';
import type { CommandTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Manual, "Changer les coordonnées du tiers". */
@Injectable()
export class ChangeReachHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(
    target: CommandTarget,
    content: Omit<ChangeReach, 'type' | 'actor' | 'now'>,
  ): Promise<TicketRecord> {
    return this.commands.run(target, (asked) => ({ type: 'ChangeReach', ...content, ...asked }));
  }
}
