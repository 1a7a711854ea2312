import type { RateLimitOptions } from '@fastify/rate-limit';
import { AppError } from '@intervia/messaging';
import type { FastifyRequest } from 'fastify';

/** Counted per replica: a brake on guessing, in front of the directory's own count per account. */
export const SIGN_IN_LIMIT: RateLimitOptions = {
  max: 30,
  timeWindow: '1 minute',
  keyGenerator: (request) => request.ip,
};

/** A contractor's page, its documents and its forms: one address on one link. */
export const LINK_LIMIT: RateLimitOptions = {
  max: 60,
  timeWindow: '1 minute',
  keyGenerator: (request) => `${request.ip} ${tokenOf(request)}`,
};

export class TooManyRequests extends AppError {
  constructor() {
    super('TOO_MANY_REQUESTS', 'unavailable');
  }
}

function tokenOf(request: FastifyRequest): string {
  return (request.params as { token?: string }).token ?? '';
}
