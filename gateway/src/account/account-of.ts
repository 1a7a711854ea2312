import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { ApiRequest } from '../session/session.guard.js';

/** Token of the session of this request, of whichever kind: the directory reads from it whose account it is. */
export const Token = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { signedIn, client } = context.switchToHttp().getRequest<ApiRequest>();
  const token = signedIn?.token ?? client?.token;
  if (token === undefined) throw new Error('@Token() on a public route');
  return token;
});
