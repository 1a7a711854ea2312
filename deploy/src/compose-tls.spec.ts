import { loadConfig } from '@intervia/config';
import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { BlockList } from 'node:net';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ENVIRONMENTS } from './environments.js';
import { SERVICES } from './launcher/services.js';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Compose {
  services: Record<
    string,
    {
      environment?: Record<string, string>;
      ports?: string[];
      volumes?: string[];
      networks?: string[] | Record<string, { ipv4_address: string }>;
    }
  >;
  networks: Record<string, { ipam: { config: { subnet: string }[] } }>;
}

/** Compose's own tag: this list takes the place of the first file's instead of being added to it. */
const OVERRIDE = { tag: '!override', collection: 'seq' as const, resolve: (list: unknown) => list };

const text = read('deploy/compose.tls.yml');
const overlay = parse(text, { customTags: [OVERRIDE] }) as Compose;
const base = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const caddyfile = read('deploy/caddy/Caddyfile');
const DOMAIN = 'tickets.tilleuls.example';
const environmentOf = (service: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(overlay.services[service]?.environment ?? {}).map(([name, value]) => [
      name,
      value.replace('${DOMAIN:?}', DOMAIN),
    ]),
  );

describe('compose.tls.yml', () => {
  it('adds one door, and changes only what the first file has', () => {
    const added = Object.keys(overlay.services).filter((name) => !(name in base.services));
    expect(added).toEqual(['caddy']);
  });

  it.each(SERVICES)('tells %s the address that people know', (service) => {
    expect(environmentOf(service)['PUBLIC_URL']).toBe(`https://${DOMAIN}`);
  });

  it('opens the ports of the door, and no other of the platform', () => {
    expect(base.services['gateway']!.ports).toHaveLength(1);
    expect(text).toMatch(/gateway:\n +ports: !override \[\]/);
    expect(overlay.services['gateway']!.ports).toHaveLength(0);
    expect(overlay.services['caddy']!.ports).toEqual(['80:80', '443:443', '443:443/udp']);
  });

  it('believes the door alone about who asks', () => {
    const networks = overlay.services['caddy']!.networks as Record<string, { ipv4_address: string }>;
    const address = networks['door']!.ipv4_address;
    expect(Object.keys(networks)).toEqual(['door']);
    expect(overlay.services['gateway']!.networks).toEqual(['default', 'door']);
    const config = loadConfig(ENVIRONMENTS['gateway'], {
      ...{
        NATS_USER: 'gateway',
        NATS_PASSWORD: 'k',
        MONGODB_URI: 'mongodb://mongo',
        CURSOR_SECRET: 'k'.repeat(32),
      },
      ...{ NATS_URL: 'nats://nats:4222', REDIS_URL: 'rediss://redis:6379', FILES_DIR: '/data/files' },
      ...environmentOf('gateway'),
    });
    expect(config).toMatchObject({ TRUST_PROXY: address, PUBLIC_URL: `https://${DOMAIN}` });
    const [network, bits] = overlay.networks['door']!.ipam.config[0]!.subnet.split('/');
    const range = new BlockList();
    range.addSubnet(network!, Number(bits));
    expect(range.check(address)).toBe(true);
  });

  it('sends everything to where the gateway listens', () => {
    const [, host, port] = /reverse_proxy (\S+):(\d+)/.exec(caddyfile)!;
    expect(host).toBe('gateway');
    expect(String(base.services[host!]!.environment!['PORT'])).toBe(port);
  });

  it('mounts a file that is there, and gives it every variable that it reads', () => {
    const [source] = overlay.services['caddy']!.volumes![0]!.split(':');
    expect(existsSync(join(ROOT, source!))).toBe(true);
    const wanted = [...caddyfile.matchAll(/\{\$(\w+)\}/g)].map(([, name]) => name!);
    expect(Object.keys(overlay.services['caddy']!.environment!).sort()).toEqual(wanted.sort());
    expect(wanted.filter((name) => !read('deploy/README.md').includes(`\`${name}\``))).toEqual([]);
  });
});
