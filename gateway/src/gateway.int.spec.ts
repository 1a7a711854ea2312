import type { RunningServer } from '@intervia/testing';
import { eventually, freePort, startNats } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import request from 'supertest';
import { bootGateway } from './boot.js';
import { bodyOf } from './testing/body-of.js';
import type { House } from './testing/house.js';
import { as, CLAIRE, envOf, openHouse } from './testing/house.js';

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

const PAGE = '<!doctype html><title>Intervia</title>';
const SCRIPT = 'console.log(1)';

describe('the gateway', () => {
  let house: House;
  let webDir: string;
  let healthPort: number;

  beforeAll(async () => {
    healthPort = await freePort();
    webDir = await mkdtemp(join(tmpdir(), 'intervia-web-'));
    await mkdir(join(webDir, 'assets'));
    await writeFile(join(webDir, 'index.html'), PAGE);
    await writeFile(join(webDir, 'assets/index-B2x.js'), SCRIPT);
    await writeFile(join(webDir, 'assets/index-B2x.js.br'), brotliCompressSync(SCRIPT));
    house = await openHouse({ WEB_DIR: webDir, HEALTH_PORT: healthPort });
  });

  afterAll(async () => {
    await house.close();
    await rm(webDir, { recursive: true });
  });

  const get = (path: string) => request(house.url).get(path);

  describe('serves the extranet', () => {
    it.each(['/', '/tickets', '/tickets/1b2c?search=fuite'])('%s is a screen', async (path) => {
      const answer = await get(path)
        .expect(200)
        .expect('content-type', /^text\/html/);
      expect(answer.text).toBe(PAGE);
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers['content-security-policy']).toMatch(/^default-src 'self';script-src 'self';/);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['strict-transport-security']).toBeUndefined();
    });

    it('with assets that never change, compressed beforehand', async () => {
      const answer = await get('/assets/index-B2x.js').set('accept-encoding', 'br').expect(200);
      expect(answer.headers).toMatchObject({
        'content-encoding': 'br',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': expect.stringMatching(/javascript/),
      });
      await get('/assets/index-B2x.js').set('accept-encoding', 'identity').expect(200, SCRIPT);
    });

    it.each(['/assets/gone.js', '/api/nothing', '/api', '/..%2f..%2fetc/passwd.txt', '/%E0%A4%A.js'])(
      'and no file at %s',
      async (path) => {
        const answer = await get(path);
        expect([400, 403, 404]).toContain(answer.status);
        expect(answer.text).not.toContain('root:');
        expect(answer.headers['content-type']).toMatch(/problem\+json/);
      },
    );
  });

  it('describes itself', async () => {
    const page = await get('/docs').expect(200).expect('content-type', /html/);
    expect(page.text).not.toMatch(/<script>(?!\s*<\/script>)/);
    await get('/docs/swagger-ui-init.js').expect(200);
    await get('/docs/swagger-ui-bundle.js').expect(200);
    const body = bodyOf(await get('/docs-json').expect(200));
    expect(body.paths['/api/tickets']?.post?.responses['201']?.content['application/json']?.schema).toEqual({
      $ref: '#/components/schemas/Ticket',
    });
    expect(body.components.schemas.Ticket?.properties.status).toMatchObject({
      $ref: '#/components/schemas/Status',
    });
    expect(body.components.schemas.Status?.enum).toContain('WORK_ORDER_SENT');
    expect(JSON.stringify(body)).not.toContain('"password":{"type":"string"},"id"');
  });

  it('leaves no reference of its document open', async () => {
    const body = bodyOf(await get('/docs-json').expect(200));
    const references = new Set(JSON.stringify(body).match(/#\/components\/schemas\/\w+/g));
    const missing = [...references].filter(
      (reference) => !(reference.split('/').at(-1) ?? '' in body.components.schemas),
    );
    expect(missing).toEqual([]);
  });

  it('measures its answers by route, and shows it on the health port alone', async () => {
    await get('/api/tickets?module=SYNDIC').set(as(CLAIRE)).expect(200);
    const measure = /http_request_duration_seconds_count\{.*route="\/api\/tickets".*status="200".*\} \d/;
    const { text } = await request(`http://127.0.0.1:${healthPort}`).get('/metrics').expect(200);
    expect(text).toMatch(measure);
    expect((await get('/metrics')).text).not.toMatch(measure);
  });

  it('refuses methods and bodies that no route takes', async () => {
    const answer = await request(house.url).put('/api/tickets').set(as(CLAIRE)).send({}).expect(404);
    expect(bodyOf(answer).code).toBe('NOT_FOUND');
    const large = { subject: 'x'.repeat(2 * 1024 * 1024) };
    const refused = await request(house.url).post('/api/tickets').set(as(CLAIRE)).send(large).expect(413);
    expect(bodyOf(refused).code).toBe('PAYLOAD_TOO_LARGE');
  });

  it('drops the prototype of a body', async () => {
    const body = '{"mail":"a","password":"b","__proto__":{"admin":true}}';
    const answer = await request(house.url).post('/api/session').type('json').send(body).expect(400);
    expect(bodyOf(answer).code).toBe('MALFORMED_JSON');
  });

  describe('without the services behind it', () => {
    let alone: RunningServer;
    let gateway: NestFastifyApplication;
    let url: string;

    beforeAll(async () => {
      alone = await startNats();
      gateway = await bootGateway(envOf({ NATS_URL: alone.url, FILES_DIR: house.filesDir }));
      url = await gateway.getUrl();
    });

    afterAll(async () => {
      await gateway.close();
      await alone.stop();
    });

    it('answers 503 in bounded time, in the form each reader understands', async () => {
      const [api, page] = await Promise.all([
        request(url).get('/api/session').set(as(CLAIRE)),
        request(url).get('/i/some-link'),
      ]);
      expect(api.status).toBe(503);
      expect(api.body).toMatchObject({
        code: 'SERVICE_UNAVAILABLE',
        title: 'Service momentanément indisponible',
      });
      expect(api.headers['retry-after']).toBe('5');
      expect(page.status).toBe(503);
      expect(page.text).toContain('<html lang="fr">');
    });

    it('is healthy as long as the bus is', async () => {
      const health = async (status: number) => {
        const answer = await request(url).get('/health');
        return answer.status === status ? (answer.body as unknown) : undefined;
      };
      const patience = { timeoutMs: 30_000 };
      expect(await eventually(() => health(200), patience)).toEqual({ status: 'up', checks: { nats: 'up' } });
      await alone.kill();
      expect(await eventually(() => health(503), patience)).toEqual({
        status: 'down',
        checks: { nats: 'down' },
      });
      await alone.restart();
      await eventually(() => health(200), patience);
    });
  });
});
