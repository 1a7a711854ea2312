import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  AcceptWorkOrderRequest,
  AnswerPresenceRequest,
  AskCompletionRequest,
  AskPresenceRequest,
  GetTicketResponseSchema,
  RefuseWorkOrderRequest,
  ReportCompletionRequest,
  RequestInvoiceRequest,
  RequestNewInvoiceRequest,
  SubmitInvoiceRequest,
} from '@intervia/contracts';
import { TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { AcceptWorkOrderHandler } from '../../application/steps/accept-work-order.handler.js';
import { AnswerPresenceHandler } from '../../application/steps/answer-presence.handler.js';
import { AskCompletionHandler } from '../../application/steps/ask-completion.handler.js';
import { AskPresenceHandler } from '../../application/steps/ask-presence.handler.js';
import type { TicketRecord } from '../../application/ports/tickets.js';
import { RefuseWorkOrderHandler } from '../../application/steps/refuse-work-order.handler.js';
import { ReportCompletionHandler } from '../../application/steps/report-completion.handler.js';
import { RequestInvoiceHandler } from '../../application/steps/request-invoice.handler.js';
import { RequestNewInvoiceHandler } from '../../application/steps/request-new-invoice.handler.js';
import { SubmitInvoiceHandler } from '../../application/steps/submit-invoice.handler.js';
import { toAnswer, toAppointment, toDocument, toDocuments, toMissionTarget } from './from-proto.js';
import { toTicketMessage } from './views/ticket.mapper.js';

/** Every command answers the ticket as it then is; their response messages have one shape. */
export type TicketAnswer = Promise<Pick<MessageInitShape<typeof GetTicketResponseSchema>, 'ticket'>>;

/** The steps of a mission. */
@Controller()
export class MissionsController {
  constructor(
    private readonly acceptWorkOrderHandler: AcceptWorkOrderHandler,
    private readonly refuseWorkOrderHandler: RefuseWorkOrderHandler,
    private readonly askPresenceHandler: AskPresenceHandler,
    private readonly answerPresenceHandler: AnswerPresenceHandler,
    private readonly askCompletionHandler: AskCompletionHandler,
    private readonly reportCompletionHandler: ReportCompletionHandler,
    private readonly requestInvoiceHandler: RequestInvoiceHandler,
    private readonly submitInvoiceHandler: SubmitInvoiceHandler,
    private readonly requestNewInvoiceHandler: RequestNewInvoiceHandler,
  ) {}

  @RpcMethod(TicketsService.method.acceptWorkOrder)
  acceptWorkOrder(@Payload() request: AcceptWorkOrderRequest): TicketAnswer {
    const content = { appointment: toAppointment(request.appointment), comment: request.comment };
    return answer(this.acceptWorkOrderHandler.execute(toMissionTarget(request), content));
  }

  @RpcMethod(TicketsService.method.refuseWorkOrder)
  refuseWorkOrder(@Payload() request: RefuseWorkOrderRequest): TicketAnswer {
    return answer(this.refuseWorkOrderHandler.execute(toMissionTarget(request), { reason: request.reason }));
  }

  @RpcMethod(TicketsService.method.askPresence)
  askPresence(@Payload() request: AskPresenceRequest): TicketAnswer {
    return answer(this.askPresenceHandler.execute(toMissionTarget(request)));
  }

  @RpcMethod(TicketsService.method.answerPresence)
  answerPresence(@Payload() request: AnswerPresenceRequest): TicketAnswer {
    const { lateMinutes, comment } = request;
    const content = { answer: toAnswer(request.answer), lateMinutes, comment };
    return answer(this.answerPresenceHandler.execute(toMissionTarget(request), content));
  }

  @RpcMethod(TicketsService.method.askCompletion)
  askCompletion(@Payload() request: AskCompletionRequest): TicketAnswer {
    return answer(this.askCompletionHandler.execute(toMissionTarget(request)));
  }

  @RpcMethod(TicketsService.method.reportCompletion)
  reportCompletion(@Payload() request: ReportCompletionRequest): TicketAnswer {
    const content = {
      comment: request.comment,
      proofs: toDocuments(request.proofs),
      invoice: toDocument(request.invoice),
      invoiceAmountCents: request.invoiceAmountCents,
    };
    return answer(this.reportCompletionHandler.execute(toMissionTarget(request), content));
  }

  @RpcMethod(TicketsService.method.requestInvoice)
  requestInvoice(@Payload() request: RequestInvoiceRequest): TicketAnswer {
    return answer(this.requestInvoiceHandler.execute(toMissionTarget(request)));
  }

  @RpcMethod(TicketsService.method.submitInvoice)
  submitInvoice(@Payload() request: SubmitInvoiceRequest): TicketAnswer {
    const { amountCents, comment } = request;
    const content = { invoice: toDocument(request.invoice), amountCents, comment };
    return answer(this.submitInvoiceHandler.execute(toMissionTarget(request), content));
  }

  @RpcMethod(TicketsService.method.requestNewInvoice)
  requestNewInvoice(@Payload() request: RequestNewInvoiceRequest): TicketAnswer {
    const content = { comment: request.comment };
    return answer(this.requestNewInvoiceHandler.execute(toMissionTarget(request), content));
  }
}

export async function answer(record: Promise<TicketRecord>): TicketAnswer {
  return { ticket: toTicketMessage(await record) };
}
