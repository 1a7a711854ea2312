import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NoHttpAdapter, listen } from '@intervia/messaging';
import { createLogger } from '@intervia/observability';
import type { ReportingEnv } from './reporting.env.js';
import { ReportingModule, SERVICE } from './reporting.module.js';

export async function bootReporting(env: ReportingEnv): Promise<INestApplication> {
  const app = await NestFactory.create(ReportingModule.forRoot(env), new NoHttpAdapter(), {
    logger: createLogger(SERVICE, env.LOG_LEVEL),
  });
  app.enableShutdownHooks();
  await listen(app, { service: SERVICE, events: true });
  return app;
}
