import type { DescMessage } from '@bufbuild/protobuf';
import {
  EstimateSchema,
  FeedSchema,
  GetJestimoAccountResponseSchema,
  ListEstimatesResponseSchema,
  ListFeedsResponseSchema,
  ListJestimoAccountsResponseSchema,
  ListSendingsResponseSchema,
  SaveJestimoAccountsResponseSchema,
} from '@intervia/contracts';

/** Messages that the routes of Jestimo answer with. */
export const JESTIMO_ANSWERS: readonly DescMessage[] = [
  EstimateSchema,
  FeedSchema,
  GetJestimoAccountResponseSchema,
  ListEstimatesResponseSchema,
  ListFeedsResponseSchema,
  ListJestimoAccountsResponseSchema,
  ListSendingsResponseSchema,
  SaveJestimoAccountsResponseSchema,
];
