import { AbstractHttpAdapter } from '@nestjs/core';
import { createServer } from 'node:http';

const nothing = (): void => undefined;

/**
 * For services that speak over NATS alone: Nest wants an HTTP platform to host several transports in one app,
 * this one opens no port and serves no route.
 * @example NestFactory.create(TicketsModule.forRoot(env), new NoHttpAdapter(), { logger })
 */
export class NoHttpAdapter extends AbstractHttpAdapter {
  override readonly close = async (): Promise<void> => undefined;
  override readonly initHttpServer = (): void => {
    // Nest hands this object out as `app.getHttpServer()`; it never listens.
    this.setHttpServer(createServer());
  };
  override readonly getType = (): string => 'none';
  override readonly useStaticAssets = nothing;
  override readonly setViewEngine = nothing;
  override readonly getRequestHostname = nothing;
  override readonly getRequestMethod = nothing;
  override readonly getRequestUrl = nothing;
  override readonly status = nothing;
  override readonly reply = nothing;
  override readonly end = nothing;
  override readonly render = nothing;
  override readonly redirect = nothing;
  override readonly setErrorHandler = nothing;
  override readonly setNotFoundHandler = nothing;
  override readonly isHeadersSent = (): boolean => true;
  override readonly getHeader = nothing;
  override readonly setHeader = nothing;
  override readonly appendHeader = nothing;
  override readonly registerParserMiddleware = nothing;
  override readonly enableCors = nothing;
  override readonly createMiddlewareFactory = () => nothing;
  override readonly applyVersionFilter = () => () => nothing;
}
