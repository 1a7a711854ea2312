import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ActorKind, ReviewState as ReviewStateProto } from '@intervia/contracts';
import type { ReviewSchema } from '@intervia/contracts';
import type { Review, ReviewState } from '../../application/ports/answers/reviews.js';
import { filedText, reviewReasonText } from './fr.js';
import { CHANNELS } from './message-to-proto.js';

const STATES: Readonly<Record<ReviewState, ReviewStateProto>> = {
  open: ReviewStateProto.OPEN,
  assigned: ReviewStateProto.ASSIGNED,
  dismissed: ReviewStateProto.DISMISSED,
};

/** The open ones when nothing is asked for. */
export const toReviewState = (state: ReviewStateProto): ReviewState =>
  (Object.keys(STATES) as ReviewState[]).find((known) => STATES[known] === state) ?? 'open';

export function toReviewProto(review: Review): MessageInitShape<typeof ReviewSchema> {
  return {
    id: review.id,
    channel: CHANNELS[review.channel],
    sender: review.sender,
    senderName: review.senderName,
    ...filedText(review),
    documents: [...review.documents],
    receivedAt: timestampFromDate(review.receivedAt),
    reason: reviewReasonText(review.reason),
    state: STATES[review.state],
    settledBy: review.settledBy && { kind: ActorKind.USER, ...review.settledBy },
    settledAt: review.settledAt && timestampFromDate(review.settledAt),
    ticketId: review.target?.ticketId,
  };
}
