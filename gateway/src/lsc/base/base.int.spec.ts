import { AppError } from '@intervia/messaging';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { KEY, SCOPELESS_KEY } from '../../testing/fakes/fake-api-keys.js';
import type { House } from '../../testing/house.js';
import { openHouse } from '../../testing/house.js';

// Real servers on a machine that may be busy.
jest.setTimeout(120_000);

interface Line {
  line?: number;
  status?: string;
  code?: string;
  done?: boolean;
  resumeAfter?: number;
}

describe('the base of an agency, line by line', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    await house.close();
  });

  async function send(
    body: string | Buffer,
    { query = '', key = KEY, ...headers }: Record<string, string> = {},
  ) {
    const answer = await fetch(`${house.url}/lsc/v1/base${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson', ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    const text = await answer.text();
    const lines = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
    return { status: answer.status, lines, end: lines.at(-1) ?? {} };
  }
  const party = (n: number, more: object = {}) =>
    JSON.stringify({
      op: 'upsert',
      type: 'party',
      id: `p${String(n)}`,
      version: 1,
      data: { name: 'X' },
      ...more,
    });
  const many = (count: number, of = party) => Array.from({ length: count }, (_, n) => of(n + 1)).join('\n');

  it('is answered in order, a refused line keeping nobody out', async () => {
    const { status, lines, end } = await send(
      `${party(1)}\r\n\n{\n${party(2)}\n${party(3, { version: 0 })}\n`,
    );
    expect(status).toBe(200);
    expect(lines.slice(0, -1)).toMatchObject([
      { line: 1, id: 'p1', status: 'STORED' },
      { line: 3, status: 'REFUSED', code: 'MALFORMED_JSON', detail: expect.any(String) },
      { line: 4, id: 'p2', status: 'STORED' },
      { line: 5, id: 'p3', status: 'REFUSED', code: 'VERSION_EXPECTED' },
    ]);
    expect(end).toMatchObject({ done: true });
  });

  it('goes on from the line after which it is resumed', async () => {
    const { lines } = await send(many(2), { query: '?import=night&after=500' });
    expect(lines.map(({ line }) => line)).toEqual([501, 502, undefined]);
    expect(house.state.lastCall('importLines')).toMatchObject({
      importId: 'night',
      agencyId: 'a',
      lastLine: 502,
    });
  });

  it('takes gzip, and stores what came before it was cut', async () => {
    const packed = gzipSync(many(5_000, (n) => party(n, { data: { name: String(n * 7919) } })));
    expect((await send(packed, { 'content-encoding': 'gzip' })).end).toMatchObject({ done: true });
    const { lines, end } = await send(packed.subarray(0, packed.length / 2), { 'content-encoding': 'gzip' });
    expect(lines.length).toBeGreaterThan(100);
    expect(end).toMatchObject({ done: false, code: 'IMPORT_BODY_BROKEN', resumeAfter: lines.at(-2)?.line });
    const nothing = await send('no gzip', { 'content-encoding': 'gzip' });
    expect([nothing.status, nothing.end.code]).toEqual([400, 'IMPORT_BODY_BROKEN']);
  });

  it('passes over a line of 5 MB, and answers 10,000 faulty ones', async () => {
    const long = party(1, { data: { name: 'x'.repeat(5 * 1024 * 1024) } });
    const { lines } = await send(`${party(1)}\n${long}\n${party(2)}`);
    expect(lines.map(({ status, code }) => code ?? status)).toEqual([
      'STORED',
      'LINE_TOO_LONG',
      'STORED',
      undefined,
    ]);
    const faulty = await send(many(10_000, () => '{"type":"ship"}'));
    expect(faulty.lines.filter(({ status }) => status === 'REFUSED')).toHaveLength(10_000);
    expect(faulty.end).toMatchObject({ done: true });
  });

  it('is one at a time', async () => {
    house.state.failures.set('beginImport', new AppError('IMPORT_RUNNING', 'conflict'));
    const { status, end } = await send(party(1));
    expect([status, end.code]).toEqual([409, 'IMPORT_RUNNING']);
  });

  it('says after which line to go on when another run took over', async () => {
    house.state.failLater('importLines', 1, new AppError('IMPORT_LOST', 'conflict'));
    const { end } = await send(many(500));
    expect(end).toMatchObject({ done: false, code: 'IMPORT_LOST', resumeAfter: 200 });
  });

  it('is for keys that may, in lines of JSON', async () => {
    const refused = await send(party(1), { key: SCOPELESS_KEY });
    expect([refused.status, refused.end.code]).toEqual([403, 'API_KEY_SCOPE_MISSING']);
    expect((await send(party(1), { 'content-type': 'application/json' })).status).toBe(415);
    expect((await send(party(1), { 'content-encoding': 'br' })).status).toBe(415);
    expect((await send(party(1), { query: '?import=../x' })).status).toBe(400);
  });

  it('is left by who goes away, and what came whole is stored', async () => {
    const began = house.state.calls.filter(({ method }) => method === 'endImport').length;
    const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/x-ndjson' };
    const sending = httpRequest(`${house.url}/lsc/v1/base`, { method: 'POST', headers });
    sending.on('error', () => undefined);
    sending.write(`${many(250)}\n`);
    // The first batch is answered while the rest is still to come.
    const [answer] = (await once(sending, 'response')) as [NodeJS.ReadableStream];
    answer.on('error', () => undefined);
    await once(answer, 'data');
    sending.destroy();
    await eventually(
      () => house.state.calls.filter(({ method }) => method === 'endImport').length > began || undefined,
    );
    expect(house.state.lastCall('endImport')).toMatchObject({ finished: false });
  });
});
