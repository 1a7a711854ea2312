import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  DirectoryService,
  Module as TicketModule,
  Status,
  TicketType,
  TicketsService,
  TimerKind,
} from '@intervia/contracts';
import type {
  GetAgencyResponseSchema,
  GetModuleSettingsResponseSchema,
  GetTicketRequest,
  GetTicketResponseSchema,
  ListUsersResponseSchema,
} from '@intervia/contracts';
import { AppError, MessagingModule, NoHttpAdapter, RpcMethod, listen } from '@intervia/messaging';
import type { INestApplication } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';

export const KNOWN_TICKET = 'ticket-known';
export const REMINDER_DUE = new Date('2026-11-26T08:00:00Z');

/** What an editor of templates asks other services: its agency, its users, a ticket and the module's settings. */
@Controller()
class AgencyOffice {
  @RpcMethod(DirectoryService.method.getAgency)
  async getAgency(): Promise<MessageInitShape<typeof GetAgencyResponseSchema>> {
    return { agency: { id: 'agency-1', name: 'Cabinet des Tilleuls', smsSender: 'TILLEULS' } };
  }

  @RpcMethod(DirectoryService.method.listUsers)
  async listUsers(): Promise<MessageInitShape<typeof ListUsersResponseSchema>> {
    const claire = {
      id: 'user-1',
      name: 'Claire Moreau',
      mail: 'claire@tilleuls.example',
      phone: '0144000000',
    };
    return { users: [claire] };
  }

  @RpcMethod(TicketsService.method.getModuleSettings)
  async getSettings(): Promise<MessageInitShape<typeof GetModuleSettingsResponseSchema>> {
    return {
      settings: {
        notifyManager: true,
        timers: { workOrder: { hours: 48, maximum: 2 }, quote: { hours: 120, maximum: 3 } },
      },
    };
  }

  @RpcMethod(TicketsService.method.getTicket)
  async getTicket(
    @Payload() { ticketId, caller }: GetTicketRequest,
  ): Promise<MessageInitShape<typeof GetTicketResponseSchema>> {
    if (ticketId !== KNOWN_TICKET || caller?.agencyId !== 'agency-1')
      throw new AppError('TICKET_NOT_FOUND', 'not-found', { ticketId });
    const reach = { mails: ['durand@plomberie.example'], channels: { mail: true } };
    return {
      ticket: {
        id: ticketId,
        number: 77,
        type: TicketType.WORK_ORDER,
        module: TicketModule.GERANCE,
        status: Status.WORK_ORDER_SENT,
        subject: 'Volet bloqué',
        manager: { id: 'user-1', name: 'Claire Moreau' },
        missions: [{ id: 'm', status: Status.WORK_ORDER_SENT, contractor: { name: 'Durand Stores', reach } }],
        timers: [
          {
            kind: TimerKind.WORK_ORDER_REMINDER,
            missionId: 'm',
            dueAt: timestampFromDate(REMINDER_DUE),
            sent: 1,
            maximum: 3,
          },
        ],
        timerSettings: { workOrder: { hours: 24, maximum: 3 } },
      },
    };
  }
}

@Module({ controllers: [AgencyOffice] })
class AgencyOfficeModule {}

export async function startAgencyOffice(natsUrl: string): Promise<INestApplication> {
  const messaging = MessagingModule.forRoot({ service: 'office', natsUrl, clock: 'system' });
  const app = await NestFactory.create(
    { module: AgencyOfficeModule, imports: [messaging] },
    new NoHttpAdapter(),
    { logger: false },
  );
  await listen(app, { service: 'office', events: false });
  return app;
}
