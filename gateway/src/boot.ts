import { createLogger } from '@intervia/observability';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { GatewayEnv } from './gateway.env.js';
import { GatewayModule } from './gateway.module.js';
import { takeLines } from './lsc/base/ndjson.js';
import { registerPlugins } from './server/plugins.js';
import { asSent } from './portal/copied-link.js';
import { problemOf, refusalOf } from './http/problem.js';
import { serveDocs } from './docs/document.js';

const BODY_BYTES = 1024 * 1024;

/** Starts the gateway and listens on HOST:PORT. */
export async function bootGateway(env: GatewayEnv): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: trustedProxies(env.TRUST_PROXY),
    bodyLimit: BODY_BYTES,
    frameworkErrors: refuseAddress,
    rewriteUrl: ({ url }: IncomingMessage) => asSent(url ?? '/'),
  });
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.forRoot(env), adapter, {
    logger: createLogger('gateway', env.LOG_LEVEL),
    abortOnError: false,
  });
  app.enableShutdownHooks();
  await registerPlugins(app);
  takeLines(app.getHttpAdapter().getInstance());
  serveDocs(app, env.PUBLIC_URL);
  await app.listen(env.PORT, env.HOST);
  return app;
}

/** An address that cannot be decoded has no route, and so no filter. */
function refuseAddress(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(refusalOf(error));
  void reply.status(problem.status).type('application/problem+json').send(problem);
}

/** Everyone, nobody, or the addresses given. */
function trustedProxies(text: string | undefined): boolean | string {
  if (text === undefined || text === 'false') return false;
  return text === 'true' || text;
}
