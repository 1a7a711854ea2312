import { ActorKind, TicketsService } from '@intervia/contracts';
import type { Caller, Module, ModuleSettings } from '@intervia/contracts';
import { AppError, BusClient } from '@intervia/messaging';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { CallerSchema } from '@intervia/contracts';
import { Injectable } from '@nestjs/common';
import type { KnownTicket, Reader } from '../../application/ports/known-tickets.js';
import { KnownTickets } from '../../application/ports/known-tickets.js';
import { toKnownTicket } from './ticket-to-facts.js';

export function toReader(caller: Caller | undefined): Reader {
  const { agencyId = '', actor, standsInFor = [], attachedOnly = false } = caller ?? {};
  return { agencyId, userId: actor?.id ?? '', name: actor?.name ?? '', standsInFor, attachedOnly };
}

function toCaller({ agencyId, userId, name, standsInFor, attachedOnly }: Reader) {
  const caller: MessageInitShape<typeof CallerSchema> = {
    agencyId,
    actor: { kind: ActorKind.USER, id: userId, name },
    standsInFor: [...standsInFor],
    attachedOnly,
  };
  return caller;
}

@Injectable()
export class NatsKnownTickets extends KnownTickets {
  constructor(private readonly bus: BusClient) {
    super();
  }

  async get(reader: Reader, ticketId: string): Promise<KnownTicket> {
    const { ticket } = await this.bus
      .service(TicketsService)
      .getTicket({ caller: toCaller(reader), ticketId });
    if (!ticket) throw new AppError('TICKET_NOT_FOUND', 'not-found', { ticketId });
    return toKnownTicket(ticket);
  }

  async settings(reader: Reader, module: Module): Promise<ModuleSettings | undefined> {
    const request = { caller: toCaller(reader), module };
    return (await this.bus.service(TicketsService).getModuleSettings(request)).settings;
  }
}
