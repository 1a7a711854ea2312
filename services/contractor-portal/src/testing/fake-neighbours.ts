import { create } from '@bufbuild/protobuf';
import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  Action,
  ActorKind,
  CorrespondentRole,
  CorrespondentViewSchema,
  DirectoryService,
  MissionViewSchema,
  NotificationsService,
  Status,
  TicketType,
  TicketsService,
} from '@intervia/contracts';
import type {
  AcceptWorkOrderRequest,
  AcknowledgeReadingRequest,
  AnswerApprovalRequest,
  AnswerPresenceRequest,
  CorrespondentView,
  DeclineQuoteRequestRequest,
  GetAgencyRequest,
  GetAgencyResponseSchema,
  GetCorrespondentRequest,
  GetCorrespondentResponseSchema,
  GetMissionRequest,
  GetMissionResponseSchema,
  MissionView,
  PostMessageRequest,
  PromiseQuoteRequest,
  ProposeAppointmentRequest,
  RefuseWorkOrderRequest,
  ReportCompletionRequest,
  ResendLinkRequest,
  ResendLinkResponseSchema,
  SubmitInvoiceRequest,
  SubmitQuoteRequest,
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
  | SubmitInvoiceRequest
  | PromiseQuoteRequest
  | DeclineQuoteRequestRequest
  | SubmitQuoteRequest
  | ProposeAppointmentRequest
  | AcknowledgeReadingRequest
  | AnswerApprovalRequest
  | PostMessageRequest;

/** Tickets and directory on the bus: what they were asked, what they answer. */
export class FakeNeighbours {
  readonly commands: Command[] = [];
  /** Tickets that were closed so long ago that nobody says when. */
  readonly over = new Set<string>();
  /** Keys of what was sent again. */
  readonly renewals: string[] = [];
  /** Of the commands' RPCs. */
  readonly names: string[] = [];
  /** Who asked for a correspondent's view. */
  readonly readers: ActorKind[] = [];
  mission: MissionView = aView();
  correspondent: CorrespondentView = aCorrespondentView();
  /** Thrown by the next commands. */
  refusal: AppError | undefined;

  reset(): void {
    for (const list of [this.commands, this.names, this.readers]) list.length = 0;
    this.mission = aView();
    this.correspondent = aCorrespondentView();
    this.refusal = undefined;
  }
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
    awaited: overrides.actions ?? [Action.ACCEPT_WORK_ORDER],
    ...overrides,
  });
}

type CorrespondentInit = Exclude<MessageInitShape<typeof CorrespondentViewSchema>, CorrespondentView>;

export function aCorrespondentView(overrides: CorrespondentInit = {}): CorrespondentView {
  return create(CorrespondentViewSchema, {
    number: 1042,
    type: TicketType.SINGLE_QUOTE,
    subject: 'Fuite sous l’évier',
    place: { label: 'Résidence Les Tilleuls, appartement 12' },
    manager: { name: 'Claire Moreau', phone: '+33478000001' },
    correspondent: { id: 'owner-1', role: CorrespondentRole.OWNER, person: { name: 'M. Paul Durand' } },
    quotes: [
      { missionId: 'mission-1', contractorName: 'Plomberie Bernard', amountCents: 123456, open: true },
    ],
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
    return { agency: { id, name: 'Agence des Tilleuls', address: 'Lyon', phone: '+33478000000' } };
  }

  @RpcMethod(NotificationsService.method.resendLink)
  async resendLink(
    @Payload() { ticketId, context }: ResendLinkRequest,
  ): Promise<MessageInitShape<typeof ResendLinkResponseSchema>> {
    if (ticketId === 'silent') throw new AppError('NOTHING_TO_RESEND', 'conflict');
    this.state.renewals.push(context?.commandId ?? '');
    return { messages: 1 };
  }

  @RpcMethod(TicketsService.method.getMission)
  async getMission(
    @Payload() { ticketId, missionId }: GetMissionRequest,
  ): Promise<MessageInitShape<typeof GetMissionResponseSchema>> {
    if (ticketId === 'gone') throw new AppError('MISSION_NOT_FOUND', 'not-found');
    const over = this.state.over.has(ticketId) ? { closed: true } : {};
    return { mission: { ...this.state.mission, ...over, ticketId, missionId } };
  }

  @RpcMethod(TicketsService.method.getCorrespondent)
  async getCorrespondent(
    @Payload() { ticketId, caller }: GetCorrespondentRequest,
  ): Promise<MessageInitShape<typeof GetCorrespondentResponseSchema>> {
    if (ticketId === 'gone') throw new AppError('CORRESPONDENT_NOT_FOUND', 'not-found');
    this.state.readers.push(caller?.actor?.kind ?? ActorKind.UNSPECIFIED);
    return { correspondent: { ...this.state.correspondent, ticketId } };
  }

  @RpcMethod(TicketsService.method.acceptWorkOrder)
  async acceptWorkOrder(@Payload() request: AcceptWorkOrderRequest) {
    return this.record('acceptWorkOrder', request);
  }

  @RpcMethod(TicketsService.method.refuseWorkOrder)
  async refuseWorkOrder(@Payload() request: RefuseWorkOrderRequest) {
    return this.record('refuseWorkOrder', request);
  }

  @RpcMethod(TicketsService.method.answerPresence)
  async answerPresence(@Payload() request: AnswerPresenceRequest) {
    return this.record('answerPresence', request);
  }

  @RpcMethod(TicketsService.method.reportCompletion)
  async reportCompletion(@Payload() request: ReportCompletionRequest) {
    return this.record('reportCompletion', request);
  }

  @RpcMethod(TicketsService.method.submitInvoice)
  async submitInvoice(@Payload() request: SubmitInvoiceRequest) {
    return this.record('submitInvoice', request);
  }

  @RpcMethod(TicketsService.method.promiseQuote)
  async promiseQuote(@Payload() request: PromiseQuoteRequest) {
    return this.record('promiseQuote', request);
  }

  @RpcMethod(TicketsService.method.declineQuoteRequest)
  async declineQuoteRequest(@Payload() request: DeclineQuoteRequestRequest) {
    return this.record('declineQuoteRequest', request);
  }

  @RpcMethod(TicketsService.method.submitQuote)
  async submitQuote(@Payload() request: SubmitQuoteRequest) {
    return this.record('submitQuote', request);
  }

  @RpcMethod(TicketsService.method.proposeAppointment)
  async proposeAppointment(@Payload() request: ProposeAppointmentRequest) {
    return this.record('proposeAppointment', request);
  }

  @RpcMethod(TicketsService.method.acknowledgeReading)
  async acknowledgeReading(@Payload() request: AcknowledgeReadingRequest) {
    return this.record('acknowledgeReading', request);
  }

  @RpcMethod(TicketsService.method.answerApproval)
  async answerApproval(@Payload() request: AnswerApprovalRequest) {
    return this.record('answerApproval', request);
  }

  @RpcMethod(TicketsService.method.postMessage)
  async postMessage(@Payload() request: PostMessageRequest) {
    return this.record('postMessage', request);
  }

  private record(name: string, request: Command) {
    this.state.names.push(name);
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
