import { loadConfig } from '@intervia/config';
import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ENVIRONMENTS } from './environments.js';
import { SERVICES, type ServiceName } from './launcher/services.js';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface ComposeService {
  image: string;
  command: string[];
  environment?: Record<string, string | number | null>;
  healthcheck?: { test?: string[] };
  volumes?: string[];
}

const text = read('docker-compose.yml');
const { services } = parse(text, { merge: true }) as { services: Record<string, ComposeService> };
const natsConf = read('deploy/nats/nats-server.conf') + read('deploy/nats/users.conf');

/** Variables without which Compose does not start anything. */
const DEMANDED = [...new Set([...text.matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name!))];

/** A secret as the README asks for it, but for what has a shape. */
const dotEnv: Record<string, string> = {
  ...Object.fromEntries(DEMANDED.map((name) => [name, `k${'0123456789'.repeat(4)}`])),
  SMTP_FROM: 'intervia@tilleuls.example',
};

const OPTIONAL: Record<string, string> = {
  SECRETS_KEYS: 'k1:AAAA',
  IMAP_URL: 'imaps://u:p@mail.example:993',
  REPLY_ADDRESS: 'reponses@tilleuls.example',
  REPLY_KEY: 'k'.repeat(32),
  REVIEW_AGENCY: 'tilleuls',
  SMS_CALLBACK_KEY: 'k'.repeat(32),
  SMS_CREDITS_THRESHOLD: '100',
  DKIM_SELECTOR: 'intervia',
  DKIM_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\\nx\\n-----END PRIVATE KEY-----',
  OPERATOR_MAIL: 'exploitation@tilleuls.example',
  OPERATOR_PORT: '9100',
  OPERATOR_TOKEN: 'k'.repeat(16),
};

/** As Compose fills in: `${NAME:?}`, `${NAME:-default}`, and a bare name for what `.env` may hold. */
function environmentOf(service: string, given: Record<string, string>): Record<string, string> {
  const filled = Object.entries(services[service]?.environment ?? {}).map(([name, value]) => {
    if (value === null) return [name, given[name] ?? ''];
    const put = (_: string, variable: string, fallback = '') => given[variable] ?? fallback;
    return [name, String(value).replace(/\$\{(\w+)(?::\?|:-([^}]*))?\}/g, put)];
  });
  return Object.fromEntries(filled) as Record<string, string>;
}

const configOf = (service: ServiceName, given: Record<string, string>) =>
  loadConfig(ENVIRONMENTS[service], environmentOf(service, given)) as Record<string, unknown>;

describe('docker-compose.yml', () => {
  it.each(SERVICES)('gives %s all that its configuration demands, and its own user', (service) => {
    const config = configOf(service, dotEnv);
    expect(config).toMatchObject({ NATS_USER: service, CLOCK: 'system', FILES_DIR: '/data/files' });
    expect(natsConf).toContain(`{ user: ${service}, `);
  });

  it('hands on what is optional', () => {
    const config = configOf('notifications', { ...dotEnv, ...OPTIONAL });
    const told = Object.keys(OPTIONAL).map((name) => [name, String(config[name])]);
    expect(Object.fromEntries(told)).toEqual(OPTIONAL);
    // In its container, 127.0.0.1 would be reached by nobody.
    expect(config['OPERATOR_HOST']).toBe('0.0.0.0');
  });

  it('hands the layouts of conventions to the CAF bridge', () => {
    const given = { ...dotEnv, CAF_LAYOUTS_DIR: '/layouts' };
    expect(configOf('caf-bridge', given)).toMatchObject({ CAF_LAYOUTS_DIR: '/layouts' });
  });

  it('demands nothing that the README does not tell of', () => {
    const readme = read('deploy/README.md');
    const untold = DEMANDED.filter(
      (name) => !name.startsWith('NATS_PASSWORD_') && !readme.includes(`\`${name}\``),
    );
    expect(untold).toEqual([]);
  });

  it('gives NATS the variables of its configuration', () => {
    const wanted = new Set([...natsConf.matchAll(/\$(NATS_\w+)/g)].map(([, name]) => name!));
    expect(Object.keys(services['nats']!.environment!).sort()).toEqual([...wanted].sort());
  });

  it('starts programs that are in the image', () => {
    const programs = Object.values(services).filter(({ image }) => image === 'intervia');
    const files = programs.map(({ command }) => command[1]!);
    const sources = files.map((file) =>
      file.startsWith('node_modules/') ? file : file.replace('/dist/', '/src/').replace(/\.js$/, '.ts'),
    );
    expect(sources.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    // The mail catcher, the demo, the certificates and the streams.
    expect(files).toHaveLength(SERVICES.length + 4);
  });

  it.each(SERVICES)('asks %s for its health where it answers', (service) => {
    const { HEALTH_PORT, PORT } = environmentOf(service, dotEnv);
    const asked = /127\.0\.0\.1:(\d+)\/health'/.exec(services[service]!.healthcheck!.test!.join(' '));
    expect([HEALTH_PORT, PORT]).toContain(asked?.[1]);
  });

  it('lets the gateway speak for every service', () => {
    const watched = String(configOf('gateway', dotEnv)['HEALTH_OF']).split(',');
    expect(watched.filter((name) => !SERVICES.includes(name as ServiceName))).toEqual([]);
    expect(watched.length).toBeGreaterThan(4);
  });

  it('speaks to its servers with a password, over TLS', () => {
    const { MONGODB_URI, REDIS_URL, NATS_CA } = environmentOf('tickets', dotEnv);
    expect(MONGODB_URI).toMatch(/^mongodb:\/\/intervia:k\d+@mongo:27017\/.*tls=true/);
    expect(REDIS_URL).toMatch(/^rediss:\/\/:k\d+@redis:6379$/);
    expect(NATS_CA).toBe('/certs/ca.pem');
    const started = ['mongo', 'redis', 'nats'].map((name) => JSON.stringify(services[name]));
    expect(started.every((text) => text.includes('certs:/certs:ro'))).toBe(true);
  });

  it('keeps the secrets beside it out of the image', () => {
    expect(read('.dockerignore').split('\n')).toContain('.env');
  });
});
