import type { DocumentRef, Review } from '@intervia/contracts';
import {
  DeliveryService,
  ListReviewsResponseSchema,
  ReviewSchema,
  ReviewState,
  ReviewStateSchema,
} from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidRequest } from '../http/problem.js';
import { sendFile } from '../http/send-file.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems, Streams } from '../openapi/decorators.js';
import { callerOf } from '../session/caller.js';
import { demand, demandAny } from '../session/rights.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { TicketAccess } from '../tickets/ticket-access.js';
import { AssignmentDto, ReviewsQuery } from './delivery.dto.js';

const HIGHEST_LIMIT = 200;
/** Where a document is looked for: most are read before the answer is sorted. */
const STATES = [ReviewState.OPEN, ReviewState.ASSIGNED, ReviewState.DISMISSED];

/** Answers that no mission could be found for belong to no module: whoever may edit tickets in one sorts them. */
@ApiTags('Delivery')
@Controller('api/reviews')
export class ReviewsController {
  private readonly delivery: ServiceClient<typeof DeliveryService>;

  constructor(
    bus: BusClient,
    private readonly access: TicketAccess,
    private readonly store: FileStore,
  ) {
    this.delivery = bus.service(DeliveryService);
  }

  @Get()
  @Operation(
    'listReviews',
    'List answers to be sorted',
    'Mails and SMS that came in and could not be filed, newest first.',
  )
  @Answers(ListReviewsResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async list(@Me() me: SignedIn, @Query() { state, limit }: ReviewsQuery): Promise<JsonObject> {
    demandAny(me, ['edit']);
    const asked = { caller: callerOf(me), state: enumValue(ReviewStateSchema, state), limit };
    return toJson(ListReviewsResponseSchema, await this.delivery.listReviews(asked));
  }

  @Post(':reviewId/assignment')
  @HttpCode(200)
  @Operation(
    'assignReview',
    'File an answer into a ticket',
    'Into the exchange with a contractor or a correspondent.',
  )
  @Answers(ReviewSchema)
  @Problems(
    'REVIEW_NOT_FOUND',
    'REVIEW_ALREADY_SETTLED',
    'TICKET_NOT_FOUND',
    'MISSION_NOT_FOUND',
    'CORRESPONDENT_NOT_FOUND',
    'TICKET_ALREADY_CLOSED',
    'FORBIDDEN_ACTION',
    'INVALID_REQUEST',
  )
  async assign(
    @Me() me: SignedIn,
    @Param('reviewId') reviewId: string,
    @Body() { ticketId, missionId, correspondentId }: AssignmentDto,
  ): Promise<JsonObject> {
    if (Boolean(missionId) === Boolean(correspondentId))
      throw new InvalidRequest([{ field: 'missionId', code: 'EXACTLY_ONE_EXCHANGE' }]);
    // The answer is filed in the name of the service, which sees every ticket of the agency.
    const { module } = await this.access.head(me, ticketId);
    demand(me, 'edit', module);
    const target = { ticketId, missionId, correspondentId };
    return reviewIn(await this.delivery.assignReview({ caller: callerOf(me), reviewId, ...target }));
  }

  @Post(':reviewId/dismissal')
  @HttpCode(200)
  @Operation('dismissReview', 'Dismiss an answer', 'It is about no ticket.')
  @Answers(ReviewSchema)
  @Problems('REVIEW_NOT_FOUND', 'REVIEW_ALREADY_SETTLED', 'FORBIDDEN_ACTION')
  async dismiss(@Me() me: SignedIn, @Param('reviewId') reviewId: string): Promise<JsonObject> {
    demandAny(me, ['edit']);
    return reviewIn(await this.delivery.dismissReview({ caller: callerOf(me), reviewId }));
  }

  @Get(':reviewId/documents/:documentId')
  @Operation('downloadReviewDocument', 'Download an attachment of an answer', 'As it came in.')
  @Streams('application/pdf', 'image/*', 'application/octet-stream')
  @Problems('DOCUMENT_NOT_FOUND', 'FORBIDDEN_ACTION')
  async document(
    @Me() me: SignedIn,
    @Param('reviewId') reviewId: string,
    @Param('documentId') documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    demandAny(me, ['edit']);
    const document = await this.find(me, reviewId, documentId);
    await sendFile(request, reply, this.store, me.agencyId, document);
  }

  /** Among those that the lists show. @throws DOCUMENT_NOT_FOUND */
  private async find(me: SignedIn, reviewId: string, documentId: string): Promise<DocumentRef> {
    for (const state of STATES) {
      const asked = { caller: callerOf(me), state, limit: HIGHEST_LIMIT };
      const { reviews } = await this.delivery.listReviews(asked);
      const documents = reviews.find(({ id }) => id === reviewId)?.documents;
      const document = documents?.find(({ id }) => id === documentId);
      if (document) return document;
    }
    throw new AppError('DOCUMENT_NOT_FOUND', 'not-found');
  }
}

function reviewIn({ review }: { review?: Review }): JsonObject {
  if (!review) throw new AppError('INTERNAL', 'internal');
  return toJson(ReviewSchema, review);
}
