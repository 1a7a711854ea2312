import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { GatewayEnv } from '../gateway.env.js';
import { GatewayModule } from '../gateway.module.js';
import { openApiDocument } from './document.js';

/** The document of /docs without a running platform: nothing is connected to, no provider is made. */
export async function emitDocument(server: string): Promise<OpenAPIObject> {
  const app = await NestFactory.create(GatewayModule.forRoot(new GatewayEnv()), new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return openApiDocument(app, server);
}
