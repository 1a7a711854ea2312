import { ActorKind, TicketsService } from '@intervia/contracts';
import type {
  Caller,
  Module,
  ModuleSettings,
  PreviewTimersRequest,
  PreviewTimersResponse,
  Ticket,
  TicketDraft,
} from '@intervia/contracts';
import { AppError, BusClient } from '@intervia/messaging';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { CallerSchema } from '@intervia/contracts';
import { Injectable } from '@nestjs/common';
import type { KnownTicket, Reader } from '../../../application/ports/neighbours/known-tickets.js';
import { KnownTickets } from '../../../application/ports/neighbours/known-tickets.js';
import type { Simulated } from '../../../application/templates/simulate-ticket.query.js';
import { toSimulated } from '../facts/draft-to-simulated.js';
import { toExpectedReminders } from '../facts/firings-to-reminders.js';
import { toKnownTicket } from '../facts/ticket-to-facts.js';

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
    return toKnownTicket(await this.ticket(reader, ticketId));
  }

  /** With what its timers will still send. */
  async simulated(reader: Reader, ticketId: string): Promise<Simulated> {
    const [ticket, { firings }] = await Promise.all([
      this.ticket(reader, ticketId),
      this.firings(reader, { case: 'ticketId', value: ticketId }),
    ]);
    return { ...toKnownTicket(ticket), reminders: toExpectedReminders(firings, ticket) };
  }

  /** As if it were opened now. @throws INVALID_TICKET as the opening would */
  async simulatedDraft(
    reader: Reader,
    draft: TicketDraft,
    { now, preTicket }: { now: Date; preTicket: boolean },
  ): Promise<Simulated> {
    const [{ firings }, settings] = await Promise.all([
      this.firings(reader, { case: 'draft', value: draft }),
      this.settings(reader, draft.module),
    ]);
    return toSimulated(draft, settings, reader, { now, preTicket, reminders: toExpectedReminders(firings) });
  }

  private async ticket(reader: Reader, ticketId: string): Promise<Ticket> {
    const { ticket } = await this.bus
      .service(TicketsService)
      .getTicket({ caller: toCaller(reader), ticketId });
    if (!ticket) throw new AppError('TICKET_NOT_FOUND', 'not-found', { ticketId });
    return ticket;
  }

  private firings(reader: Reader, subject: PreviewTimersRequest['subject']): Promise<PreviewTimersResponse> {
    return this.bus.service(TicketsService).previewTimers({ caller: toCaller(reader), subject });
  }

  private async settings(reader: Reader, module: Module): Promise<ModuleSettings | undefined> {
    const request = { caller: toCaller(reader), module };
    return (await this.bus.service(TicketsService).getModuleSettings(request)).settings;
  }
}
