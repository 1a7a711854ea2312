import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

type Side = 'question' | 'answer';

/**
 * Stands between a service and its database and stops at a chosen command: before it arrives, or before its answer does. So a
 * test holds a process at one point of its work, and no other.
 */
export class HeldProxy {
  private held?: { words: readonly string[]; side: Side; reached: () => void };
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async before(uri: string): Promise<HeldProxy> {
    const server = createServer();
    const proxy = new HeldProxy(server, new URL(uri));
    server.on('connection', (client) => proxy.pass(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get uri(): string {
    const uri = new URL(this.target);
    uri.hostname = '127.0.0.1';
    uri.port = String((this.server.address() as AddressInfo).port);
    return uri.toString();
  }

  /** Resolves when a command with all these words was stopped; from then on its connection is silent. */
  hold(side: Side, ...words: string[]): Promise<void> {
    return new Promise((reached) => (this.held = { words, side, reached }));
  }

  release(): void {
    this.held = undefined;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private pass(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    let silent = false;
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (bytes) => {
      const { held } = this;
      if (held?.words.every((word) => bytes.includes(word))) {
        silent = true;
        if (held.side === 'answer') server.write(bytes);
        held.reached();
        this.held = undefined;
      } else server.write(bytes);
    });
    // What the stopped command changed is there before anybody looks: the database has answered by then.
    server.on('data', (bytes) => {
      if (!silent) client.write(bytes);
    });
  }
}
