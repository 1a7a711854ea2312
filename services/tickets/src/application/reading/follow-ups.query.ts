import { Injectable } from '@nestjs/common';
import { audienceKeys } from '../../domain/audiences/audience.js';
import type { ClientScope } from '../../domain/audiences/audience.js';
import { TicketNotFound } from '../../domain/values/errors.js';
import { MODULES } from '../../domain/values/model.js';
import type { Module } from '../../domain/values/model.js';
import { clientKeys } from '../../domain/audiences/concerned-clients.js';
import { clientPage } from './client-page.js';
import type { ClientPage, ClientPageRequest } from './client-page.js';
import { ClientTickets } from '../ports/client-tickets.js';
import type { ClientRow } from '../ports/client-tickets.js';
import { Settings } from '../ports/settings.js';

/** Manual, "Suivi d'intervention": what a client may see, in the modules that show tickets to clients. */
@Injectable()
export class FollowUpsQuery {
  constructor(
    private readonly tickets: ClientTickets,
    private readonly settings: Settings,
  ) {}

  async list(agencyId: string, scope: ClientScope, request: ClientPageRequest): Promise<ClientPage> {
    const audience = await this.audience(agencyId, scope);
    return clientPage(request, async (range) =>
      audience.length > 0 ? this.tickets.page({ agencyId, selection: { audience }, ...range }) : [],
    );
  }

  async get(agencyId: string, scope: ClientScope, ticketId: string): Promise<ClientRow> {
    const audience = await this.audience(agencyId, scope);
    const found =
      audience.length > 0 && (await this.tickets.find({ agencyId, selection: { audience } }, ticketId));
    if (!found) throw new TicketNotFound();
    return found;
  }

  /** All by which facts name the client. */
  async keys(agencyId: string, scope: ClientScope): Promise<string[]> {
    return clientKeys(scope, await this.shown(agencyId));
  }

  private async audience(agencyId: string, scope: ClientScope): Promise<string[]> {
    return audienceKeys(scope, await this.shown(agencyId));
  }

  private async shown(agencyId: string): Promise<Module[]> {
    const shown: Module[] = [];
    for (const module of MODULES) {
      if ((await this.settings.of(agencyId, module)).shownToClients) shown.push(module);
    }
    return shown;
  }
}
