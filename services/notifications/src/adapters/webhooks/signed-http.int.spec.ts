import { SystemClock } from '@intervia/clock';
import { OutsideHosts } from '@intervia/outside';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server, Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { SignedHttp } from './signed-http.js';

const PATIENCE_MS = 300;

describe('a signed post', () => {
  const sockets = new Set<Socket>();
  let silent: Server;

  beforeAll(async () => {
    silent = createServer((socket) => sockets.add(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => silent.close(resolve));
  });

  const post = (url: string, allowed: string) => {
    const http = new SignedHttp(new OutsideHosts(allowed), PATIENCE_MS);
    return http.post({ id: 'msg_1', url, body: '{}', secret: http.newSecret(), at: new SystemClock().now() });
  };

  it('leaves a receiver that takes the request and says nothing', async () => {
    const { port } = silent.address() as AddressInfo;
    expect(await post(`http://127.0.0.1:${String(port)}/`, '127.0.0.1')).toEqual({ fault: 'timed-out' });
  });

  it('is not made to a name that leads inside by now', async () => {
    expect(await post('https://localhost/', '')).toEqual({ fault: 'not-public' });
    expect(sockets.size).toBe(1);
  });

  it('knows where nobody listens', async () => {
    expect(await post('http://127.0.0.1:1/', '127.0.0.1')).toEqual({ fault: 'not-reached' });
  });
});
