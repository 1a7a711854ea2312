import { Clock } from '@intervia/clock';
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
import { SessionCookies } from './cookie.js';
import { CSRF_HEADER, csrfTokenMatches } from './csrf.js';
import type { SignedIn, SignedInClient } from './sessions.js';
import { CLIENTS, Sessions, STAFF } from './sessions.js';

const AUDIENCE = 'intervia:audience';
const WITHOUT_FACTOR = 'intervia:without-second-factor';
const CONFIRMED = 'intervia:confirmed';
/** Absent of the staff's routes. */
export const AUDIENCE_IN_DOCS = 'x-audience';
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const API_CONTENT = /^(application\/json|multipart\/form-data)\b/i;

export type Audience = 'everybody' | 'clients' | 'staff' | 'programs';
export type ApiRequest = FastifyRequest & { signedIn?: SignedIn; client?: SignedInClient };

/** A route for people who are not signed in. Every other route asks for a session: of the staff, unless it says else. */
export const Public = (): MethodDecorator & ClassDecorator => isFor('everybody');

/** A route of the clients' extranet: a member of staff has no business there, nor a client elsewhere. */
export const ForClients = (): MethodDecorator & ClassDecorator => isFor('clients');

/** By an agency's key, never by a session. Goes with the guard that asks for the key (`ForPrograms`). */
export const ForProgramsOnly = (): MethodDecorator & ClassDecorator => isFor('programs');

/** What every route is that says nothing; for classes that are made for both kinds of people. */
export const ForStaff = (): MethodDecorator & ClassDecorator => isFor('staff');

function isFor(audience: Audience): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(AUDIENCE, audience), ApiExtension(AUDIENCE_IN_DOCS, audience));
}

/** Open to who still has to set up the second factor that the agency wants: the own account, and the way out. */
export const WithoutSecondFactor = (): MethodDecorator & ClassDecorator => SetMetadata(WITHOUT_FACTOR, true);

/** Secrets, deletions, reopenings: asks for a proof of who it is, unless one was given within a quarter of an hour. */
export const Confirmed = (): MethodDecorator => SetMetadata(CONFIRMED, true);

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
    private readonly cookies: SessionCookies,
    private readonly clock: Clock,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (request.url.startsWith('/api/')) refuseForms(request);
    const handlers = [context.getHandler(), context.getClass()];
    const audience = this.reflector.getAllAndOverride<Audience | undefined>(AUDIENCE, handlers) ?? 'staff';
    if (audience === 'everybody' || audience === 'programs') return true;
    const token = this.cookies.read(request, (audience === 'clients' ? CLIENTS : STAFF).cookie);
    if (!token) throw new AppError('SIGN_IN_REQUIRED', 'unauthenticated');
    if (audience === 'clients') request.client = await this.sessions.find(CLIENTS, token);
    else request.signedIn = await this.sessions.find(STAFF, token);
    if (!SAFE_METHODS.has(request.method) && !csrfTokenMatches(token, request.headers[CSRF_HEADER])) {
      throw new AppError('CSRF_TOKEN_INVALID', 'forbidden');
    }
    if (request.signedIn?.secondFactorMissing && !this.says(WITHOUT_FACTOR, context)) {
      throw new AppError('SECOND_FACTOR_REQUIRED', 'forbidden');
    }
    if (this.says(CONFIRMED, context)) await this.demandConfirmed(request, token);
    return true;
  }

  private says(what: string, context: ExecutionContext): boolean {
    const handlers = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean | undefined>(what, handlers) ?? false;
  }

  /** What is remembered may be older than the proof. @throws CONFIRMATION_REQUIRED */
  private async demandConfirmed({ signedIn, client }: ApiRequest, token: string): Promise<void> {
    if (this.isConfirmed(signedIn ?? client)) return;
    const fresh = await this.sessions.findFresh<SignedIn | SignedInClient>(client ? CLIENTS : STAFF, token);
    if (!this.isConfirmed(fresh)) throw new AppError('CONFIRMATION_REQUIRED', 'forbidden');
  }

  private isConfirmed(session: SignedIn | SignedInClient | undefined): boolean {
    const until = session?.confirmedUntil;
    return until !== undefined && until > this.clock.now();
  }
}

/** A form of another site can send these without asking first; ours never does. */
function refuseForms(request: FastifyRequest): void {
  const type = request.headers['content-type'];
  if (type !== undefined && !API_CONTENT.test(type)) throw new UnsupportedMediaTypeException();
}
