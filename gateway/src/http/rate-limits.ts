import type { RateLimitOptions } from '@fastify/rate-limit';
import { AppError } from '@intervia/messaging';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Counted per replica: a brake on flooding. Guessing is the directory's to count, by account, browser and place; a whole
 * agency behind one address signs in here in one minute of the morning.
 */
export const SIGN_IN_LIMIT: RateLimitOptions = {
  max: 300,
  timeWindow: '1 minute',
  keyGenerator: (request) => request.ip,
};

/** What a client sends, counted per address: a brake on flooding an agency with requests and files. */
export const CLIENT_LIMIT: RateLimitOptions = {
  max: 30,
  timeWindow: '1 minute',
  keyGenerator: (request) => request.ip,
};

/** Trying accounts of mail servers: what they answer would otherwise tell what is where. */
export const TEST_LIMIT: RateLimitOptions = {
  max: 10,
  timeWindow: '1 minute',
  keyGenerator: (request) => request.ip,
};

/** A contractor's page, its documents and its forms: one address on one link. */
export const LINK_LIMIT: RateLimitOptions = {
  max: 60,
  timeWindow: '1 minute',
  keyGenerator: (request) => `${request.ip} ${tokenOf(request)}`,
};

/** Its thumbnails: some twenty on each look at a page. */
export const PREVIEW_LIMIT: RateLimitOptions = { ...LINK_LIMIT, max: 300 };

/** One address at all of a kind: on links, where an office of contractors stays far below; with keys, where many posts of LSC poll. */
const MOST_A_MINUTE: Readonly<Record<string, number>> = { '/i/': 600, '/lsc/': 1_200 };

export class TooManyRequests extends AppError.of('TOO_MANY_REQUESTS', 'unavailable') {}

/** The plugin takes one limit per route: trying many links or keys from one address is counted here. */
export function brakeOnAddress(fastify: FastifyInstance): void {
  for (const [base, max] of Object.entries(MOST_A_MINUTE)) {
    const check = fastify.createRateLimit({
      max,
      timeWindow: '1 minute',
      keyGenerator: ({ ip }) => `${base} ${ip}`,
    });
    fastify.addHook('onRequest', async (request) => {
      if (!request.url.startsWith(base)) return;
      const { isAllowed, ...count } = await check(request);
      if (!isAllowed && 'isExceeded' in count && count.isExceeded) throw new TooManyRequests();
    });
  }
}

function tokenOf(request: FastifyRequest): string {
  return (request.params as { token?: string }).token ?? '';
}
