import type { Socket } from 'node:net';
import { messageLength, readRequest, type Request, writeReply } from './message.js';

/** Beyond this many unanswered bytes of one connection, its socket is not read. */
const MAX_WAITING_BYTES = 1024 * 1024;

export type Answer = (request: Request) => Promise<Buffer>;

/** The bytes received so far, cut into messages. */
class Inbox {
  private chunks: Buffer[] = [];
  size = 0;

  add(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.size += chunk.length;
  }

  /** The next whole message, if it has arrived. */
  next(): Buffer | undefined {
    if (this.size < 4) return undefined;
    if ((this.chunks[0] as Buffer).length < 4) this.join();
    const length = messageLength(this.chunks[0] as Buffer);
    if (length === undefined || this.size < length) return undefined;
    const bytes = this.join();
    this.chunks = bytes.length > length ? [bytes.subarray(length)] : [];
    this.size = bytes.length - length;
    return bytes.subarray(0, length);
  }

  private join(): Buffer {
    const bytes = this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks);
    this.chunks = [bytes];
    return bytes;
  }
}

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.once('drain', done);
    socket.once('close', done);
  });

/** Answers the messages of one socket, one after the other, and no faster than the client reads. */
export class Connection {
  private readonly inbox = new Inbox();
  private working: Promise<void> | undefined;
  private closing = false;

  constructor(
    private readonly socket: Socket,
    private readonly answer: Answer,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    // Whatever broke it, a broken connection is over; 'close' follows.
    socket.on('error', () => socket.destroy());
  }

  /** Finishes the request in hand, and no further one. */
  async close(): Promise<void> {
    this.closing = true;
    await this.working;
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.inbox.add(chunk);
    if (this.working) {
      if (this.inbox.size > MAX_WAITING_BYTES) this.socket.pause();
      return;
    }
    this.working = this.work()
      // A message that is none ends this connection, and only this one.
      .catch(() => {
        this.socket.destroy();
      })
      .finally(() => {
        this.working = undefined;
      });
  }

  private async work(): Promise<void> {
    for (let bytes = this.inbox.next(); bytes && !this.closing; bytes = this.inbox.next()) {
      const request = readRequest(bytes);
      const reply = await this.answer(request);
      if (this.socket.isPaused() && this.inbox.size <= MAX_WAITING_BYTES) this.socket.resume();
      if (request.isSilent || this.socket.destroyed) continue;
      if (!this.socket.write(writeReply(request, reply))) await drained(this.socket);
    }
    this.socket.resume();
  }
}
