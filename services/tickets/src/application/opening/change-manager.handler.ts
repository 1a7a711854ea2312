import { Injectable } from '@nestjs/common';
import { InvalidCommand, TicketError } from '../../domain/values/errors.js';
import type { UserRef } from '../../domain/values/model.js';
import type { Caller } from '../running/caller.js';
import type { CommandKey } from '../running/command-key.js';
import { CommandRunner } from '../running/command-runner.js';

export interface BulkOutcome {
  readonly changed: number;
  readonly problems: readonly { readonly ticketId: string; readonly error: TicketError }[];
}

const MAX_TICKETS = 200;

/** Manual, "Transférer à un autre gestionnaire": each ticket alone, so that one refusal holds up no other. */
@Injectable()
export class ChangeManagerHandler {
  constructor(private readonly commands: CommandRunner) {}

  /** A repeated command finds its tickets changed and changes nothing again. */
  async execute(
    caller: Caller & CommandKey,
    ticketIds: readonly string[],
    manager: UserRef,
  ): Promise<BulkOutcome> {
    if (ticketIds.length > MAX_TICKETS) throw new InvalidCommand([{ field: 'ticketIds', code: 'TOO_MANY' }]);
    let changed = 0;
    const problems: { ticketId: string; error: TicketError }[] = [];
    for (const ticketId of new Set(ticketIds)) {
      try {
        await this.commands.run({ ...caller, ticketId }, (asked) => ({
          type: 'ChangeManager',
          manager,
          ...asked,
        }));
        changed += 1;
      } catch (error) {
        if (!(error instanceof TicketError)) throw error;
        problems.push({ ticketId, error });
      }
    }
    return { changed, problems };
  }
}
