import { AccountsService, SecurityEventKind } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { applyDecorators, Injectable, Logger, SetMetadata, UseInterceptors } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Observable } from 'rxjs';
import { tap } from 'rxjs';
import { deviceOf } from './from-device.js';
import type { ApiRequest } from './session.guard.js';

const LOGGED = 'intervia:logged';
/** What identifies a thing in an address; other parts of an address are not kept. */
const SAFE_ID = /^[\w-]{1,64}$/;

/** Tells the directory's log of security what the gateway alone sees. Nobody waits for it. */
@Injectable()
export class SecurityTrail {
  private readonly logger = new Logger(SecurityTrail.name);
  private readonly accounts: ServiceClient<typeof AccountsService>;

  constructor(bus: BusClient) {
    this.accounts = bus.service(AccountsService);
  }

  /** Of who is signed in: others are nobody's business but the directory's. */
  record(kind: SecurityEventKind, request: ApiRequest): void {
    const token = request.signedIn?.token ?? request.client?.token;
    if (token === undefined) return;
    this.accounts
      .recordSecurityEvent({ token, kind, about: aboutOf(request), device: deviceOf(request) })
      .catch((error: unknown) => this.logger.warn(`not in the log of security: ${String(error)}`));
  }
}

/** A route whose success stands in the log of security. */
export function Logged(kind: SecurityEventKind): MethodDecorator {
  return applyDecorators(SetMetadata(LOGGED, kind), UseInterceptors(LogSuccess));
}

@Injectable()
export class LogSuccess implements NestInterceptor {
  constructor(
    private readonly trail: SecurityTrail,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const kind = this.reflector.get<SecurityEventKind>(LOGGED, context.getHandler());
    const request = context.switchToHttp().getRequest<ApiRequest>();
    return next.handle().pipe(tap({ complete: () => this.trail.record(kind, request) }));
  }
}

/** The route, as it is written, and the ids in the address: neither what was asked for nor what was sent. */
function aboutOf({ method, routeOptions, params }: ApiRequest): string {
  const ids = Object.values((params ?? {}) as Record<string, string>).filter((value) => SAFE_ID.test(value));
  return [`${method} ${routeOptions.url ?? ''}`, ...ids].join(' ');
}
