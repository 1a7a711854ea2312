import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  ChangeManagerRequest,
  ChangeManagerResponseSchema,
  CommandContext,
  CountQueuesRequest,
  CountQueuesResponseSchema,
  GetAudienceRequest,
  GetAudienceResponseSchema,
  GetFollowUpRequest,
  GetFollowUpResponseSchema,
  GetMissionRequest,
  GetMissionResponseSchema,
  GetModuleSettingsRequest,
  GetModuleSettingsResponseSchema,
  GetTicketHeadRequest,
  GetTicketHeadResponseSchema,
  GetTicketRequest,
  GetTicketResponseSchema,
  ImportVisitNotesRequest,
  ImportVisitNotesResponseSchema,
  ListDeletionsRequest,
  ListDeletionsResponseSchema,
  ListFollowUpsRequest,
  ListFollowUpsResponseSchema,
  GetRequestRequest,
  GetRequestResponseSchema,
  ListRequestsRequest,
  ListRequestsResponseSchema,
  VerifyHistoryRequest,
  VerifyHistoryResponseSchema,
  ListEarlierRequest,
  ListEarlierResponseSchema,
  ListTicketsRequest,
  ListTicketsResponseSchema,
  MarkReadRequest,
  MarkReadResponseSchema,
  OpenTicketRequest,
  OpenTicketResponseSchema,
  RequestTicketRequest,
  RequestTicketResponseSchema,
  UpdateModuleSettingsRequest,
  UpdateModuleSettingsResponseSchema,
} from '@intervia/contracts';
import { Queue, RequestState, TicketsService } from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';
import { requestOf } from './request-of-ticket.js';

interface TicketCommand {
  context?: CommandContext;
  ticketId: string;
  /** Of commands about a mission. */
  missionId?: string;
}

/** Commands that answer the ticket as it is after. */
const COMMANDS = [
  'acceptWorkOrder',
  'refuseWorkOrder',
  'askPresence',
  'answerPresence',
  'askCompletion',
  'reportCompletion',
  'requestInvoice',
  'submitInvoice',
  'requestNewInvoice',
  'closeTicket',
  'requestQuote',
  'promiseQuote',
  'declineQuoteRequest',
  'submitQuote',
  'requestApproval',
  'answerApproval',
  'acceptQuote',
  'refuseQuote',
  'proposeAppointment',
  'validateAppointment',
  'postponeAppointment',
  'cancelAppointment',
  'acknowledgeReading',
  'stepBack',
  'contactAnotherContractor',
  'informThirdParties',
  'postMessage',
  'addNote',
  'changeReach',
  'updateTicket',
  'validatePreTicket',
  'cancelPreTicket',
  'reopenTicket',
  'deleteTicket',
  'recordTimeSpent',
] as const satisfies readonly (keyof typeof TicketsService.method)[];

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

  @RpcMethod(TicketsService.method.getTicketHead)
  async getTicketHead(
    @Payload() request: GetTicketHeadRequest,
  ): Promise<MessageInitShape<typeof GetTicketHeadResponseSchema>> {
    this.state.note('getTicketHead', request);
    const { id, agencyId, module, place, version } = this.state.ticketOf(request.caller, request.ticketId);
    return { head: { id, agencyId, module, place, version } };
  }

  @RpcMethod(TicketsService.method.listEarlier)
  async listEarlier(
    @Payload() request: ListEarlierRequest,
  ): Promise<MessageInitShape<typeof ListEarlierResponseSchema>> {
    this.state.note('listEarlier', request);
    this.state.ticketOf(request.caller, request.ticketId);
    return { from: 0, notes: [{ id: 'note-1', html: '<p>Vu</p>' }] };
  }

  @RpcMethod(TicketsService.method.verifyHistory)
  async verifyHistory(
    @Payload() request: VerifyHistoryRequest,
  ): Promise<MessageInitShape<typeof VerifyHistoryResponseSchema>> {
    this.state.note('verifyHistory', request);
    this.state.ticketOf(request.caller, request.ticketId);
    return { entries: 3, intact: true, keyed: true };
  }

  @RpcMethod(TicketsService.method.listTickets)
  async listTickets(
    @Payload() request: ListTicketsRequest,
  ): Promise<MessageInitShape<typeof ListTicketsResponseSchema>> {
    this.state.note('listTickets', request);
    const here = [...this.state.tickets.values()].filter(
      ({ agencyId }) => agencyId === request.caller?.agencyId,
    );
    const page = this.state.pages.get(request.cursor);
    if (page) return page;
    return { tickets: here.map(({ id, number, status }) => ({ id, number, status, unread: true })) };
  }

  @RpcMethod(TicketsService.method.countQueues)
  countQueues(@Payload() request: CountQueuesRequest): MessageInitShape<typeof CountQueuesResponseSchema> {
    this.state.note('countQueues', request);
    return { counts: [{ queue: Queue.TODO, tickets: 3 }], open: 12 };
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

  @RpcMethod(TicketsService.method.requestTicket)
  async requestTicket(
    @Payload() request: RequestTicketRequest,
  ): Promise<MessageInitShape<typeof RequestTicketResponseSchema>> {
    this.state.note('requestTicket', request);
    return { ticketId: 'ticket-requested', number: 1043 };
  }

  @RpcMethod(TicketsService.method.importVisitNotes)
  async importVisitNotes(
    @Payload() request: ImportVisitNotesRequest,
  ): Promise<MessageInitShape<typeof ImportVisitNotesResponseSchema>> {
    this.state.note('importVisitNotes', request);
    return { imported: request.notes.length };
  }

  @RpcMethod(TicketsService.method.changeManager)
  async changeManager(
    @Payload() request: ChangeManagerRequest,
  ): Promise<MessageInitShape<typeof ChangeManagerResponseSchema>> {
    this.state.note('changeManager', request);
    const agencyId = request.context?.caller?.agencyId;
    const isHere = (id: string) => this.state.tickets.get(id)?.agencyId === agencyId;
    const unknown = request.ticketIds.filter((id) => !isHere(id));
    const problem = { code: 'TICKET_NOT_FOUND', kind: 'not-found' };
    return {
      changed: request.ticketIds.length - unknown.length,
      problems: unknown.map((ticketId) => ({ ticketId, problem })),
    };
  }

  @RpcMethod(TicketsService.method.listDeletions)
  async listDeletions(
    @Payload() request: ListDeletionsRequest,
  ): Promise<MessageInitShape<typeof ListDeletionsResponseSchema>> {
    this.state.note('listDeletions', request);
    return { deletions: [{ ticketId: `deleted-${request.caller?.agencyId}`, number: 12 }] };
  }

  @RpcMethod(TicketsService.method.getModuleSettings)
  async getModuleSettings(
    @Payload() request: GetModuleSettingsRequest,
  ): Promise<MessageInitShape<typeof GetModuleSettingsResponseSchema>> {
    this.state.note('getModuleSettings', request);
    return { settings: this.state.settings };
  }

  @RpcMethod(TicketsService.method.updateModuleSettings)
  async updateModuleSettings(
    @Payload() request: UpdateModuleSettingsRequest,
  ): Promise<MessageInitShape<typeof UpdateModuleSettingsResponseSchema>> {
    this.state.note('updateModuleSettings', request);
    return { settings: request.settings };
  }

  @RpcMethod(TicketsService.method.listFollowUps)
  async listFollowUps(
    @Payload() request: ListFollowUpsRequest,
  ): Promise<MessageInitShape<typeof ListFollowUpsResponseSchema>> {
    this.state.note('listFollowUps', request);
    return { followUps: [{ ticketId: `ticket-${request.agencyId}`, number: 7 }] };
  }

  @RpcMethod(TicketsService.method.getFollowUp)
  async getFollowUp(
    @Payload() request: GetFollowUpRequest,
  ): Promise<MessageInitShape<typeof GetFollowUpResponseSchema>> {
    this.state.note('getFollowUp', request);
    if (request.ticketId !== `ticket-${request.agencyId}`)
      throw new AppError('TICKET_NOT_FOUND', 'not-found');
    return { followUp: { ticketId: request.ticketId, number: 7 } };
  }

  /** Of each ticket with a requester: the fakes tell no ticket from a request. */
  @RpcMethod(TicketsService.method.listRequests)
  async listRequests(
    @Payload() request: ListRequestsRequest,
  ): Promise<MessageInitShape<typeof ListRequestsResponseSchema>> {
    this.state.note('listRequests', request);
    const { agencyId, partyId } = request;
    const own = [...this.state.tickets.values()].filter(
      ({ agencyId: at, requester }) => at === agencyId && requester?.partyId === partyId,
    );
    const requests = own.map(({ id, number, module }) => ({
      ticketId: id,
      number,
      module,
      state: RequestState.VALIDATED,
    }));
    return { requests, nextCursor: 'next' };
  }

  /** The decision is read off the whole ticket. */
  @RpcMethod(TicketsService.method.getRequest)
  async getRequest(
    @Payload() { agencyId, partyId, ticketId }: GetRequestRequest,
  ): Promise<MessageInitShape<typeof GetRequestResponseSchema>> {
    const ticket = this.state.tickets.get(ticketId);
    const isOwn = ticket?.agencyId === agencyId && ticket.requester?.partyId === partyId;
    const answer = isOwn ? requestOf(ticket) : undefined;
    if (!answer) throw new AppError('TICKET_NOT_FOUND', 'not-found');
    return answer;
  }

  @RpcMethod(TicketsService.method.getAudience)
  async getAudience(
    @Payload() request: GetAudienceRequest,
  ): Promise<MessageInitShape<typeof GetAudienceResponseSchema>> {
    this.state.note('getAudience', request);
    return { keys: [`of ${request.scope?.partyId}`] };
  }

  command(method: string, request: TicketCommand) {
    this.state.note(method, request);
    const ticket = this.state.ticketOf(request.context?.caller, request.ticketId);
    if (request.missionId && !ticket.missions.some(({ id }) => id === request.missionId))
      throw new AppError('MISSION_NOT_FOUND', 'not-found');
    return { ticket };
  }
}

/** All of them answer alike: written once, and put on the bus under each name. */
for (const name of COMMANDS) {
  const value = async function (this: FakeTickets, request: TicketCommand) {
    return this.command(name, request);
  };
  const descriptor: PropertyDescriptor = { value, configurable: true, writable: true };
  Object.defineProperty(FakeTickets.prototype, name, descriptor);
  RpcMethod(TicketsService.method[name])(FakeTickets.prototype, name, descriptor);
  Payload()(FakeTickets.prototype, name, 0);
}
