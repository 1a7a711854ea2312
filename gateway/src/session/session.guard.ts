import { AppError } from '@intervia/messaging';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import {
  applyDecorators,
  createParamDecorator,
  Injectable,
  SetMetadata,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CLIENT_COOKIE, SESSION_COOKIE } from './cookie.js';
import { CSRF_HEADER, csrfTokenMatches } from './csrf.js';
import type { SignedIn, SignedInClient } from './sessions.js';
import { Sessions } from './sessions.js';

const AUDIENCE = 'intervia:audience';
/** Absent of the staff's routes. */
export const AUDIENCE_IN_DOCS = 'x-audience';
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const API_CONTENT = /^(application\/json|multipart\/form-data)\b/i;

export type Audience = 'everybody' | 'clients' | 'staff';
export type ApiRequest = FastifyRequest & { signedIn?: SignedIn; client?: SignedInClient };

/** A route for people who are not signed in. Every other route asks for a session: of the staff, unless it says else. */
export const Public = (): MethodDecorator & ClassDecorator => isFor('everybody');

/** A route of the clients' extranet: a member of staff has no business there, nor a client elsewhere. */
export const ForClients = (): MethodDecorator & ClassDecorator => isFor('clients');

function isFor(audience: Audience): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(AUDIENCE, audience), ApiExtension(AUDIENCE_IN_DOCS, audience));
}

/** The signed-in user of the request. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  return signedInUser(context.switchToHttp().getRequest<ApiRequest>());
});

/** The signed-in client of the request. */
export const MeAsClient = createParamDecorator((_: unknown, context: ExecutionContext): SignedInClient => {
  const { client } = context.switchToHttp().getRequest<ApiRequest>();
  if (!client) throw new Error('@MeAsClient() outside of the clients’ extranet');
  return client;
});

export function signedInUser({ signedIn }: ApiRequest): SignedIn {
  if (!signedIn) throw new Error('@Me() on a route without staff');
  return signedIn;
}

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
    const handlers = [context.getHandler(), context.getClass()];
    const audience = this.reflector.getAllAndOverride<Audience | undefined>(AUDIENCE, handlers) ?? 'staff';
    if (audience === 'everybody') return true;
    const token = request.cookies[audience === 'clients' ? CLIENT_COOKIE : SESSION_COOKIE];
    if (!token) throw new AppError('SIGN_IN_REQUIRED', 'unauthenticated');
    if (audience === 'clients') request.client = await this.sessions.findClient(token);
    else request.signedIn = await this.sessions.find(token);
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
