import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fastify from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { BullmqDeliveryQueue } from '../bullmq/bullmq-delivery-queue.js';

const BASE_PATH = '/queues';

export interface DoorOptions {
  /** 0 opens none. */
  readonly port: number;
  readonly host: string;
  readonly token: string;
}

/** Bull Board for the operators, on a port of its own that the world does not see, and behind a token all the same. */
export class OperatorsDoor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private app?: FastifyInstance;

  constructor(
    private readonly options: DoorOptions,
    private readonly queue: BullmqDeliveryQueue,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { port, host, token } = this.options;
    if (port === 0) return;
    const app = fastify();
    app.addHook('onRequest', async (request, reply) => {
      if (isLetIn(request, token)) return undefined;
      return reply.code(401).header('www-authenticate', 'Basic realm="Intervia"').send('Unauthorized\n');
    });
    const serverAdapter = new FastifyAdapter();
    serverAdapter.setBasePath(BASE_PATH);
    createBullBoard({ queues: this.queue.all().map((queue) => new BullMQAdapter(queue)), serverAdapter });
    await app.register(serverAdapter.registerPlugin(), { prefix: BASE_PATH });
    app.get('/', async (_request, reply) => reply.redirect(BASE_PATH));
    await app.listen({ port, host });
    this.app = app;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.app?.close();
  }
}

/** `Bearer token`, or in a browser any name with the token as its password. */
function isLetIn({ headers }: FastifyRequest, token: string): boolean {
  const [scheme = '', credentials = ''] = (headers.authorization ?? '').split(' ');
  const given =
    scheme.toLowerCase() === 'basic'
      ? Buffer.from(credentials, 'base64')
          .toString('utf8')
          .replace(/^[^:]*:/, '')
      : credentials;
  return timingSafeEqual(digest(given), digest(token));
}

/** Of one length, whatever was given. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
