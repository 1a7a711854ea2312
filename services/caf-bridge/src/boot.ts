import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NoHttpAdapter, listen } from '@intervia/messaging';
import { createLogger } from '@intervia/observability';
import type { CafEnv } from './caf.env.js';
import { CafModule, SERVICE } from './caf.module.js';

export async function bootCaf(env: CafEnv): Promise<INestApplication> {
  const app = await NestFactory.create(CafModule.forRoot(env), new NoHttpAdapter(), {
    logger: createLogger(SERVICE, env.LOG_LEVEL),
  });
  app.enableShutdownHooks();
  await listen(app, { service: SERVICE, events: true });
  return app;
}
