import type { RunningServer } from './process-server.js';
import { startServer } from './process-server.js';

/** A real nats-server with JetStream. */
export async function startNats(): Promise<RunningServer> {
  const { port, ...server } = await startServer({
    command: 'nats-server',
    args: (port, dataDir) => [
      '--addr',
      '127.0.0.1',
      '--port',
      String(port),
      '--jetstream',
      '--store_dir',
      dataDir,
    ],
  });
  return { url: `nats://127.0.0.1:${port}`, ...server };
}
