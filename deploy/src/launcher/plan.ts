import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LauncherOptions } from './options.js';
import { passwordVariable } from '../nats/users.js';
import * as pulse from './supervision/heartbeat.js';
import { writeNatsConf } from './nats-conf.js';
import { healthy, listening } from './supervision/ready.js';
import { SERVICES, type ServiceName } from './services.js';
import { base, folder, HOST, node, type Site } from './site.js';
import { mongoUri } from './stores.js';
import type { ProcessSpec } from './supervision/supervisor.js';

/** Account of the demo with the local double of OVH; these open nothing outside this machine. */
export const OVH_DEMO = {
  OVH_APP_KEY: 'demo-application-key',
  OVH_APP_SECRET: 'demo-application-secret',
  OVH_CONSUMER_KEY: 'demo-consumer-key',
  OVH_SMS_SERVICE: 'sms-demo-1',
};

function nats(site: Site): ProcessSpec {
  const { ports, secrets } = site;
  const passwords: Record<string, string> = Object.fromEntries(
    Object.entries(secrets.natsPasswords).map(([user, password]) => [passwordVariable(user), password]),
  );
  const conf = writeNatsConf({
    folder: folder(site, 'bus'),
    users: join(site.root, 'deploy/nats/users.conf'),
    store: folder(site, 'nats'),
    host: HOST,
    port: ports.nats,
    monitorPort: ports.natsMonitor,
    canSyncAlways: site.natsSyncsAlways,
  });
  // Over a full disk 2.9 stands still in its streams and says it is healthy; only what asks the streams hangs, too.
  const health = `http://${HOST}:${ports.natsMonitor}/healthz`;
  return {
    name: 'nats',
    command: 'nats-server',
    args: ['-c', conf],
    env: { ...base(site), ...passwords },
    ready: healthy(health),
    pulse: pulse.httpOk(`http://${HOST}:${ports.natsMonitor}/jsz`),
  };
}

function mailCatcher(site: Site): ProcessSpec {
  const { smtp, mailPage } = site.ports;
  const program = fileURLToPath(new URL('bin/maildev.js', import.meta.resolve('maildev')));
  return {
    name: 'mail',
    ...node(program, '-s', String(smtp), '-w', String(mailPage), '--ip', HOST, '--web-ip', HOST),
    env: { ...base(site), MAILDEV_MAIL_DIRECTORY: folder(site, 'mail') },
    ready: listening(smtp),
    pulse: pulse.smtp(smtp),
  };
}

function smsDouble(site: Site): ProcessSpec {
  const { keyFile, certFile } = site.certificate;
  const program = join(site.root, 'test/dist/doubles/ovh/main.js');
  const args = [
    '--port',
    String(site.ports.sms),
    '--data',
    folder(site, 'sms'),
    '--key',
    keyFile,
    '--cert',
    certFile,
  ];
  return {
    name: 'sms',
    ...node(program, ...args),
    env: { ...base(site), ...OVH_DEMO },
    ready: listening(site.ports.sms),
    pulse: pulse.tls(site.ports.sms),
  };
}

function jestimoDouble(site: Site): ProcessSpec {
  const { jestimo } = site.ports;
  const program = join(site.root, 'test/dist/doubles/jestimo/main.js');
  return {
    name: 'jestimo',
    ...node(program, '--port', String(jestimo), '--data', folder(site, 'jestimo')),
    env: base(site),
    ready: listening(jestimo),
    pulse: pulse.http(`http://${HOST}:${jestimo}/geocodage/search`),
  };
}

/** What every service is told, and what only some need; each app validates its own. */
function serviceEnv(site: Site, service: ServiceName): Record<string, string> {
  const { ports, secrets, options, certificate } = site;
  const publicUrl = `http://localhost:${ports.gateway}`;
  return {
    ...base(site),
    ...OVH_DEMO,
    NATS_URL: `nats://${HOST}:${ports.nats}`,
    NATS_USER: service,
    NATS_PASSWORD: secrets.natsPasswords[service],
    MONGODB_URI: mongoUri(site),
    REDIS_URL: `redis://:${secrets.redisPassword}@${HOST}:${ports.redis}`,
    FILES_DIR: join(options.dataDir, 'files'),
    CAF_FOLDERS_DIR: join(options.dataDir, 'caf'),
    CLOCK: 'movable',
    // The demo agencies have no other mobiles.
    FICTIONAL_MOBILES: 'true',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
    PORT: String(ports.gateway),
    PUBLIC_URL: publicUrl,
    HEALTH_OF: SERVICES.filter((name) => name !== 'gateway').join(','),
    ...(process.env['MIN_FREE_MB'] ? { MIN_FREE_MB: process.env['MIN_FREE_MB'] } : {}),
    PORTAL_SECRET: secrets.portalSecret,
    CURSOR_SECRET: secrets.cursorSecret,
    HISTORY_KEY: secrets.historyKey,
    ANCHORS_DIR: join(options.dataDir, 'anchors'),
    SECRETS_KEYS: secrets.sealingKey,
    OPERATOR_PORT: String(ports.queues),
    OPERATOR_TOKEN: secrets.operatorToken,
    // The doubles of the demo's outside companies are on this machine.
    OUTSIDE_ALLOWED: '127.0.0.0/8,::1',
    SMTP_FROM: 'intervia@localhost.example',
    SMTP_URL: `smtp://${HOST}:${ports.smtp}`,
    JESTIMO_URL: `http://${HOST}:${ports.jestimo}/v1`,
    GEOCODER_URL: `http://${HOST}:${ports.jestimo}/geocodage`,
    OVH_HOST: 'localhost',
    OVH_PORT: String(ports.sms),
    OVH_BASE_PATH: '/1.0',
    NODE_EXTRA_CA_CERTS: certificate.caFile,
    NODE_ENV: 'production',
  };
}

const SERVICE_FOLDER = (service: ServiceName): string =>
  service === 'gateway' ? service : `services/${service}`;

/** A replica is ready when it runs; the gateway, started last, answers for the whole chain. */
const readyOf = (site: Site, service: ServiceName): ProcessSpec['ready'] =>
  service === 'gateway' ? healthy(`http://${HOST}:${site.ports.gateway}/health`) : () => Promise.resolve();

const replicaName = (service: ServiceName, index: number): string =>
  index === 0 ? service : `${service}-${index + 1}`;

/** The names of the processes that services run in when each has its own. */
export const processNames = ({ replicas }: LauncherOptions): readonly string[] =>
  SERVICES.flatMap((service) =>
    Array.from({ length: replicas[service] }, (_, index) => replicaName(service, index)),
  );

function replica(site: Site, service: ServiceName, index: number): ProcessSpec {
  const name = replicaName(service, index);
  const healthPort = site.healthPorts[name] ?? 0;
  return {
    name,
    ...node(join(site.root, SERVICE_FOLDER(service), 'dist/main.js')),
    env: {
      ...serviceEnv(site, service),
      HEALTH_PORT: String(healthPort),
      // Replicas share the queues: the board of one shows them all.
      ...(index > 0 ? { OPERATOR_PORT: '0' } : {}),
    },
    ready: readyOf(site, service),
    pulse: pulse.http(`http://${HOST}:${healthPort}/health`),
  };
}

function splitServices(site: Site): ProcessSpec[] {
  return SERVICES.flatMap((service) =>
    Array.from({ length: site.options.replicas[service] }, (_, index) => replica(site, service, index)),
  );
}

/** There once bus and stores can be used: the services are loaded meanwhile, which takes longer than all else of a start. */
export const openedFile = ({ options }: Site): string => join(options.dataDir, 'bus', 'opened');

/** Every service in one process; each still gets its own environment and its own NATS user. */
function oneProcess(site: Site): ProcessSpec {
  const environments = Object.fromEntries(SERVICES.map((service) => [service, serviceEnv(site, service)]));
  return {
    name: 'platform',
    ...node(join(site.root, 'deploy/dist/platform/main.js')),
    env: {
      ...base(site),
      NODE_EXTRA_CA_CERTS: site.certificate.caFile,
      NODE_ENV: 'production',
      SERVICE_ENVS: JSON.stringify(environments),
      BOOT_WHEN: openedFile(site),
    },
    ready: readyOf(site, 'gateway'),
    pulse: pulse.http(`http://${HOST}:${site.ports.gateway}/health`),
  };
}

/** The bus comes first: streams and durables are made on it before a service looks for them. */
export const planBus = nats;

/** Doubles of what is outside of the platform, which a service waits for without harm. */
export const planOutside = (site: Site): ProcessSpec[] => [
  mailCatcher(site),
  smsDouble(site),
  jestimoDouble(site),
];

export const planServices = (site: Site): ProcessSpec[] =>
  site.options.split ? splitServices(site) : [oneProcess(site)];
