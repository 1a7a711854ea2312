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
interface PortRange {
  readonly from: number;
  readonly count: number;
}

/** Of servers that are started at once; beside them a platform chooses long before all of it listens, and stays in its own. */
const OF_TESTS: PortRange = { from: 10_000, count: 10_000 };
export const OF_PLATFORMS: PortRange = { from: 20_000, count: 12_000 };
const TRIES = 50;

/** The preferred loopback port when it is free, else any free one. `0` asks for any. */
export async function freePort(preferred = 0, range = OF_TESTS): Promise<number> {
  if (preferred !== 0 && (await tryPort(preferred)) !== undefined) return preferred;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = await tryPort(range.from + randomInt(range.count));
    if (port !== undefined) return port;
  }
  throw new Error('no free port on 127.0.0.1');
}
