import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDatabaseUser } from './errands.js';
import { base, folder, HOST, node, type Site } from './site.js';
import * as pulse from './supervision/heartbeat.js';
import { listening } from './supervision/ready.js';
import type { ProcessSpec } from './supervision/supervisor.js';

/** What a server reads its password from: among the arguments, everybody on the machine could read it. */
function secretFile(site: Site, name: string, lines: readonly string[]): string {
  const file = join(folder(site, 'bus'), name);
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''), { mode: 0o600 });
  return file;
}

function redis(site: Site): ProcessSpec {
  const settings = {
    port: site.ports.redis,
    bind: HOST,
    dir: folder(site, 'redis'),
    requirepass: site.secrets.redisPassword,
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key} "${value}"`);
  return {
    name: 'redis',
    command: 'redis-server',
    args: [secretFile(site, 'redis.conf', lines)],
    env: base(site),
    ready: listening(site.ports.redis),
    pulse: pulse.redis(site.ports.redis),
  };
}

/** The user of the database; every service is it, as each has a database of its own. */
const MONGO_USER = 'intervia';

/** `MONGODB_URI` first, a `mongod` on the PATH second, the embedded engine third. */
function mongo(site: Site): ProcessSpec[] {
  if (site.mongoUri) return [];
  const { mongo: port } = site.ports;
  const ready = listening(port);
  if (site.mongod) {
    const args = ['--dbpath', folder(site, 'mongod'), '--port', String(port), '--bind_ip', HOST, '--auth'];
    return [
      {
        name: 'mongo',
        command: site.mongod,
        args,
        env: base(site),
        ready: async (signal) => {
          await ready(signal);
          await makeDatabaseUser(site, mongoUri(site), signal);
        },
        pulse: pulse.mongo(port),
      },
    ];
  }
  const engine = join(site.root, 'libs/embedded-mongo/dist/main.js');
  const credentials = secretFile(site, 'mongo.credentials', [`${MONGO_USER}:${site.secrets.mongoPassword}`]);
  const program = node(
    engine,
    ...['--port', String(port), '--data', folder(site, 'mongo'), '--credentials', credentials],
  );
  return [{ name: 'mongo', ...program, env: base(site), ready, pulse: pulse.mongo(port) }];
}

/** Where the services find their database. */
export function mongoUri({ mongoUri: given, ports, secrets }: Site): string {
  const address = `${HOST}:${ports.mongo}/?directConnection=true`;
  return given ?? `mongodb://${MONGO_USER}:${secrets.mongoPassword}@${address}&authSource=admin`;
}

/** What else the services need. */
export const planStores = (site: Site): ProcessSpec[] => [redis(site), ...mongo(site)];
