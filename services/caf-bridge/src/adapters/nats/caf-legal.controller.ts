import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  AnswerOfferRequest,
  AnswerOfferResponseSchema,
  ListAlertsRequest,
  ListAlertsResponseSchema,
  ListLegalCasesRequest,
  ListLegalCasesResponseSchema,
  RecordOfferRequest,
  RecordOfferResponseSchema,
  ReportCaseRequest,
  ReportCaseResponseSchema,
} from '@intervia/contracts';
import { CafService } from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { LegalHandler } from '../../application/legal/legal.handler.js';
import { isDay } from '../../domain/values/day.js';
import { toCaller, toCommand, toDocument } from './from-proto.js';
import { fromAlert, fromCase } from './to-proto.js';

@Controller()
export class CafLegalController {
  constructor(private readonly legal: LegalHandler) {}

  @RpcMethod(CafService.method.listLegalCases)
  async list(
    @Payload() { caller, entityId, cleared, refresh }: ListLegalCasesRequest,
  ): Promise<MessageInitShape<typeof ListLegalCasesResponseSchema>> {
    const filter = { entityId: entityId || undefined, cleared };
    const { cases, scannedAt } = await this.legal.list(toCaller(caller).agencyId, filter, refresh);
    return {
      cases: cases.slice(0, MOST).map(fromCase),
      scannedAt: scannedAt && timestampFromDate(scannedAt),
    };
  }

  @RpcMethod(CafService.method.reportCase)
  async report(
    @Payload() { context, caseId, reportedOn, how, proof }: ReportCaseRequest,
  ): Promise<MessageInitShape<typeof ReportCaseResponseSchema>> {
    const reported = { on: dayOf('reportedOn', reportedOn), how, proof: proof && toDocument(proof) };
    return { case: fromCase(await this.legal.report(toCommand(context), caseId, reported)) };
  }

  @RpcMethod(CafService.method.listAlerts)
  async alerts(
    @Payload() { caller }: ListAlertsRequest,
  ): Promise<MessageInitShape<typeof ListAlertsResponseSchema>> {
    const { alerts, scannedAt } = await this.legal.alerts(toCaller(caller).agencyId);
    return {
      alerts: alerts.slice(0, MOST).map(fromAlert),
      scannedAt: scannedAt && timestampFromDate(scannedAt),
    };
  }

  @RpcMethod(CafService.method.recordOffer)
  async recordOffer(
    @Payload() { context, account, receivedOn }: RecordOfferRequest,
  ): Promise<MessageInitShape<typeof RecordOfferResponseSchema>> {
    const day = dayOf('receivedOn', receivedOn);
    return { offerId: await this.legal.recordOffer(toCommand(context), account.trim().toUpperCase(), day) };
  }

  @RpcMethod(CafService.method.answerOffer)
  async answerOffer(
    @Payload() { context, offerId, answeredOn, accepted }: AnswerOfferRequest,
  ): Promise<MessageInitShape<typeof AnswerOfferResponseSchema>> {
    await this.legal.answerOffer(toCommand(context), offerId, dayOf('answeredOn', answeredOn), accepted);
    return {};
  }
}

/** An answer on the bus stays below 256 kB. */
const MOST = 400;

function dayOf(field: string, text: string): string {
  if (!isDay(text)) throw new AppError('INVALID_REQUEST', 'invalid', {}, [{ field, code: 'INVALID' }]);
  return text;
}
