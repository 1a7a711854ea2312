import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NoHttpAdapter, listen } from '@intervia/messaging';
import { createLogger } from '@intervia/observability';
import type { WizardsEnv } from './wizards.env.js';
import { SERVICE, WizardsModule } from './wizards.module.js';

export async function bootWizards(env: WizardsEnv): Promise<INestApplication> {
  const app = await NestFactory.create(WizardsModule.forRoot(env), new NoHttpAdapter(), {
    logger: createLogger(SERVICE, env.LOG_LEVEL),
  });
  app.enableShutdownHooks();
  await listen(app, { service: SERVICE });
  return app;
}
