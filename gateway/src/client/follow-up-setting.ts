import { ActorKind, TicketsService } from '@intervia/contracts';
import type { Module } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { TICKET_MODULES } from '../session/rights.js';
import type { SignedInClient } from '../session/sessions.js';

/** Manual, "Afficher dans l'extranet des clients": without it there is no "Suivi d'intervention". */
@Injectable()
export class FollowUpSetting {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(bus: BusClient) {
    this.tickets = bus.service(TicketsService);
  }

  async isShown({ agencyId }: SignedInClient, module: Module): Promise<boolean> {
    const caller = { agencyId, actor: { kind: ActorKind.SYSTEM } };
    const { settings } = await this.tickets.getModuleSettings({ caller, module });
    return settings?.shownToClients ?? false;
  }

  async shownModules(me: SignedInClient): Promise<ReadonlySet<Module>> {
    const shown = await Promise.all(TICKET_MODULES.map((module) => this.isShown(me, module)));
    return new Set(TICKET_MODULES.filter((_, at) => shown[at]));
  }

  async isShownAnywhere(me: SignedInClient): Promise<boolean> {
    return (await this.shownModules(me)).size > 0;
  }
}
