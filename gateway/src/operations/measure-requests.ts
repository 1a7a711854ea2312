import type { Metrics } from '@intervia/observability';
import { METRICS } from '@intervia/observability';
import type { FastifyInstance } from 'fastify';

/** Every answer, by route and not by address, so that the series stay few. */
export function measureRequests(fastify: FastifyInstance, metrics: Metrics): void {
  const durations = metrics.durations(METRICS.httpDuration);
  fastify.addHook('onResponse', async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
    };
    durations.observe(labels, reply.elapsedTime / 1000);
  });
}
