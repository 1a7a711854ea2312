import type { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';

/** A connection that outlives any outage of its server and says so in the log. */
export function openRedis(url: string, logger: Logger): Redis {
  const client = new Redis(url, {
    // BullMQ asks for it: its blocking commands last longer than any retry.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  client.on('error', (error) => logger.warn({ err: error }, 'Redis'));
  return client;
}
