import { Clock } from '@intervia/clock';
import { retryOnConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import type { RefuseAddresses } from '../../domain/mission/mission-commands.js';
import { SYSTEM } from '../../domain/values/model.js';
import { Settings } from '../ports/settings.js';
import { Tickets } from '../ports/tickets.js';
import { TicketChanges } from '../running/ticket-changes.js';

/** A message to who is waited for came back. Said again it changes nothing, nor on a ticket that is gone. */
@Injectable()
export class RefuseAddressesHandler {
  constructor(
    private readonly tickets: Tickets,
    private readonly settings: Settings,
    private readonly changes: TicketChanges,
    private readonly clock: Clock,
  ) {}

  async execute(
    { agencyId, ticketId }: { readonly agencyId: string; readonly ticketId: string },
    said: Omit<RefuseAddresses, 'type' | 'actor' | 'now'>,
  ): Promise<void> {
    const caller = { agencyId, actor: SYSTEM, standsInFor: [], attachedOnly: false };
    await retryOnConflict(async () => {
      const loaded = await this.tickets.find(caller, ticketId);
      if (!loaded) return;
      const settings = await this.settings.of(agencyId, loaded.ticket.details.module);
      const command = { type: 'RefuseAddresses' as const, actor: SYSTEM, now: this.clock.now(), ...said };
      const change = this.changes.make(command, loaded, settings);
      if (change) await this.tickets.save(change);
    });
  }
}
