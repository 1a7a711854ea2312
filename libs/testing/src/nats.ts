import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningServer } from './process-server.js';
import { startServer } from './process-server.js';

/** A real nats-server with JetStream. @param syncs each fact is on the disk before its publisher hears so (2.10 and later) */
export async function startNats({ syncs = false } = {}): Promise<RunningServer> {
  const { port, ...server } = await startServer({
    command: 'nats-server',
    args: (port, dataDir) => [
      ...['--addr', '127.0.0.1', '--port', String(port)],
      ...(syncs ? ['--config', syncing(dataDir)] : ['--jetstream', '--store_dir', dataDir]),
    ],
  });
  return { url: `nats://127.0.0.1:${port}`, ...server };
}

/** No flag says it. */
function syncing(dataDir: string): string {
  const file = join(dataDir, 'nats.conf');
  writeFileSync(file, `jetstream: { store_dir: ${JSON.stringify(dataDir)}, sync_interval: always }\n`);
  return file;
}
