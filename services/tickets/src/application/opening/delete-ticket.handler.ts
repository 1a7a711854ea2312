import { Clock } from '@intervia/clock';
import { retryOnConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { decideDeletion } from '../../domain/opening/deletion.js';
import { TicketNotFound } from '../../domain/values/errors.js';
import type { CommandTarget } from '../running/command-target.js';
import { Facts } from '../ports/facts.js';
import { Ids } from '../ports/ids.js';
import { Settings } from '../ports/settings.js';
import { Tickets } from '../ports/tickets.js';
import { Tombstones } from '../ports/tombstones.js';

/** Manual, "Suppression d'un ticket"; specification, 16: number, who and when stay. */
@Injectable()
export class DeleteTicketHandler {
  constructor(
    private readonly tickets: Tickets,
    private readonly tombstones: Tombstones,
    private readonly settings: Settings,
    private readonly facts: Facts,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Deleting what is deleted is done already. */
  async execute(target: CommandTarget): Promise<void> {
    const { agencyId, actor, ticketId } = target;
    await retryOnConflict(async () => {
      const found = await this.tickets.find(target, ticketId);
      if (!found) {
        if (await this.tombstones.has(agencyId, ticketId)) return;
        throw new TicketNotFound();
      }
      const tombstone = decideDeletion(actor, this.clock.now(), found.ticket);
      const { ticket, version } = found;
      const settings = await this.settings.of(agencyId, ticket.details.module);
      const context = { id: this.ids.next(), ticket, version, settings };
      await this.tombstones.set(tombstone, version, this.facts.deletionEvent(tombstone, context));
    });
  }
}
