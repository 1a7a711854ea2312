import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  ChangeManagerRequest,
  ChangeManagerResponseSchema,
  DeleteTicketRequest,
  DeleteTicketResponseSchema,
  ListDeletionsRequest,
  ListDeletionsResponseSchema,
  RecordTimeSpentRequest,
  RecordTimeSpentResponseSchema,
  ReopenTicketRequest,
  UpdateTicketRequest,
} from '@intervia/contracts';
import { Module, TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { ChangeManagerHandler } from '../../application/opening/change-manager.handler.js';
import { DeleteTicketHandler } from '../../application/opening/delete-ticket.handler.js';
import { ListDeletionsQuery } from '../../application/reading/list-deletions.query.js';
import { RecordTimeSpentHandler } from '../../application/reading/record-time-spent.handler.js';
import { ReopenTicketHandler } from '../../application/opening/reopen-ticket.handler.js';
import { UpdateTicketHandler } from '../../application/opening/update-ticket.handler.js';
import type { TicketError } from '../../domain/values/errors.js';
import { NOBODY } from '../../domain/values/model.js';
import { nameOf, toCaller, toCommandContext, toTarget, toUser } from './from-proto.js';
import { answer } from './answer.js';
import type { TicketAnswer } from './answer.js';
import { toUpdate } from './requests.from-proto.js';
import { toActorMessage } from './to-proto.js';

/** What the agency does with a ticket besides its steps. */
@Controller()
export class AdministrationController {
  constructor(
    private readonly updateTicketHandler: UpdateTicketHandler,
    private readonly changeManagerHandler: ChangeManagerHandler,
    private readonly recordTimeSpentHandler: RecordTimeSpentHandler,
    private readonly reopenTicketHandler: ReopenTicketHandler,
    private readonly deleteTicketHandler: DeleteTicketHandler,
    private readonly listDeletionsQuery: ListDeletionsQuery,
  ) {}

  @RpcMethod(TicketsService.method.updateTicket)
  updateTicket(@Payload() request: UpdateTicketRequest): TicketAnswer {
    const update = this.updateTicketHandler.execute(
      toTarget(request),
      toUpdate(request),
      request.readUntilEntryId,
    );
    return answer(request, update);
  }

  @RpcMethod(TicketsService.method.changeManager)
  async changeManager(
    @Payload() request: ChangeManagerRequest,
  ): Promise<MessageInitShape<typeof ChangeManagerResponseSchema>> {
    const context = toCommandContext(request.context);
    const manager = request.manager ? toUser(request.manager) : NOBODY;
    const { changed, problems } = await this.changeManagerHandler.execute(
      context,
      request.ticketIds,
      manager,
    );
    return {
      changed,
      problems: problems.map(({ ticketId, error }) => ({ ticketId, problem: toProblem(error) })),
    };
  }

  @RpcMethod(TicketsService.method.recordTimeSpent)
  async recordTimeSpent(
    @Payload() request: RecordTimeSpentRequest,
  ): Promise<MessageInitShape<typeof RecordTimeSpentResponseSchema>> {
    return {
      timeSpentSeconds: await this.recordTimeSpentHandler.execute(toTarget(request), request.seconds),
    };
  }

  @RpcMethod(TicketsService.method.reopenTicket)
  reopenTicket(@Payload() request: ReopenTicketRequest): TicketAnswer {
    const { comment } = request;
    return answer(request, this.reopenTicketHandler.execute(toTarget(request), { comment }));
  }

  @RpcMethod(TicketsService.method.deleteTicket)
  async deleteTicket(
    @Payload() request: DeleteTicketRequest,
  ): Promise<MessageInitShape<typeof DeleteTicketResponseSchema>> {
    await this.deleteTicketHandler.execute(toTarget(request));
    return {};
  }

  @RpcMethod(TicketsService.method.listDeletions)
  async listDeletions(
    @Payload() request: ListDeletionsRequest,
  ): Promise<MessageInitShape<typeof ListDeletionsResponseSchema>> {
    const { cursor, limit } = request;
    const { deletions, nextCursor } = await this.listDeletionsQuery.execute(toCaller(request.caller), {
      module: nameOf(Module, request.module),
      cursor,
      limit,
    });
    return {
      deletions: deletions.map(({ ticketId, number, module, actor, at }) => ({
        ticketId,
        number,
        module: Module[module],
        actor: toActorMessage(actor),
        at: timestampFromDate(at),
      })),
      nextCursor,
    };
  }
}

function toProblem({ code, kind, params, fields }: TicketError) {
  return { code, kind, params, fields: [...fields] };
}
