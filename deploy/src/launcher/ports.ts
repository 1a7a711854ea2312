import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

/**
 * Below those that the system gives to outgoing connections (Linux: 32768 and up): a port is chosen a while before its
 * process listens on it, and none of them may be taken meanwhile.
 */
const QUIET = { from: 20_000, count: 12_000 };
const TRIES = 50;

/** The preferred loopback port when it is free, else any free one. `0` asks for any. */
export async function freePort(preferred: number): Promise<number> {
  if (preferred !== 0 && (await tryPort(preferred)) !== undefined) return preferred;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = await tryPort(QUIET.from + randomInt(QUIET.count));
    if (port !== undefined) return port;
  }
  throw new Error('no free port on 127.0.0.1');
}
