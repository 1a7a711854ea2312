import type {
  AcceptQuoteRequest,
  AnswerApprovalRequest,
  DeclineQuoteRequestRequest,
  PromiseQuoteRequest,
  RefuseQuoteRequest,
  RequestApprovalRequest,
  RequestQuoteRequest,
  SubmitQuoteRequest,
} from '@intervia/contracts';
import { CorrespondentRole, TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { AcceptQuoteHandler } from '../../application/steps/accept-quote.handler.js';
import { AnswerApprovalHandler } from '../../application/steps/answer-approval.handler.js';
import { DeclineQuoteRequestHandler } from '../../application/steps/decline-quote-request.handler.js';
import { PromiseQuoteHandler } from '../../application/steps/promise-quote.handler.js';
import { RefuseQuoteHandler } from '../../application/steps/refuse-quote.handler.js';
import { RequestApprovalHandler } from '../../application/steps/request-approval.handler.js';
import { RequestQuoteHandler } from '../../application/steps/request-quote.handler.js';
import { SubmitQuoteHandler } from '../../application/steps/submit-quote.handler.js';
import { nameOf, toDocument, toDocuments, toMissionTarget, toPerson, toTimerChoice } from './from-proto.js';
import { answer } from './missions.controller.js';
import type { TicketAnswer } from './missions.controller.js';

/** Manual, "Devis (simple ou multiple)": from the request to the choice. */
@Controller()
export class QuotesController {
  constructor(
    private readonly requestQuoteHandler: RequestQuoteHandler,
    private readonly promiseQuoteHandler: PromiseQuoteHandler,
    private readonly declineQuoteRequestHandler: DeclineQuoteRequestHandler,
    private readonly submitQuoteHandler: SubmitQuoteHandler,
    private readonly requestApprovalHandler: RequestApprovalHandler,
    private readonly answerApprovalHandler: AnswerApprovalHandler,
    private readonly acceptQuoteHandler: AcceptQuoteHandler,
    private readonly refuseQuoteHandler: RefuseQuoteHandler,
  ) {}

  @RpcMethod(TicketsService.method.requestQuote)
  requestQuote(@Payload() request: RequestQuoteRequest): TicketAnswer {
    const content = { timers: toTimerChoice(request.timers), comment: request.comment };
    return answer(this.requestQuoteHandler.execute(toMissionTarget(request), content));
  }

  @RpcMethod(TicketsService.method.promiseQuote)
  promiseQuote(@Payload() request: PromiseQuoteRequest): TicketAnswer {
    return answer(this.promiseQuoteHandler.execute(toMissionTarget(request), { comment: request.comment }));
  }

  @RpcMethod(TicketsService.method.declineQuoteRequest)
  declineQuoteRequest(@Payload() request: DeclineQuoteRequestRequest): TicketAnswer {
    const content = { reason: request.reason };
    return answer(this.declineQuoteRequestHandler.execute(toMissionTarget(request), content));
  }

  @RpcMethod(TicketsService.method.submitQuote)
  submitQuote(@Payload() request: SubmitQuoteRequest): TicketAnswer {
    const { amountCents, comment } = request;
    const content = { quotes: toDocuments(request.quotes), amountCents, comment };
    return answer(this.submitQuoteHandler.execute(toMissionTarget(request), content));
  }

  @RpcMethod(TicketsService.method.requestApproval)
  requestApproval(@Payload() request: RequestApprovalRequest): TicketAnswer {
    const content = {
      correspondentId: request.correspondentId,
      role: nameOf(CorrespondentRole, request.role),
      approver: request.approver && toPerson(request.approver),
      informed: request.informed.map(toPerson),
      comment: request.comment,
    };
    return answer(this.requestApprovalHandler.execute(toMissionTarget(request), content));
  }

  @RpcMethod(TicketsService.method.answerApproval)
  answerApproval(@Payload() request: AnswerApprovalRequest): TicketAnswer {
    const content = { approved: request.approved, comment: request.comment };
    return answer(this.answerApprovalHandler.execute(toMissionTarget(request), content));
  }

  @RpcMethod(TicketsService.method.acceptQuote)
  acceptQuote(@Payload() request: AcceptQuoteRequest): TicketAnswer {
    const content = { signedCopy: toDocument(request.signedCopy), comment: request.comment };
    return answer(this.acceptQuoteHandler.execute(toMissionTarget(request), content));
  }

  @RpcMethod(TicketsService.method.refuseQuote)
  refuseQuote(@Payload() request: RefuseQuoteRequest): TicketAnswer {
    return answer(this.refuseQuoteHandler.execute(toMissionTarget(request), { comment: request.comment }));
  }
}
