import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { endSlowBodies } from './slow-bodies.js';

describe('a body that does not come', () => {
  let server: FastifyInstance;
  let port: number;

  beforeAll(async () => {
    server = fastify();
    endSlowBodies(server, 50);
    server.addContentTypeParser('multipart/form-data', (_request, body, done) => {
      text(body).then((all) => done(null, all), done);
    });
    server.post('/', async ({ body }) => ({ length: JSON.stringify(body).length }));
    await server.listen({ port: 0, host: '127.0.0.1' });
    ({ port } = server.server.address() as AddressInfo);
  });

  afterAll(() => server.close());

  const begin = async (type: string, length: number): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n`);
    return socket;
  };

  it.each(['application/json', 'multipart/form-data; boundary=x'])('of %s is ended', async (type) => {
    const socket = await begin(type, 100);
    socket.write('{');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('a form that drips is ended, whatever still comes', async () => {
    const socket = await begin('application/json', 100_000);
    socket.on('error', () => undefined);
    const drip = setInterval(() => socket.write(' '), 5);
    const answer = await text(socket).catch(() => '');
    clearInterval(drip);
    expect(answer === '' || answer.startsWith('HTTP/1.1 408 ')).toBe(true);
    expect(socket.destroyed || socket.readableEnded).toBe(true);
  });

  it('one that is there is answered', async () => {
    const socket = await begin('application/json', 2);
    socket.write('{}');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
  });
});
