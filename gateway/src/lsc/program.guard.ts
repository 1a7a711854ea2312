import type { ApiCaller } from '@intervia/contracts';
import { ApiKeysService, ApiScope, ApiScopeSchema, enumName } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { applyDecorators, createParamDecorator, Injectable, SetMetadata, UseGuards } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { deviceOf } from '../session/from-device.js';
import { ForProgramsOnly } from '../session/session.guard.js';

const SCOPE = 'intervia:scope';
const BEARER = /^Bearer +(\S{1,200}) *$/i;

/** How a key is refused, for the API's document. */
export const KEY_REFUSALS = ['API_KEY_REQUIRED', 'API_KEY_INVALID', 'API_KEY_EXPIRED'] as const;
export const SCOPED_KEY_REFUSALS = [...KEY_REFUSALS, 'API_KEY_SCOPE_MISSING'] as const;

/** A program of an agency, for one request. */
export interface Program {
  readonly key: string;
  readonly caller: ApiCaller;
}

type ProgramRequest = FastifyRequest & { program?: Program };

/** Asked for anew by each request: a key that is revoked opens nothing from then on. */
@Injectable()
export class ProgramGuard implements CanActivate {
  private readonly keys: ServiceClient<typeof ApiKeysService>;

  constructor(
    bus: BusClient,
    private readonly reflector: Reflector,
  ) {
    this.keys = bus.service(ApiKeysService);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ProgramRequest>();
    const program = await this.find(request);
    const scope = this.reflector.getAllAndOverride<ApiScope | undefined>(SCOPE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (scope !== undefined && !program.caller.scopes.includes(scope)) {
      throw new AppError('API_KEY_SCOPE_MISSING', 'forbidden', {
        scope: enumName(ApiScopeSchema, scope) ?? '',
      });
    }
    request.program = program;
    return true;
  }

  /** Whether the key is still good; a long answer asks while it goes on. @throws API_KEY_INVALID, API_KEY_EXPIRED */
  async find(request: FastifyRequest): Promise<Program> {
    const [, key] = BEARER.exec(request.headers.authorization ?? '') ?? [];
    if (key === undefined) throw new AppError('API_KEY_REQUIRED', 'unauthenticated');
    const { caller } = await this.keys.authenticateApiKey({ key, device: deviceOf(request) });
    if (!caller) throw new AppError('API_KEY_INVALID', 'unauthenticated');
    return { key, caller };
  }
}

/** A route of programs, by their key alone; without a scope, any key. */
export function ForPrograms(scope?: ApiScope): ClassDecorator & MethodDecorator {
  const name = scope && enumName(ApiScopeSchema, scope);
  return applyDecorators(
    ForProgramsOnly(),
    UseGuards(ProgramGuard),
    ...(scope === undefined ? [] : [SetMetadata(SCOPE, scope), ApiExtension('x-scope', name)]),
  );
}

/** The program of the request. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Program => {
  const { program } = context.switchToHttp().getRequest<ProgramRequest>();
  if (!program) throw new Error('@Me() on a route without a key');
  return program;
});
