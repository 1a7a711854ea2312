import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutsideHosts } from './outside-hosts.js';
import { OutsideHttp } from './outside-http.js';

describe('HTTP to machines of others', () => {
  let server: Server;
  let port: number;
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(`${request.method ?? ''} ${request.headers.host ?? ''}${request.url ?? ''}`);
      if (request.url === '/long') response.end(Buffer.alloc(2_000));
      else if (request.url === '/away') response.writeHead(302, { location: '/home' }).end();
      else if (request.url === '/lost') response.destroy();
      else if (request.url !== '/silent') request.pipe(response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const send = (path: string, { allowed = '127.0.0.1', host = '127.0.0.1', timeoutMs = 20_000 } = {}) =>
    new OutsideHttp(new OutsideHosts(allowed)).send({
      ...{ method: 'POST', url: new URL(`http://${host}:${port}${path}`), body: Buffer.from('né') },
      ...{ timeoutMs, mostBytes: 1_000 },
    });

  it('sends and answers bytes', async () => {
    const { status, body } = await send('/echo');
    expect([status, body.toString('utf8')]).toEqual([200, 'né']);
  });

  it('reaches nothing inside, by whatever name', async () => {
    for (const host of ['127.0.0.1', '127.1', 'localhost', '[::1]']) {
      await expect(send('/echo', { allowed: '', host })).rejects.toMatchObject({ reached: false });
    }
    expect(asked).toEqual([]);
  });

  it('follows nobody elsewhere, and reads no answer without end', async () => {
    expect((await send('/away')).status).toBe(302);
    await expect(send('/long')).rejects.toMatchObject({ reached: true });
    expect(asked.length).toBe(2);
  });

  it('says that the other side may have read what it did not answer', async () => {
    await expect(send('/lost')).rejects.toMatchObject({ reached: true });
    await expect(send('/silent', { timeoutMs: 300 })).rejects.toMatchObject({ reached: true });
  });
});
