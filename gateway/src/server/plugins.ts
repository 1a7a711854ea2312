import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { DiskSpace, Metrics } from '@intervia/observability';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import { GatewayEnv } from '../gateway.env.js';
import { measureRequests } from '../operations/measure-requests.js';
import { refuseWritesOnFullDisk } from '../operations/read-only.js';
import { isHttps } from '../session/cookie.js';
import { brakeOnAddress, TooManyRequests } from '../http/rate-limits.js';
import { endSlowBodies } from './slow-bodies.js';
import { refuseUnsoundInput } from '../http/sound-input.js';
import { cacheControlOf, WebFiles } from './web-files.js';

const HSTS_SECONDS = 180 * 24 * 3600;

/** What Fastify does before Nest sees a request. */
export async function registerPlugins(app: NestFastifyApplication): Promise<void> {
  const env = app.get(GatewayEnv);
  const fastify = app.getHttpAdapter().getInstance();
  sendSecurityHeaders(fastify, isHttps(env.PUBLIC_URL));
  await app.register(cookie);
  await app.register(multipart, { throwFileSizeLimit: false });
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => new TooManyRequests() });
  await registerWeb(app);
  keepOutOfCaches(fastify);
  brakeOnAddress(fastify);
  endSlowBodies(fastify);
  refuseUnsoundInput(fastify);
  refuseWritesOnFullDisk(fastify, app.get(DiskSpace));
  measureRequests(fastify, app.get(Metrics));
}

/** Mantine and Swagger UI write style elements; scripts come from our own files only. */
const EXTRANET_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** Made once: Fastify's own plugin for helmet makes its headers anew for each request. */
function sendSecurityHeaders(fastify: FastifyInstance, isSecure: boolean): void {
  const headers = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: EXTRANET_POLICY },
    hsts: isSecure && { maxAge: HSTS_SECONDS },
    referrerPolicy: { policy: 'same-origin' },
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    headers(request.raw, reply.raw, (error) => {
      done(error as Error | undefined);
    });
  });
}

/** Answers of the API are about people; a route that knows better says so. */
function keepOutOfCaches(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (/^\/(api|lsc)\//.test(request.url)) reply.header('cache-control', 'no-store');
  });
}

async function registerWeb(app: NestFastifyApplication): Promise<void> {
  const { dir, present } = app.get(WebFiles);
  if (!present) return;
  await app.register(fastifyStatic, {
    root: dir,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', cacheControlOf(path)),
  });
}
