import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { isEnd, isTooOld, LscClient } from './index.js';

// A real server on a machine that may be busy.
jest.setTimeout(60_000);

type Reply = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

const json =
  (body: object, status = 200, headers: Record<string, string> = {}): Reply =>
  (_, response) =>
    void response.writeHead(status, headers).end(JSON.stringify(body));
const lines =
  (...bodies: object[]): Reply =>
  (_, response) =>
    void response.writeHead(200).end(bodies.map((body) => `${JSON.stringify(body)}\n`).join(''));

describe('a program', () => {
  let server: Server;
  let url: string;
  let replies: Reply[];
  let asked: { method?: string; url?: string; key?: string }[];
  const pauses: number[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push({ method: request.method, url: request.url, key: request.headers.authorization });
      const reply = replies.shift() ?? json({ code: 'UNEXPECTED' }, 500);
      void reply(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  beforeEach(() => {
    replies = [];
    asked = [];
    pauses.length = 0;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const client = (tries = 3) =>
    new LscClient({ url, key: 'itv_old', tries, onRetry: ({ pauseMs }) => pauses.push(pauseMs) });

  it('tries again as it is told to, and gives the problem after the last try', async () => {
    replies = [
      json({}, 503, { 'retry-after': '0' }),
      json({}, 429, { 'retry-after': '0' }),
      json({ name: 'LSC' }),
    ];
    expect(await client().me()).toEqual({ name: 'LSC' });
    expect(pauses).toEqual([0, 0]);
    const busy = json({ code: 'SERVICE_BUSY', detail: 'Occupé' }, 503, { 'retry-after': '0' });
    replies = [busy, busy];
    await expect(client(2).me()).rejects.toMatchObject({
      status: 503,
      code: 'SERVICE_BUSY',
      message: 'Occupé',
    });
  });

  it('does not try again what is refused', async () => {
    replies = [json({ code: 'API_KEY_INVALID', detail: 'Clé inconnue' }, 401)];
    await expect(client().me()).rejects.toMatchObject({ code: 'API_KEY_INVALID' });
    expect(asked).toHaveLength(1);
  });

  it('follows page after page, passes empty ones over, and stops when told', async () => {
    replies = [
      json({ items: [{ seq: 1 }], next: 'c1', more: true }),
      json({ items: [], next: 'c2', more: false }),
      json({ items: [{ seq: 3 }], next: 'c3', more: false }),
    ];
    const stop = new AbortController();
    const seen: number[] = [];
    for await (const { items, next } of client().follow('c0', { signal: stop.signal })) {
      seen.push(...items.map(({ seq }) => seq));
      if (next === 'c3') stop.abort();
    }
    expect(seen).toEqual([1, 3]);
    expect(asked.map((one) => new URL(one.url ?? '', url).searchParams.get('after'))).toEqual([
      'c0',
      'c1',
      'c2',
    ]);
  });

  it('goes on with the new key when it was renewed while it waited', async () => {
    const lsc = client();
    let waits: ServerResponse | undefined;
    const refuse = () => waits?.writeHead(401).end(JSON.stringify({ code: 'API_KEY_INVALID' }));
    replies = [
      (_, response) => void (waits = response),
      json({ shownOnce: 'itv_new' }),
      json({ revoked: 1 }),
      json({ items: [{ seq: 9 }], next: 'c1', more: false }),
    ];
    const pages = lsc.follow('c0');
    const page = pages.next();
    await once(server, 'request');
    const kept: string[] = [];
    await lsc.rotateKey((key) => void kept.push(key));
    refuse();
    expect((await page).value?.items).toEqual([{ seq: 9 }]);
    await pages.return();
    expect(kept).toEqual(['itv_new']);
    expect(asked.map(({ key }) => key)).toEqual(
      ['itv_old', 'itv_old', 'itv_new', 'itv_new'].map((key) => `Bearer ${key}`),
    );
  });

  it('keeps the older key when the new one could not be kept', async () => {
    const lsc = client();
    replies = [json({ shownOnce: 'itv_new' })];
    await expect(lsc.rotateKey(() => Promise.reject(new Error('disque plein')))).rejects.toThrow(
      'disque plein',
    );
    expect([lsc.key, asked.length]).toEqual(['itv_old', 1]);
  });

  it('makes a link to a ticket, again when the platform was busy', async () => {
    const link = { url: 'https://intervia.example/open/syndic/t1#s', expiresAt: new Date(0).toISOString() };
    replies = [json({}, 503, { 'retry-after': '0' }), json(link, 201)];
    expect(await client().linkToTicket('t1', 'Élodie D')).toEqual(link);
    expect(asked.at(-1)).toMatchObject({
      method: 'POST',
      url: '/lsc/v1/tickets/t1/link?userId=%C3%89lodie+D',
    });
  });

  it('says that a cursor is too old', async () => {
    replies = [json({ code: 'CURSOR_TOO_OLD', detail: 'Trop ancien' }, 410)];
    const refusal = await client()
      .changes({ after: 'c0' })
      .catch((error: unknown) => error);
    expect(isTooOld(refusal)).toBe(true);
  });

  it('takes a whole snapshot, and none that was cut', async () => {
    const record = { type: 'ticket', id: 't', data: {} };
    replies = [lines({ next: 'c0' }, record, { done: true, records: 1 })];
    const taken: string[] = [];
    expect(await client().snapshot(({ id }) => void taken.push(id))).toBe('c0');
    expect(taken).toEqual(['t']);
    replies = [lines({ next: 'c0' }, record)];
    await expect(client().snapshot(() => undefined)).rejects.toMatchObject({ code: 'CUT' });
  });

  it('publishes in one packed stream, and is told of each line', async () => {
    let body = '';
    replies = [
      async (request, response) => {
        body = await text(request.pipe(createGunzip()));
        response.end(
          [
            { line: 1, status: 'STORED' },
            { line: 2, status: 'REFUSED' },
            { done: true, stored: 1 },
          ]
            .map((answer) => `${JSON.stringify(answer)}\n`)
            .join(''),
        );
      },
    ];
    const records = ['u1', 'u2'].map((id) => ({ type: 'unit', id, version: 1, data: {} }));
    const answers: object[] = [];
    let ends = 0;
    for await (const answer of client().publish(records, { importId: 'night', after: 7 })) {
      answers.push(answer);
      if (isEnd(answer)) ends += 1;
    }
    expect(
      body
        .split('\n')
        .slice(0, 2)
        .map((line) => JSON.parse(line) as object),
    ).toEqual(records.map((record) => ({ op: 'upsert', ...record })));
    expect(asked[0]).toMatchObject({ method: 'POST', url: '/lsc/v1/base?import=night&after=7' });
    expect([answers.at(-1), ends]).toEqual([{ done: true, stored: 1 }, 1]);
  });

  it('does not take a publication that broke off for a whole one', async () => {
    replies = [lines({ line: 1, status: 'STORED' }, { done: false, code: 'IMPORT_LOST', detail: 'Reprise' })];
    const records = [{ type: 'unit', id: 'u1', version: 1, data: {} }];
    await expect(client().publishAll(records)).rejects.toMatchObject({ code: 'IMPORT_LOST' });
  });
});
