import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  AcknowledgeReadingRequest,
  ContactAnotherContractorRequest,
  GetCorrespondentRequest,
  GetCorrespondentResponseSchema,
  StepBackRequest,
} from '@intervia/contracts';
import { TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { AcknowledgeReadingHandler } from '../../application/steps/acknowledge-reading.handler.js';
import { ContactAnotherContractorHandler } from '../../application/steps/contact-another-contractor.handler.js';
import { GetCorrespondentQuery } from '../../application/reading/get-correspondent.query.js';
import { StepBackHandler } from '../../application/steps/step-back.handler.js';
import { toCorrespondentView } from './views/correspondent-view.mapper.js';
import { toCaller, toMissionTarget, toPerson, toTarget } from './from-proto.js';
import { answer } from './missions.controller.js';
import type { TicketAnswer } from './missions.controller.js';

/** Beside the steps of the missions: who is asked, who has read, and what was a mistake. */
@Controller()
export class ContractorsController {
  constructor(
    private readonly acknowledgeReadingHandler: AcknowledgeReadingHandler,
    private readonly stepBackHandler: StepBackHandler,
    private readonly contactAnotherContractorHandler: ContactAnotherContractorHandler,
    private readonly getCorrespondentQuery: GetCorrespondentQuery,
  ) {}

  @RpcMethod(TicketsService.method.acknowledgeReading)
  acknowledgeReading(@Payload() request: AcknowledgeReadingRequest): TicketAnswer {
    return answer(this.acknowledgeReadingHandler.execute(toMissionTarget(request)));
  }

  @RpcMethod(TicketsService.method.stepBack)
  stepBack(@Payload() request: StepBackRequest): TicketAnswer {
    return answer(this.stepBackHandler.execute(toMissionTarget(request), { comment: request.comment }));
  }

  @RpcMethod(TicketsService.method.contactAnotherContractor)
  contactAnotherContractor(@Payload() request: ContactAnotherContractorRequest): TicketAnswer {
    const { replacedMissionId } = request;
    const content = { contractor: request.contractor && toPerson(request.contractor), replacedMissionId };
    return answer(this.contactAnotherContractorHandler.execute(toTarget(request), content));
  }

  @RpcMethod(TicketsService.method.getCorrespondent)
  async getCorrespondent(
    @Payload() request: GetCorrespondentRequest,
  ): Promise<MessageInitShape<typeof GetCorrespondentResponseSchema>> {
    const { ticketId, correspondentId } = request;
    const caller = toCaller(request.caller);
    const found = await this.getCorrespondentQuery.execute(caller, ticketId, correspondentId);
    return { correspondent: toCorrespondentView(found.ticket, found.correspondent) };
  }
}
