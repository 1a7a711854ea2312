import { AppError } from '@intervia/messaging';
import type { CanActivate, CustomDecorator, ExecutionContext } from '@nestjs/common';
import { createParamDecorator, Injectable, SetMetadata, UnsupportedMediaTypeException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from './cookie.js';
import { CSRF_HEADER, csrfTokenMatches } from './csrf.js';
import type { SignedIn } from './sessions.js';
import { Sessions } from './sessions.js';

const PUBLIC = 'intervia:public';
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const API_CONTENT = /^(application\/json|multipart\/form-data)\b/i;

type ApiRequest = FastifyRequest & { signedIn?: SignedIn };

/** A route for people who are not signed in. Every other route asks for a session. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);

/** The signed-in user of the request. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<ApiRequest>();
  if (!signedIn) throw new Error('@Me() on a public route');
  return signedIn;
});

/** Session, then CSRF; whatever changes something needs both. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (request.url.startsWith('/api/')) refuseForms(request);
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()]))
      return true;
    const token = request.cookies[SESSION_COOKIE];
    if (!token) throw new AppError('SIGN_IN_REQUIRED', 'unauthenticated');
    request.signedIn = await this.sessions.find(token);
    if (!SAFE_METHODS.has(request.method) && !csrfTokenMatches(token, request.headers[CSRF_HEADER])) {
      throw new AppError('CSRF_TOKEN_INVALID', 'forbidden');
    }
    return true;
  }
}

/** A form of another site can send these without asking first; ours never does. */
function refuseForms(request: FastifyRequest): void {
  const type = request.headers['content-type'];
  if (type !== undefined && !API_CONTENT.test(type)) throw new UnsupportedMediaTypeException();
}
