import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NoHttpAdapter, listen } from '@intervia/messaging';
import { createLogger } from '@intervia/observability';
import type { PortalEnv } from './portal.env.js';
import { PortalModule, SERVICE } from './portal.module.js';

export async function bootPortal(env: PortalEnv): Promise<INestApplication> {
  const app = await NestFactory.create(PortalModule.forRoot(env), new NoHttpAdapter(), {
    logger: createLogger(SERVICE, env.LOG_LEVEL),
  });
  app.enableShutdownHooks();
  await listen(app, { service: SERVICE });
  return app;
}
