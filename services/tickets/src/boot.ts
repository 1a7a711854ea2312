import { NoHttpAdapter, listen } from '@intervia/messaging';
import { createLogger } from '@intervia/observability';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { TicketsEnv } from './tickets.env.js';
import { TicketsModule } from './tickets.module.js';

export async function bootTickets(env: TicketsEnv): Promise<INestApplication> {
  const app = await NestFactory.create(TicketsModule.forRoot(env), new NoHttpAdapter(), {
    logger: createLogger('tickets', env.LOG_LEVEL),
  });
  app.enableShutdownHooks();
  await listen(app, { service: 'tickets', events: true });
  return app;
}
