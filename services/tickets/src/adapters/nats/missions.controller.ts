import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  ContactAnotherContractorRequest,
  GetCorrespondentRequest,
  GetCorrespondentResponseSchema,
  GetMissionRequest,
  GetMissionResponseSchema,
  RequestApprovalRequest,
} from '@intervia/contracts';
import { CorrespondentRole, TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { GetCorrespondentQuery } from '../../application/reading/get-correspondent.query.js';
import { GetMissionQuery } from '../../application/reading/get-mission.query.js';
import { ContactAnotherContractorHandler } from '../../application/steps/contact-another-contractor.handler.js';
import { RequestApprovalHandler } from '../../application/steps/request-approval.handler.js';
import { answer } from './answer.js';
import type { TicketAnswer } from './answer.js';
import { nameOf, toCaller, toMissionTarget, toPerson, toTarget } from './from-proto.js';
import { toCorrespondentView } from './views/correspondent-view.mapper.js';
import { toMissionView } from './views/mission-view.mapper.js';

/** Who takes part besides the agency: whom a step brings in, and what each of them sees. */
@Controller()
export class MissionsController {
  constructor(
    private readonly requestApprovalHandler: RequestApprovalHandler,
    private readonly contactAnotherContractorHandler: ContactAnotherContractorHandler,
    private readonly getMissionQuery: GetMissionQuery,
    private readonly getCorrespondentQuery: GetCorrespondentQuery,
  ) {}

  @RpcMethod(TicketsService.method.requestApproval)
  requestApproval(@Payload() request: RequestApprovalRequest): TicketAnswer {
    const content = {
      correspondentId: request.correspondentId,
      role: nameOf(CorrespondentRole, request.role),
      approver: request.approver && toPerson(request.approver),
      informed: request.informed.map(toPerson),
      comment: request.comment,
    };
    return answer(request, this.requestApprovalHandler.execute(toMissionTarget(request), content));
  }

  @RpcMethod(TicketsService.method.contactAnotherContractor)
  contactAnotherContractor(@Payload() request: ContactAnotherContractorRequest): TicketAnswer {
    const { replacedMissionId } = request;
    const content = { contractor: request.contractor && toPerson(request.contractor), replacedMissionId };
    return answer(request, this.contactAnotherContractorHandler.execute(toTarget(request), content));
  }

  @RpcMethod(TicketsService.method.getMission)
  async getMission(
    @Payload() request: GetMissionRequest,
  ): Promise<MessageInitShape<typeof GetMissionResponseSchema>> {
    const { ticketId, missionId } = request;
    const caller = toCaller(request.caller);
    const part = await this.getMissionQuery.execute(caller, ticketId, missionId);
    return { mission: toMissionView(part) };
  }

  @RpcMethod(TicketsService.method.getCorrespondent)
  async getCorrespondent(
    @Payload() request: GetCorrespondentRequest,
  ): Promise<MessageInitShape<typeof GetCorrespondentResponseSchema>> {
    const { ticketId, correspondentId } = request;
    const caller = toCaller(request.caller);
    const found = await this.getCorrespondentQuery.execute(caller, ticketId, correspondentId);
    return { correspondent: toCorrespondentView(found) };
  }
}
