import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { HealthRegistry } from './health-registry.js';
import { ObservabilityModule } from './observability.module.js';

// Real servers on a busy machine.
jest.setTimeout(60_000);

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

let app: INestApplicationContext;
let url: string;

beforeEach(async () => {
  const healthPort = await freePort();
  url = `http://127.0.0.1:${healthPort}`;
  const module = ObservabilityModule.forRoot({ service: 'tickets', healthPort });
  app = await NestFactory.createApplicationContext(module, { logger: false });
});

afterEach(() => app.close());

describe('the health port', () => {
  it('tells that all is up', async () => {
    app.get(HealthRegistry).register('mongodb', async () => undefined);
    const answer = await fetch(`${url}/health`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'up', checks: { mongodb: 'up' } });
  });

  it('tells what is down, but not why', async () => {
    app.get(HealthRegistry).register('mongodb', () => Promise.reject(new Error('mongodb://secret refused')));
    app.get(HealthRegistry).register('nats', async () => undefined);
    const answer = await fetch(`${url}/health`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: 'down', checks: { mongodb: 'down', nats: 'up' } });
  });

  it('is alive whatever is away, and ready while what it needs itself is there', async () => {
    const registry = app.get(HealthRegistry);
    registry.register('nats', async () => undefined);
    registry.register('caf-bridge', () => Promise.reject(new Error('does not answer')), 'platform');
    const status = async (page: string) => (await fetch(`${url}/${page}`)).status;
    expect([await status('live'), await status('ready'), await status('health')]).toEqual([200, 200, 503]);
    registry.register('nats', () => Promise.reject(new Error('away')));
    expect([await status('live'), await status('ready')]).toEqual([200, 503]);
  });

  it('gives the metrics of this app', async () => {
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toMatch(/process_cpu_user_seconds_total\{service="tickets"\}/);
  });

  it('serves nothing else', async () => {
    expect((await fetch(`${url}/`)).status).toBe(404);
  });
});
