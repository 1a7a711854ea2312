import { SecurityEventKind } from '@intervia/contracts';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusalPage } from '../portal/refusal-page.js';
import { SecurityTrail } from '../session/security-trail.js';
import type { Refusal } from '../http/problem.js';
import { problemOf, refusalOf } from '../http/problem.js';

const RETRY_AFTER_SECONDS = 5;

/** The one place where an error becomes an HTTP answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly trail: SecurityTrail) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = refusalOf(error);
    if (refusal.status >= 500) this.log(refusal, error, request);
    if (refusal.code === 'FORBIDDEN_ACTION') this.trail.record(SecurityEventKind.REFUSED, request);
    if (reply.sent || reply.raw.headersSent) return;
    if (refusal.kind === 'unavailable' && !reply.hasHeader('retry-after')) {
      reply.header('retry-after', RETRY_AFTER_SECONDS);
    }
    reply.status(refusal.status).header('cache-control', 'no-store');
    // A contractor follows a link in a browser: a page, not JSON.
    if (request.url.startsWith('/i/')) reply.type('text/html; charset=utf-8').send(refusalPage(refusal));
    else reply.type('application/problem+json').send(problemOf(refusal));
  }

  private log(refusal: Refusal, error: unknown, request: FastifyRequest): void {
    const route = `${request.method} ${request.routeOptions?.url ?? ''}`;
    if (refusal.kind === 'internal')
      this.logger.error(`${route} failed`, error instanceof Error ? error.stack : String(error));
    else this.logger.warn(`${route} ${refusal.code}`);
  }
}
