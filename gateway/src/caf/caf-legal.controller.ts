import {
  CafService,
  LegalCaseSchema,
  ListAlertsResponseSchema,
  ListLegalCasesResponseSchema,
  RecordOfferResponseSchema,
  SecurityEventKind,
} from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { sendFile } from '../http/send-file.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems, Streams } from '../openapi/decorators.js';
import { callerOf, commandOf } from '../session/caller.js';
import { Logged } from '../session/security-trail.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { Documents } from '../uploads/documents.js';
import { demandRead, demandWrite } from './caf-access.js';
import { CasesQuery, OfferAnswerDto, OfferDto, ReportDto } from './caf.dto.js';

const COMMAND = ['FORBIDDEN_ACTION', 'IDEMPOTENCY_KEY_REQUIRED', 'INVALID_REQUEST'];

/** What the law wants reported, and what has no message. */
@ApiTags('CAF legal list')
@Controller('api/caf')
export class CafLegalController {
  private readonly caf: ServiceClient<typeof CafService>;

  constructor(
    bus: BusClient,
    private readonly documents: Documents,
    private readonly store: FileStore,
  ) {
    this.caf = bus.service(CafService);
  }

  @Get('legal-cases')
  @Operation(
    'listLegalCases',
    'List debts to be reported',
    'By the rule of the day on which each was constituted.',
  )
  @Answers(ListLegalCasesResponseSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async cases(@Me() me: SignedIn, @Query() query: CasesQuery): Promise<JsonObject> {
    demandRead(me);
    const answer = await this.caf.listLegalCases({ caller: callerOf(me), ...query });
    return toJson(ListLegalCasesResponseSchema, answer);
  }

  @Post('legal-cases/:id/report')
  @HttpCode(200)
  @Operation('reportLegalCase', 'Keep when a debt was reported', 'With its proof.')
  @Idempotent()
  @Answers(LegalCaseSchema)
  @Problems(...COMMAND, 'CAF_CASE_NOT_FOUND', 'DOCUMENT_UNKNOWN')
  async report(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') caseId: string,
    @Body() { reportedOn, how, proofId }: ReportDto,
  ): Promise<JsonObject> {
    demandWrite(me);
    const [proof] = await this.documents.all(me, proofId ? [proofId] : [], 'proofId', { use: 'caf' });
    const answer = await this.caf.reportCase({ context: commandOf(me, key), caseId, reportedOn, how, proof });
    if (!answer.case) throw new AppError('INTERNAL', 'internal');
    return toJson(LegalCaseSchema, answer.case);
  }

  @Get('legal-cases/:id/proof')
  @Logged(SecurityEventKind.EXPORTED)
  @Operation(
    'downloadCaseProof',
    'Download the proof of a report',
    'The document, or the CAF32 that told it.',
  )
  @Streams('application/pdf', 'image/*', 'text/plain')
  @Problems('FORBIDDEN_ACTION', 'DOCUMENT_NOT_FOUND')
  async proof(
    @Me() me: SignedIn,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    demandRead(me);
    const { cases } = await this.caf.listLegalCases({ caller: callerOf(me), cleared: true });
    const proof = cases.find((one) => one.id === id)?.proof;
    if (!proof) throw new AppError('DOCUMENT_NOT_FOUND', 'not-found');
    await sendFile(request, reply, this.store, me.agencyId, proof);
  }

  @Get('alerts')
  @Operation(
    'listCafAlerts',
    'List what has no message',
    'Sharers, sale, end of mandate, non-decency, offers.',
  )
  @Answers(ListAlertsResponseSchema)
  @Problems('FORBIDDEN_ACTION')
  async alerts(@Me() me: SignedIn): Promise<JsonObject> {
    demandRead(me);
    return toJson(ListAlertsResponseSchema, await this.caf.listAlerts({ caller: callerOf(me) }));
  }

  @Post('offers')
  @HttpCode(200)
  @Operation('recordPaymentOffer', 'Note an offer of direct payment', 'Two months to answer.')
  @Idempotent()
  @Answers(RecordOfferResponseSchema)
  @Problems(...COMMAND, 'CAF_ACCOUNT_NOT_FOUND')
  async offer(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Body() body: OfferDto,
  ): Promise<JsonObject> {
    demandWrite(me);
    const answer = await this.caf.recordOffer({ context: commandOf(me, key), ...body });
    return toJson(RecordOfferResponseSchema, answer);
  }

  @Post('offers/:id/answer')
  @HttpCode(204)
  @Operation('answerPaymentOffer', 'Note the answer to an offer', 'Accepted or not; the alert ends.')
  @Idempotent()
  @ApiNoContentResponse()
  @Problems(...COMMAND, 'CAF_OFFER_NOT_FOUND')
  async answer(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('id') offerId: string,
    @Body() body: OfferAnswerDto,
  ): Promise<void> {
    demandWrite(me);
    await this.caf.answerOffer({ context: commandOf(me, key), offerId, ...body });
  }
}
