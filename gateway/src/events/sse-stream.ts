import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';

const RETRY_MS = 3_000;
/** A reader who does not read is cut off; it comes back by itself. */
const MOST_UNREAD_BYTES = 1024 * 1024;

/** One open answer of server-sent events. */
export class SseStream {
  private constructor(private readonly response: ServerResponse) {}

  static open(reply: FastifyReply): SseStream {
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      // The connection ends with the stream, so that a stopping gateway need not wait for it.
      connection: 'close',
    });
    reply.raw.write(`retry: ${RETRY_MS}\n\n`);
    return new SseStream(reply.raw);
  }

  /** At once, of a reader who is gone already. */
  onClose(left: () => void): void {
    if (this.response.destroyed) left();
    else this.response.on('close', left);
  }

  tell(event: string, data: object, id?: number): void {
    const head = id === undefined ? '' : `id: ${id}\n`;
    this.write(`${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  beat(): void {
    this.write(': still here\n\n');
  }

  close(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    if (this.response.writableLength > MOST_UNREAD_BYTES) this.response.destroy();
    else this.response.write(text);
  }
}
