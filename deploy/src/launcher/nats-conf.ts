import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface NatsConf {
  /** Where the configuration is written. */
  folder: string;
  /** The users and their permissions, which the containers share. */
  users: string;
  store: string;
  host: string;
  port: number;
  monitorPort: number;
  canSyncAlways: boolean;
}

/** @returns the file; passwords stay in the environment */
export function writeNatsConf(conf: NatsConf): string {
  const file = join(conf.folder, 'nats-server.conf');
  copyFileSync(conf.users, join(conf.folder, 'users.conf'));
  const sync = conf.canSyncAlways ? ', sync_interval: always' : '';
  const lines = [
    `host: ${conf.host}`,
    `port: ${conf.port}`,
    `http: "${conf.host}:${conf.monitorPort}"`,
    'max_payload: 1MB',
    `jetstream: { store_dir: ${JSON.stringify(conf.store)}, max_file_store: 10GB, max_memory_store: 256MB${sync} }`,
    "include 'users.conf'",
  ];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return file;
}
