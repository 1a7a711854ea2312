import { Injectable } from '@nestjs/common';
import { ActorNotAllowed, InvalidCommand, TicketNotFound } from '../../domain/values/errors.js';
import type { CommandTarget } from '../running/command-target.js';
import { Tickets } from '../ports/tickets.js';

const MAX_SECONDS = 3_600;

/** Manual, "Temps passé sur le ticket (se déclenche à chaque ouverture)": no step, no news, no version. */
@Injectable()
export class RecordTimeSpentHandler {
  constructor(private readonly tickets: Tickets) {}

  /** @returns all the time spent on the ticket, in seconds. */
  async execute(target: CommandTarget, seconds: number): Promise<number> {
    const { kind } = target.actor;
    if (kind !== 'USER') throw new ActorNotAllowed('RecordTimeSpent');
    if (seconds < 1 || seconds > MAX_SECONDS) {
      throw new InvalidCommand([{ field: 'seconds', code: 'OUT_OF_RANGE' }]);
    }
    const total = await this.tickets.addTimeSpent(target, seconds);
    if (total === undefined) throw new TicketNotFound();
    return total;
  }
}
