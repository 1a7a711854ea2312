import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NoHttpAdapter, listen } from '@intervia/messaging';
import { createLogger } from '@intervia/observability';
import type { JestimoEnv } from './jestimo.env.js';
import { JestimoModule, SERVICE } from './jestimo.module.js';

export async function bootJestimo(env: JestimoEnv): Promise<INestApplication> {
  const app = await NestFactory.create(JestimoModule.forRoot(env), new NoHttpAdapter(), {
    logger: createLogger(SERVICE, env.LOG_LEVEL),
  });
  app.enableShutdownHooks();
  await listen(app, { service: SERVICE });
  return app;
}
