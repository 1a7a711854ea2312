import { ActorKind, TicketsService } from '@intervia/contracts';
import type { Module, ModuleSettings } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { numbersIn } from '@intervia/french/phones';
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

  async isShown(me: SignedInClient, module: Module): Promise<boolean> {
    return (await this.settings(me, module))?.shownToClients ?? false;
  }

  async shownModules(me: SignedInClient): Promise<ReadonlySet<Module>> {
    const shown = await Promise.all(TICKET_MODULES.map((module) => this.isShown(me, module)));
    return new Set(TICKET_MODULES.filter((_, at) => shown[at]));
  }

  /** Of both modules: a client may be of either. */
  async emergencyLines(me: SignedInClient): Promise<{ text: string; dial: string }[]> {
    const settings = await Promise.all(TICKET_MODULES.map((module) => this.settings(me, module)));
    const lines = settings.flatMap((of) => of?.emergencyNumbers.split('\n') ?? []).map((line) => line.trim());
    return [...new Set(lines)]
      .filter(Boolean)
      .map((text) => ({ text, dial: numbersIn(text)[0]?.dial ?? '' }));
  }

  private async settings({ agencyId }: SignedInClient, module: Module): Promise<ModuleSettings | undefined> {
    const caller = { agencyId, actor: { kind: ActorKind.SYSTEM } };
    return (await this.tickets.getModuleSettings({ caller, module })).settings;
  }

  async isShownAnywhere(me: SignedInClient): Promise<boolean> {
    return (await this.shownModules(me)).size > 0;
  }
}
