import { create } from '@bufbuild/protobuf';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { FixedClock } from '@intervia/clock';
import {
  ActorKind,
  Delivery,
  DeliveryService,
  DirectoryService,
  DocumentKind,
  NotificationsService,
  Status,
  TicketSchema,
  TicketType,
  TicketsService,
} from '@intervia/contracts';
import type {
  GetAgencyRequest,
  GetAgencyResponseSchema,
  GetTicketRequest,
  GetTicketResponseSchema,
  ListContractorsRequest,
  ListContractorsResponseSchema,
  ListMessagesRequest,
  ListMessagesResponseSchema,
  SendAccountNoticeRequest,
  SendAccountNoticeResponseSchema,
  Ticket,
} from '@intervia/contracts';
import type { StoredFile } from '@intervia/files';
import { AppError, MessagingModule, NoHttpAdapter, RpcMethod, listen } from '@intervia/messaging';
import { Controller, Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';

/** Tickets, notifications and directory on the bus: the tickets that they know. */
export class FakeNeighbours {
  readonly tickets = new Map<string, Ticket>();
  /** Of tickets whose mail has not left yet. */
  readonly waiting = new Set<string>();
  /** Mails that were asked for. */
  readonly notices: SendAccountNoticeRequest[] = [];

  put(
    id: string,
    agencyId: string,
    documents: readonly StoredFile[],
    { status = Status.CLOSED, version = 4 } = {},
  ): void {
    const at = timestampFromDate(FixedClock.at('2026-11-27T16:00:00Z').now());
    const ticket = create(TicketSchema, {
      id,
      agencyId,
      number: 1042,
      type: TicketType.WORK_ORDER,
      status,
      version,
      subject: 'Fuite sous l’évier',
      missions: [{ id: 'mission-1', contractor: { name: 'Plomberie Bernard' }, status }],
      documents: documents.map((ref) => ({
        ref,
        kind: DocumentKind.PROOF,
        missionId: 'mission-1',
        addedAt: at,
      })),
      history: [
        { id: 'h1', at, actor: { kind: ActorKind.USER, name: 'Claire Moreau' }, fact: 'TicketClosed' },
      ],
      closedAt: at,
    });
    this.tickets.set(id, ticket);
  }
}

@Controller()
class FakeController {
  constructor(private readonly state: FakeNeighbours) {}

  @RpcMethod(TicketsService.method.getTicket)
  async getTicket(
    @Payload() { caller, ticketId }: GetTicketRequest,
  ): Promise<MessageInitShape<typeof GetTicketResponseSchema>> {
    const ticket = this.state.tickets.get(ticketId);
    if (ticket?.agencyId !== caller?.agencyId) throw new AppError('TICKET_NOT_FOUND', 'not-found');
    return { ticket };
  }

  @RpcMethod(NotificationsService.method.listMessages)
  async listMessages(
    @Payload() { ticketId }: ListMessagesRequest,
  ): Promise<MessageInitShape<typeof ListMessagesResponseSchema>> {
    return {
      messages: [
        {
          ...{ id: 'm1', ticketId, recipientName: 'Plomberie Bernard', subject: 'Demande d’intervention' },
          delivery: this.state.waiting.has(ticketId) ? Delivery.QUEUED : Delivery.SENT,
        },
      ],
    };
  }

  @RpcMethod(DeliveryService.method.sendAccountNotice)
  async notice(
    @Payload() request: SendAccountNoticeRequest,
  ): Promise<MessageInitShape<typeof SendAccountNoticeResponseSchema>> {
    this.state.notices.push(request);
    return {};
  }

  @RpcMethod(DirectoryService.method.listContractors)
  async contractors(
    @Payload() _request: ListContractorsRequest,
  ): Promise<MessageInitShape<typeof ListContractorsResponseSchema>> {
    const party = { id: 'party-plumber', name: 'Plomberie Łukasz' };
    return { contractors: [{ id: 'plumber', trade: 'Plomberie', party }], trades: ['Plomberie'] };
  }

  @RpcMethod(DirectoryService.method.getAgency)
  async getAgency(
    @Payload() { agencyId: id }: GetAgencyRequest,
  ): Promise<MessageInitShape<typeof GetAgencyResponseSchema>> {
    return { agency: { id, name: 'Agence des Tilleuls' } };
  }
}

@Module({})
class FakeModule {}

export async function startNeighbours(natsUrl: string, state: FakeNeighbours): Promise<INestApplication> {
  const module = {
    module: FakeModule,
    imports: [MessagingModule.forRoot({ service: 'fake', natsUrl, clock: 'system' })],
    controllers: [FakeController],
    providers: [{ provide: FakeNeighbours, useValue: state }],
  };
  const app = await NestFactory.create(module, new NoHttpAdapter(), { logger: false });
  await listen(app, { service: 'fake' });
  return app;
}
