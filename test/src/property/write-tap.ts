import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { BSON } from 'mongodb';

const HEADER = 16;
const OP_MSG = 2013;
const COMMAND_AT = HEADER + 5;
const WRITES = new Set(['insert', 'update', 'delete', 'findAndModify', 'bulkWrite']);

/**
 * Stands between a service and its database, and lets a test do something between two writes of the service: the
 * write stands, and the service never hears of it nor does anything after it.
 */
export class WriteTap {
  /** Of the armed job, in the order in which they stand: "insert drafts". */
  readonly writes: string[] = [];
  private readonly sockets = new Set<Socket>();
  private countdown = Infinity;
  private strike: () => void = () => undefined;

  private constructor(
    readonly uri: string,
    private readonly server: Server,
  ) {}

  /** @param uri of a database that speaks on one address, without TLS */
  static async before(uri: string): Promise<WriteTap> {
    const target = new URL(uri);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const tap = new WriteTap(uri.replace(target.host, `127.0.0.1:${port}`), server);
    server.on('connection', (client) => tap.pipe(client, connect(Number(target.port), target.hostname)));
    return tap;
  }

  /** After so many writes from now on, `strike`; Infinity only lists them. */
  arm(writes: number, strike: () => void = () => undefined): void {
    this.writes.splice(0);
    this.countdown = writes;
    this.strike = strike;
  }

  /** Lets everything through, and keeps the list of what stood until now. */
  disarm(): void {
    this.countdown = 0;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private pipe(client: Socket, database: Socket): void {
    const pending = new Map<number, string>();
    const end = (): void => {
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) {
      this.sockets.add(socket);
      socket.on('error', end).on('close', () => {
        this.sockets.delete(socket);
        end();
      });
    }
    eachMessage(client, (message) => {
      const write = writeOf(message);
      if (write) pending.set(message.readInt32LE(4), write);
      database.write(message);
    });
    eachMessage(database, (message) => {
      const write = pending.get(message.readInt32LE(8));
      pending.delete(message.readInt32LE(8));
      if (write && this.isLast(write)) end();
      else client.write(message);
    });
  }

  private isLast(write: string): boolean {
    if (this.countdown <= 0) return false;
    this.writes.push(write);
    this.countdown -= 1;
    if (this.countdown > 0) return false;
    this.strike();
    return true;
  }
}

function eachMessage(socket: Socket, take: (message: Buffer) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= HEADER && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      take(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  });
}

/** "update drafts"; undefined for what writes nothing. */
function writeOf(message: Buffer): string | undefined {
  if (message.readInt32LE(12) !== OP_MSG || message.readUInt8(COMMAND_AT - 1) !== 0) return undefined;
  const command = BSON.deserialize(
    message.subarray(COMMAND_AT, COMMAND_AT + message.readInt32LE(COMMAND_AT)),
  );
  const [name = '', collection] = Object.entries(command)[0] ?? [];
  return WRITES.has(name) ? `${name} ${String(collection)}` : undefined;
}
