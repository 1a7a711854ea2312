import type { RunningServer } from './process-server.js';
import { startServer } from './process-server.js';

/** A real redis-server that appends every write to a file. */
export async function startRedis(): Promise<RunningServer> {
  const { port, ...server } = await startServer({
    command: 'redis-server',
    args: (port, dataDir) => [
      ...['--bind', '127.0.0.1', '--port', String(port), '--dir', dataDir],
      ...['--appendonly', 'yes', '--appendfsync', 'always', '--save', '', '--maxmemory-policy', 'noeviction'],
    ],
  });
  return { url: `redis://127.0.0.1:${port}`, ...server };
}
