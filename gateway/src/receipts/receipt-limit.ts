import type { RateLimitOptions } from '@fastify/rate-limit';

/** A campaign's receipts come in bursts; guessing a secret of 256 bits does not get far at this pace either. */
export const RECEIPT_LIMIT: RateLimitOptions = {
  max: 1_200,
  timeWindow: '1 minute',
  keyGenerator: (request) => request.ip,
};
