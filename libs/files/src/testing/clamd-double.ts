import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What every scanner finds, though it does nothing (eicar.org); in two parts, or scanners would find this file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const COMMAND = 'zINSTREAM\0';

/** Speaks clamd's INSTREAM, as its manual page has it, and finds EICAR. */
export class ClamdDouble {
  /** How many bytes each stream had. */
  readonly seen: number[] = [];
  private always: string | undefined;

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.serve(socket));
  }

  static async start(): Promise<ClamdDouble> {
    const server = createServer();
    const double = new ClamdDouble(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return double;
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Whatever comes; empty: it hangs up. */
  answers(line: string): void {
    this.always = line;
  }

  async stop(): Promise<void> {
    if (this.server.listening) await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    let bytes = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      const content = streamed(bytes);
      if (content === undefined) return;
      this.seen.push(content.length);
      const found = content.includes(EICAR) ? 'stream: Eicar-Signature FOUND' : 'stream: OK';
      const line = this.always ?? found;
      socket.end(line === '' ? '' : `${line}\0`);
    });
  }
}

/** What was streamed, once the empty piece came. */
function streamed(bytes: Buffer): Buffer | undefined {
  if (bytes.length < COMMAND.length) return undefined;
  if (bytes.toString('latin1', 0, COMMAND.length) !== COMMAND) throw new Error('not INSTREAM');
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
