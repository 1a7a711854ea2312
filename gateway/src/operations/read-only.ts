import { AppError } from '@intervia/messaging';
import type { DiskSpace } from '@intervia/observability';
import type { FastifyInstance } from 'fastify';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Signing in writes a few bytes, without which nobody could read. */
const SESSION = /^\/api\/(client\/)?session\b/;

/** Refused before anything is written; the same request may be sent again once there is space. */
class ReadOnly extends AppError.of('STORAGE_FULL', 'unavailable') {}

/** While the disk is almost full, everything can be read and nothing new is taken. */
export function refuseWritesOnFullDisk(fastify: FastifyInstance, disk: DiskSpace): void {
  fastify.addHook('onRequest', async ({ method, url }) => {
    if (disk.isLow && !READING.has(method) && !SESSION.test(url)) throw new ReadOnly();
  });
}
