import { AppError } from '@intervia/messaging';
import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';

export const IDEMPOTENCY_HEADER = 'Idempotency-Key';
const KEY = /^[\x21-\x7e]{1,200}$/;

/** What tells a retry from another command that was given the same key by mistake. */
export interface CommandKey {
  readonly key: string;
  /** Of address and body: a retry says the same, in whatever order. */
  readonly fingerprint: string;
}

/** The command's Idempotency-Key. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): CommandKey =>
  commandKeyOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

type Asked = Pick<FastifyRequest, 'headers' | 'method' | 'url' | 'body'>;

/** @throws IDEMPOTENCY_KEY_REQUIRED */
export function commandKeyOf({ headers, method, url, body }: Asked): CommandKey {
  const key = headers[IDEMPOTENCY_HEADER.toLowerCase()];
  if (typeof key !== 'string' || !KEY.test(key)) throw new AppError('IDEMPOTENCY_KEY_REQUIRED', 'invalid');
  const said = JSON.stringify([method, url, body ?? {}], inOrder);
  return { key, fingerprint: createHash('sha256').update(said).digest('base64url') };
}

/** Objects with their names sorted: JSON gives them no order. */
function inOrder(_: string, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}
