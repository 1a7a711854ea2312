import type { FastifyInstance } from 'fastify';

export const NDJSON = 'application/x-ndjson';

/** A body of lines is not gathered: its reader takes it as it comes. */
export function takeLines(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(NDJSON, (_request, payload, done) => done(null, payload));
}
