import { create } from '@bufbuild/protobuf';
import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  Action,
  DirectoryService,
  MissionViewSchema,
  Status,
  TicketType,
  TicketsService,
} from '@intervia/contracts';
import type {
  AcceptWorkOrderRequest,
  AnswerPresenceRequest,
  GetAgencyRequest,
  GetAgencyResponseSchema,
  GetMissionRequest,
  GetMissionResponseSchema,
  MissionView,
  RefuseWorkOrderRequest,
  ReportCompletionRequest,
  SubmitInvoiceRequest,
} from '@intervia/contracts';
import { AppError, MessagingModule, NoHttpAdapter, RpcMethod, listen } from '@intervia/messaging';
import { Controller, Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';

type Command =
  | AcceptWorkOrderRequest
  | RefuseWorkOrderRequest
  | AnswerPresenceRequest
  | ReportCompletionRequest
  | SubmitInvoiceRequest;

/** Tickets and directory on the bus: what they were asked, what they answer. */
export class FakeNeighbours {
  readonly commands: Command[] = [];
  mission: MissionView = aView();
  /** Thrown by the next commands. */
  refusal: AppError | undefined;
}

type ViewInit = Exclude<MessageInitShape<typeof MissionViewSchema>, MissionView>;

export function aView(overrides: ViewInit = {}): MissionView {
  return create(MissionViewSchema, {
    number: 1042,
    type: TicketType.WORK_ORDER,
    status: Status.WORK_ORDER_SENT,
    subject: 'Fuite sous l’évier',
    place: { label: 'Résidence Les Tilleuls, appartement 12', address: '14 rue des Tilleuls, 69003 Lyon' },
    manager: { name: 'Claire Moreau', phone: '+33478000001' },
    contractor: { name: 'Plomberie Bernard' },
    actions: [Action.ACCEPT_WORK_ORDER, Action.REFUSE_WORK_ORDER],
    ...overrides,
  });
}

@Controller()
class FakeController {
  constructor(private readonly state: FakeNeighbours) {}

  @RpcMethod(DirectoryService.method.getAgency)
  async getAgency(
    @Payload() { agencyId: id }: GetAgencyRequest,
  ): Promise<MessageInitShape<typeof GetAgencyResponseSchema>> {
    return { agency: { id, name: 'Agence des Tilleuls', address: 'Lyon' } };
  }

  @RpcMethod(TicketsService.method.getMission)
  async getMission(
    @Payload() { ticketId, missionId }: GetMissionRequest,
  ): Promise<MessageInitShape<typeof GetMissionResponseSchema>> {
    if (ticketId === 'gone') throw new AppError('MISSION_NOT_FOUND', 'not-found');
    return { mission: { ...this.state.mission, ticketId, missionId } };
  }

  @RpcMethod(TicketsService.method.acceptWorkOrder)
  async accept(@Payload() request: AcceptWorkOrderRequest) {
    return this.record(request);
  }

  @RpcMethod(TicketsService.method.refuseWorkOrder)
  async refuse(@Payload() request: RefuseWorkOrderRequest) {
    return this.record(request);
  }

  @RpcMethod(TicketsService.method.answerPresence)
  async answerPresence(@Payload() request: AnswerPresenceRequest) {
    return this.record(request);
  }

  @RpcMethod(TicketsService.method.reportCompletion)
  async reportCompletion(@Payload() request: ReportCompletionRequest) {
    return this.record(request);
  }

  @RpcMethod(TicketsService.method.submitInvoice)
  async submitInvoice(@Payload() request: SubmitInvoiceRequest) {
    return this.record(request);
  }

  private record(request: Command) {
    this.state.commands.push(request);
    if (this.state.refusal) throw this.state.refusal;
    return {};
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
