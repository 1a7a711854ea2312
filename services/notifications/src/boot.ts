import { NoHttpAdapter, listen } from '@intervia/messaging';
import { createLogger } from '@intervia/observability';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NotificationsEnv } from './notifications.env.js';
import { NotificationsModule, SERVICE } from './notifications.module.js';

export async function bootNotifications(env: NotificationsEnv): Promise<INestApplication> {
  const app = await NestFactory.create(NotificationsModule.forRoot(env), new NoHttpAdapter(), {
    logger: createLogger(SERVICE, env.LOG_LEVEL),
  });
  app.enableShutdownHooks();
  await listen(app, { service: SERVICE, events: true });
  return app;
}
