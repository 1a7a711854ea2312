import type { Agency, HistoryEntry, Ticket } from '@intervia/contracts';
import {
  ActorKind,
  Delivery,
  DirectoryService,
  NotificationsService,
  Status,
  TicketPart,
  TicketsService,
} from '@intervia/contracts';
import { AppError, BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import type { Dossier } from '../../application/dossier.js';
import { Dossiers } from '../../application/ports/dossiers.js';
import { toDossier } from './dossier.mapper.js';

@Injectable()
export class NatsDossiers extends Dossiers {
  private readonly tickets;
  private readonly notifications;
  private readonly directory;

  constructor(bus: BusClient) {
    super();
    this.tickets = bus.service(TicketsService);
    this.notifications = bus.service(NotificationsService);
    this.directory = bus.service(DirectoryService);
  }

  async read(agencyId: string, ticketId: string): Promise<Dossier | undefined> {
    const ticket = await this.ticket(agencyId, ticketId);
    if (!ticket) return undefined;
    const [earlier, { messages }, agency] = await Promise.all([
      this.earlierHistory(agencyId, ticket),
      this.notifications.listMessages({ caller: callerOf(agencyId), ticketId }),
      this.agencyOf(agencyId),
    ]);
    const whole = { ...ticket, history: [...earlier, ...ticket.history] };
    return toDossier(whole, messages, agency);
  }

  async readTicket(agencyId: string, ticketId: string): Promise<Dossier | undefined> {
    const ticket = await this.ticket(agencyId, ticketId);
    if (!ticket) return undefined;
    const history = [...(await this.earlierHistory(agencyId, ticket)), ...ticket.history];
    return toDossier({ ...ticket, history }, [], undefined);
  }

  async agency(agencyId: string): Promise<Dossier['agency']> {
    const agency = await this.agencyOf(agencyId);
    return agency && { name: agency.name, address: agency.address, phone: agency.phone };
  }

  async isWaiting(agencyId: string, ticketId: string): Promise<boolean> {
    const { messages } = await this.notifications.listMessages({ caller: callerOf(agencyId), ticketId });
    return messages.some(({ delivery }) => delivery === Delivery.QUEUED);
  }

  async closedVersion(agencyId: string, ticketId: string): Promise<number | undefined> {
    const ticket = await this.ticket(agencyId, ticketId);
    return ticket?.status === Status.CLOSED ? ticket.version : undefined;
  }

  private async ticket(agencyId: string, ticketId: string): Promise<Ticket | undefined> {
    const request = { caller: callerOf(agencyId), ticketId };
    return (await unlessNotFound(this.tickets.getTicket(request)))?.ticket;
  }

  /** A summary tells all of it. */
  private async earlierHistory(
    agencyId: string,
    { id: ticketId, earlierHistory }: Ticket,
  ): Promise<HistoryEntry[]> {
    const pages: HistoryEntry[][] = [];
    for (let before = earlierHistory; before > 0;) {
      const request = { caller: callerOf(agencyId), ticketId, part: TicketPart.HISTORY, before };
      const page = await this.tickets.listEarlier(request);
      if (page.history.length === 0) break;
      pages.unshift(page.history);
      before = page.from;
    }
    return pages.flat();
  }

  private async agencyOf(agencyId: string): Promise<Agency | undefined> {
    return (await unlessNotFound(this.directory.getAgency({ agencyId })))?.agency;
  }
}

function callerOf(agencyId: string) {
  return { agencyId, actor: { kind: ActorKind.SYSTEM } };
}

async function unlessNotFound<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') return undefined;
    throw error;
  }
}
