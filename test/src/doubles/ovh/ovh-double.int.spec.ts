import { SystemClock } from '@intervia/clock';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ensureCertificate } from '../certificate.js';
import type { OvhDouble } from './ovh-double.js';
import { DEMO_ACCOUNT, startOvhDouble } from './ovh-double.js';
import { signatureOf } from './signature.js';

const clock = new SystemClock();

const JOB = { message: 'Bonjour', receivers: ['+33612345678', '12'], sender: 'TILLEULS', tag: 'tag-1' };

describe('the OVH double', () => {
  const folder = mkdtempSync(join(tmpdir(), 'intervia-ovh-double-'));
  let tls: { key: Buffer; cert: Buffer };
  let agent: Agent;
  let double: OvhDouble;

  beforeAll(async () => {
    const { caFile, keyFile, certFile } = await ensureCertificate(join(folder, 'tls'));
    tls = { key: readFileSync(keyFile), cert: readFileSync(certFile) };
    agent = new Agent({ ca: readFileSync(caFile) });
    double = await startOvhDouble({ port: 0, dataDir: folder, tls });
  });

  afterAll(async () => {
    agent.destroy();
    await double.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const call = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; body: unknown }>((resolve, reject) => {
      const payload = body === undefined ? '' : JSON.stringify(body);
      const sent = request(`${double.url}${path}`, {
        method,
        agent,
        headers: { 'content-type': 'application/json', ...headers },
      });
      sent.on('error', reject);
      sent.on('response', (response) => {
        void text(response).then((answer) =>
          resolve({ status: response.statusCode ?? 0, body: answer && JSON.parse(answer) }),
        );
      });
      sent.end(payload);
    });

  const signed = (
    method: string,
    path: string,
    body?: unknown,
    at = Math.floor(clock.now().getTime() / 1000),
  ) => {
    const timestamp = String(at);
    const payload = body === undefined ? '' : JSON.stringify(body);
    const signature = signatureOf(
      DEMO_ACCOUNT,
      { method, host: `localhost:${double.port}`, path, body: payload },
      timestamp,
    );
    return call(method, path, body, {
      'X-Ovh-Application': DEMO_ACCOUNT.appKey,
      'X-Ovh-Consumer': DEMO_ACCOUNT.consumerKey,
      'X-Ovh-Timestamp': timestamp,
      'X-Ovh-Signature': signature,
    });
  };

  const jobs = `/1.0/sms/${DEMO_ACCOUNT.service}/jobs`;
  const outgoing = `/1.0/sms/${DEMO_ACCOUNT.service}/outgoing`;

  it('tells its time to anyone', async () => {
    const { status, body } = await call('GET', '/1.0/auth/time', undefined);
    expect(status).toBe(200);
    expect(Math.abs(Number(body) - clock.now().getTime() / 1000)).toBeLessThan(10);
  });

  it('takes a signed job, names the numbers it cannot reach, and finds it again by tag and id', async () => {
    const { status, body } = await signed('POST', jobs, JOB);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      validReceivers: ['+33612345678'],
      invalidReceivers: ['12'],
      totalCreditsRemoved: 1,
    });
    const { ids } = body as { ids: number[] };
    expect((await signed('GET', `${outgoing}?tag=tag-1`)).body).toEqual(ids);
    expect((await signed('GET', `${outgoing}/${ids[0]}`)).body).toMatchObject({
      receiver: '+33612345678',
      ptt: 4,
    });
    expect((await signed('GET', `${outgoing}?tag=other`)).body).toEqual([]);
  });

  it.each([
    ['no signature', { 'X-Ovh-Application': DEMO_ACCOUNT.appKey }],
    ['another application', { 'X-Ovh-Application': 'other' }],
    [
      'a signature of something else',
      {
        'X-Ovh-Application': DEMO_ACCOUNT.appKey,
        'X-Ovh-Consumer': DEMO_ACCOUNT.consumerKey,
        'X-Ovh-Timestamp': String(Math.floor(clock.now().getTime() / 1000)),
        'X-Ovh-Signature': '$1$0000000000000000000000000000000000000000',
      },
    ],
  ])('refuses %s', async (_name, headers) => {
    const accepted = double.messages().length;
    const { status } = await call('POST', jobs, JOB, headers);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(double.messages()).toHaveLength(accepted);
  });

  it('refuses an old signature and an unknown sender', async () => {
    expect((await signed('POST', jobs, JOB, 1_700_000_000)).status).toBe(400);
    expect((await signed('POST', jobs, { ...JOB, sender: 'Too long a sender' })).status).toBe(400);
  });

  it('fails as it is told, once', async () => {
    double.injectFault('too-many-requests');
    expect((await signed('POST', jobs, JOB)).status).toBe(429);
    expect((await signed('POST', jobs, JOB)).status).toBe(200);
    double.injectFault('drop-after-acceptance');
    const before = double.messages().length;
    await expect(signed('POST', jobs, JOB)).rejects.toThrow();
    expect(double.messages()).toHaveLength(before + 1);
  });

  it('remembers after a restart what it accepted, and forgets half a line', async () => {
    const accepted = [...double.messages()];
    await double.stop();
    appendFileSync(join(folder, 'sms.jsonl'), '[{"id":99,"tag":"torn');
    double = await startOvhDouble({ port: 0, dataDir: folder, tls });
    expect(double.messages()).toEqual(accepted);
    await signed('POST', jobs, JOB);
    expect(double.messages()).toHaveLength(accepted.length + 1);
  });
});
