import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { ScanUnavailable } from './errors.js';
import { Scanner } from './scanner.js';

/** No byte either way for so long: it hangs. */
const SILENCE_MS = 30_000;
const CHUNK_BYTES = 64 * 1024;
const FOUND = /^stream: (.+) FOUND$/;

/**
 * ClamAV's daemon, by its command INSTREAM (clamd(8)): pieces, each behind its length, an empty one at the end, and one
 * line as the answer. `address`: host:port, or the path of a socket.
 */
export class ClamdScanner extends Scanner {
  constructor(private readonly address: string) {
    super();
  }

  async scan(path: string): Promise<string | undefined> {
    const answer = await this.ask(path).catch((cause: unknown) => {
      throw new ScanUnavailable('no answer', { cause });
    });
    if (answer === 'stream: OK') return undefined;
    const [, virus] = FOUND.exec(answer) ?? [];
    if (virus === undefined) throw new ScanUnavailable(answer);
    return virus;
  }

  private async ask(path: string): Promise<string> {
    const socket = this.connect();
    socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('timeout')));
    const answer = lineOf(socket);
    // A daemon that will not have more of it says so, and closes: its answer counts, not what could not be sent.
    const sent = send(socket, path).catch(() => undefined);
    try {
      return await answer;
    } finally {
      socket.destroy();
      await sent;
    }
  }

  private connect(): Socket {
    if (this.address.startsWith('/')) return connect(this.address);
    const at = this.address.lastIndexOf(':');
    return connect(Number(this.address.slice(at + 1)), this.address.slice(0, at));
  }
}

async function send(socket: Socket, path: string): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const piece of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const bytes = piece as Buffer;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    socket.write(length);
    const isTaken = socket.write(bytes);
    // One that is closed drains no more.
    if (!isTaken && !socket.destroyed) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
    if (socket.destroyed) return;
  }
  socket.write(Buffer.alloc(4));
}

/** All that it says until it ends the line with a NUL or hangs up. */
function lineOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
      const end = said.indexOf('\0');
      if (end >= 0) resolve(said.slice(0, end));
    });
    socket.once('error', reject);
    socket.once('close', () => (said === '' ? reject(new Error('closed')) : resolve(said.trim())));
  });
}
