import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  AcceptWorkOrderRequest,
  AcceptWorkOrderResponseSchema,
  CommandContext,
  GetMissionRequest,
  GetMissionResponseSchema,
  GetTicketRequest,
  GetTicketResponseSchema,
  ListTicketsRequest,
  ListTicketsResponseSchema,
  MarkReadRequest,
  MarkReadResponseSchema,
  OpenTicketRequest,
  OpenTicketResponseSchema,
} from '@intervia/contracts';
import { TicketsService } from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

interface MissionCommand {
  context?: CommandContext;
  ticketId: string;
  missionId: string;
}

@Controller()
export class FakeTickets {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(TicketsService.method.openTicket)
  async openTicket(
    @Payload() request: OpenTicketRequest,
  ): Promise<MessageInitShape<typeof OpenTicketResponseSchema>> {
    this.state.note('openTicket', request);
    const { context, draft } = request;
    const ticket = this.state.aTicket({
      id: `ticket-${this.state.tickets.size + 1}`,
      agencyId: context?.caller?.agencyId,
      number: 1042,
      module: draft?.module,
      subject: draft?.subject,
    });
    return { ticket };
  }

  @RpcMethod(TicketsService.method.getTicket)
  async getTicket(
    @Payload() request: GetTicketRequest,
  ): Promise<MessageInitShape<typeof GetTicketResponseSchema>> {
    this.state.note('getTicket', request);
    return { ticket: this.state.ticketOf(request.caller, request.ticketId) };
  }

  @RpcMethod(TicketsService.method.listTickets)
  async listTickets(
    @Payload() request: ListTicketsRequest,
  ): Promise<MessageInitShape<typeof ListTicketsResponseSchema>> {
    this.state.note('listTickets', request);
    const here = [...this.state.tickets.values()].filter(
      ({ agencyId }) => agencyId === request.caller?.agencyId,
    );
    return { tickets: here.map(({ id, number, status }) => ({ id, number, status, unread: true })) };
  }

  @RpcMethod(TicketsService.method.markRead)
  async markRead(
    @Payload() request: MarkReadRequest,
  ): Promise<MessageInitShape<typeof MarkReadResponseSchema>> {
    this.state.note('markRead', request);
    this.state.ticketOf(request.caller, request.ticketId);
    return {};
  }

  @RpcMethod(TicketsService.method.getMission)
  async getMission(
    @Payload() request: GetMissionRequest,
  ): Promise<MessageInitShape<typeof GetMissionResponseSchema>> {
    this.state.note('getMission', request);
    const ticket = this.state.ticketOf(request.caller, request.ticketId);
    return {
      mission: {
        missionId: request.missionId,
        attachments: ticket.documents.flatMap(({ ref }) => ref ?? []),
      },
    };
  }

  @RpcMethod(TicketsService.method.acceptWorkOrder)
  async acceptWorkOrder(
    @Payload() request: AcceptWorkOrderRequest,
  ): Promise<MessageInitShape<typeof AcceptWorkOrderResponseSchema>> {
    return this.command('acceptWorkOrder', request);
  }

  @RpcMethod(TicketsService.method.refuseWorkOrder)
  async refuseWorkOrder(@Payload() request: MissionCommand) {
    return this.command('refuseWorkOrder', request);
  }

  @RpcMethod(TicketsService.method.askPresence)
  async askPresence(@Payload() request: MissionCommand) {
    return this.command('askPresence', request);
  }

  @RpcMethod(TicketsService.method.answerPresence)
  async answerPresence(@Payload() request: MissionCommand) {
    return this.command('answerPresence', request);
  }

  @RpcMethod(TicketsService.method.askCompletion)
  async askCompletion(@Payload() request: MissionCommand) {
    return this.command('askCompletion', request);
  }

  @RpcMethod(TicketsService.method.reportCompletion)
  async reportCompletion(@Payload() request: MissionCommand) {
    return this.command('reportCompletion', request);
  }

  @RpcMethod(TicketsService.method.requestInvoice)
  async requestInvoice(@Payload() request: MissionCommand) {
    return this.command('requestInvoice', request);
  }

  @RpcMethod(TicketsService.method.submitInvoice)
  async submitInvoice(@Payload() request: MissionCommand) {
    return this.command('submitInvoice', request);
  }

  @RpcMethod(TicketsService.method.requestNewInvoice)
  async requestNewInvoice(@Payload() request: MissionCommand) {
    return this.command('requestNewInvoice', request);
  }

  @RpcMethod(TicketsService.method.closeTicket)
  async closeTicket(@Payload() request: Omit<MissionCommand, 'missionId'>) {
    this.state.note('closeTicket', request);
    return { ticket: this.state.ticketOf(request.context?.caller, request.ticketId) };
  }

  private command(method: string, request: MissionCommand) {
    this.state.note(method, request);
    const ticket = this.state.ticketOf(request.context?.caller, request.ticketId);
    if (!ticket.missions.some(({ id }) => id === request.missionId))
      throw new AppError('MISSION_NOT_FOUND', 'not-found');
    return { ticket };
  }
}
