import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const PATIENCE_MS = 30_000;
const UPLOAD = /^(multipart\/|application\/x-ndjson)/;

/**
 * A form has so long to arrive whole, an upload so long from one piece to the next: a telephone with many photos may take
 * its time, a connection on which nothing comes is given back.
 */
export function endSlowBodies(fastify: FastifyInstance, patienceMs = PATIENCE_MS): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const { raw } = request;
    if (!hasBody(request)) return;
    const isUpload = UPLOAD.test(request.headers['content-type'] ?? '');
    let read = raw.socket.bytesRead;
    const timer = setInterval(() => {
      if (raw.complete) return clearInterval(timer);
      const moved = raw.socket.bytesRead > read;
      read = raw.socket.bytesRead;
      if (!isUpload || !moved) end(reply, timer);
    }, patienceMs);
    timer.unref();
    raw.once('close', () => clearInterval(timer));
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Nobody waits for an answer to what it does not finish: the status alone, for a proxy's log. */
function end(reply: FastifyReply, timer: NodeJS.Timeout): void {
  clearInterval(timer);
  const { raw } = reply;
  if (!raw.headersSent) {
    reply.hijack();
    raw.writeHead(408, { connection: 'close' });
    raw.end(() => raw.socket?.destroy());
  } else raw.socket?.destroy();
}
