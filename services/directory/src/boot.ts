import { NoHttpAdapter, listen } from '@intervia/messaging';
import { createLogger } from '@intervia/observability';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DirectoryEnv } from './directory.env.js';
import { DirectoryModule } from './directory.module.js';

export async function bootDirectory(env: DirectoryEnv): Promise<INestApplication> {
  const app = await NestFactory.create(DirectoryModule.forRoot(env), new NoHttpAdapter(), {
    logger: createLogger('directory', env.LOG_LEVEL),
  });
  app.enableShutdownHooks();
  await listen(app, { service: 'directory' });
  return app;
}
