import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  CancelPreTicketRequest,
  ImportVisitNotesRequest,
  ImportVisitNotesResponseSchema,
  RequestTicketRequest,
  RequestTicketResponseSchema,
  ValidatePreTicketRequest,
} from '@intervia/contracts';
import { TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { CancelPreTicketHandler } from '../../application/opening/cancel-pre-ticket.handler.js';
import { ImportVisitNotesHandler } from '../../application/opening/import-visit-notes.handler.js';
import { RequestTicketHandler } from '../../application/opening/request-ticket.handler.js';
import { ValidatePreTicketHandler } from '../../application/opening/validate-pre-ticket.handler.js';
import { toCaller, toCommandContext, toDraft, toTarget } from './from-proto.js';
import { answer } from './answer.js';
import type { TicketAnswer } from './answer.js';
import { toPreTicketRequest, toVisitNote } from './requests.from-proto.js';

/** "?": asked for, then validated or cancelled. */
@Controller()
export class PreTicketsController {
  constructor(
    private readonly requestTicketHandler: RequestTicketHandler,
    private readonly importVisitNotesHandler: ImportVisitNotesHandler,
    private readonly validatePreTicketHandler: ValidatePreTicketHandler,
    private readonly cancelPreTicketHandler: CancelPreTicketHandler,
  ) {}

  @RpcMethod(TicketsService.method.requestTicket)
  async requestTicket(
    @Payload() request: RequestTicketRequest,
  ): Promise<MessageInitShape<typeof RequestTicketResponseSchema>> {
    const caller = toCommandContext(request.context);
    const { ticket } = await this.requestTicketHandler.execute(caller, toPreTicketRequest(request));
    return { ticketId: ticket.details.id, number: ticket.details.number };
  }

  @RpcMethod(TicketsService.method.importVisitNotes)
  async importVisitNotes(
    @Payload() request: ImportVisitNotesRequest,
  ): Promise<MessageInitShape<typeof ImportVisitNotesResponseSchema>> {
    const notes = request.notes.map(toVisitNote);
    return { imported: await this.importVisitNotesHandler.execute(toCaller(request.caller), notes) };
  }

  @RpcMethod(TicketsService.method.validatePreTicket)
  validatePreTicket(@Payload() request: ValidatePreTicketRequest): TicketAnswer {
    return answer(request, this.validatePreTicketHandler.execute(toTarget(request), toDraft(request.draft)));
  }

  @RpcMethod(TicketsService.method.cancelPreTicket)
  cancelPreTicket(@Payload() request: CancelPreTicketRequest): TicketAnswer {
    const { reason } = request;
    return answer(request, this.cancelPreTicketHandler.execute(toTarget(request), { reason }));
  }
}
