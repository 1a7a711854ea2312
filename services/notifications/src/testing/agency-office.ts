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
  PreviewTimersRequest,
  PreviewTimersResponseSchema,
} from '@intervia/contracts';
import { SystemClock } from '@intervia/clock';
import { AppError, MessagingModule, NoHttpAdapter, RpcMethod, listen } from '@intervia/messaging';
import type { INestApplication } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';

export const KNOWN_TICKET = 'ticket-known';
/** Tomorrow by the clock that the service runs on: whoever compares a date with a running clock takes it from there. */
export const REMINDER_DUE = new Date(new SystemClock().now().getTime() + 24 * 3_600_000);

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
      },
    };
  }

  /** Two reminders for each contractor of a draft, the last two of the known ticket. */
  @RpcMethod(TicketsService.method.previewTimers)
  async previewTimers(
    @Payload() { subject }: PreviewTimersRequest,
  ): Promise<MessageInitShape<typeof PreviewTimersResponseSchema>> {
    const isDraft = subject.case === 'draft';
    const missionIds = isDraft ? subject.value.contractors.map((_, at) => String(at)) : ['m'];
    const [first, maximum] = isDraft ? [1, 2] : [2, 3];
    return {
      firings: missionIds.flatMap((missionId) =>
        [0, 1].map((day) => ({
          kind: TimerKind.WORK_ORDER_REMINDER,
          missionId,
          at: timestampFromDate(new Date(REMINDER_DUE.getTime() + day * 24 * 3_600_000)),
          count: first + day,
          maximum,
        })),
      ),
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
