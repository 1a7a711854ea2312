import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  AssignReviewRequest,
  AssignReviewResponseSchema,
  Caller,
  DismissReviewRequest,
  DismissReviewResponseSchema,
  ListReviewsRequest,
  ListReviewsResponseSchema,
} from '@intervia/contracts';
import { DeliveryService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Reviews } from '../../application/ports/answers/reviews.js';
import { SortReviewHandler } from '../../application/answers/sort-review.handler.js';
import { toReviewProto, toReviewState } from './review-to-proto.js';

const USUAL_LIMIT = 50;
const HIGHEST_LIMIT = 200;

const userOf = (caller: Caller | undefined) => ({
  id: caller?.actor?.id ?? '',
  name: caller?.actor?.name ?? '',
});

/** Answers that a person has to sort. */
@Controller()
export class ReviewsController {
  constructor(
    private readonly reviews: Reviews,
    private readonly sort: SortReviewHandler,
  ) {}

  @RpcMethod(DeliveryService.method.listReviews)
  async list(
    @Payload() { caller, state, limit }: ListReviewsRequest,
  ): Promise<MessageInitShape<typeof ListReviewsResponseSchema>> {
    const size = Math.min(limit || USUAL_LIMIT, HIGHEST_LIMIT);
    const found = await this.reviews.list(caller?.agencyId ?? '', toReviewState(state), size);
    return { reviews: found.map(toReviewProto) };
  }

  @RpcMethod(DeliveryService.method.assignReview)
  async assign(
    @Payload() { caller, reviewId, ticketId, missionId, correspondentId }: AssignReviewRequest,
  ): Promise<MessageInitShape<typeof AssignReviewResponseSchema>> {
    const target = { ticketId, ...(missionId ? { missionId } : { correspondentId }) };
    const review = await this.sort.assign(caller?.agencyId ?? '', reviewId, target, userOf(caller));
    return { review: toReviewProto(review) };
  }

  @RpcMethod(DeliveryService.method.dismissReview)
  async dismiss(
    @Payload() { caller, reviewId }: DismissReviewRequest,
  ): Promise<MessageInitShape<typeof DismissReviewResponseSchema>> {
    const review = await this.sort.dismiss(caller?.agencyId ?? '', reviewId, userOf(caller));
    return { review: toReviewProto(review) };
  }
}
