import type { DiskSpace } from '@intervia/observability';
import { describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { problemOf, refusalOf } from '../http/problem.js';
import { refuseWritesOnFullDisk } from './read-only.js';

const disk = { isLow: true };
const server = fastify();
refuseWritesOnFullDisk(server, disk as DiskSpace);
server.setErrorHandler((error, _request, reply) => {
  const problem = problemOf(refusalOf(error));
  return reply.status(problem.status).send(problem);
});
server.all('/*', async () => 'done');

const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string) => server.inject({ method, url });

describe('on a full disk', () => {
  it.each(['POST', 'PUT', 'DELETE'] as const)(
    '%s is refused, with a sentence, and taken once there is space',
    async (method) => {
      disk.isLow = true;
      const refused = await ask(method, '/api/tickets');
      expect(refused.statusCode).toBe(503);
      expect(refused.json()).toMatchObject({
        code: 'STORAGE_FULL',
        detail: expect.stringContaining('vous pouvez tout consulter'),
      });
      disk.isLow = false;
      expect((await ask(method, '/api/tickets')).statusCode).toBe(200);
    },
  );

  it('everything can be read, and people sign in', async () => {
    disk.isLow = true;
    expect((await ask('GET', '/api/tickets')).statusCode).toBe(200);
    expect((await ask('POST', '/api/session')).statusCode).toBe(200);
    expect((await ask('POST', '/i/token')).statusCode).toBe(503);
  });
});
