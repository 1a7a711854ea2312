import type { MessageInitShape } from '@bufbuild/protobuf';
import type { DeviceSchema } from '@intervia/contracts';
import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DEVICE_COOKIE } from './cookie.js';

export type DeviceInit = MessageInitShape<typeof DeviceSchema>;

const LONGEST_USER_AGENT = 500;

/** Where a request comes from: the address that the nearest trusted proxy saw, and what the browser calls itself. */
export function deviceOf({ ip, headers, cookies }: FastifyRequest): DeviceInit {
  const userAgent = headers['user-agent']?.slice(0, LONGEST_USER_AGENT) ?? '';
  return { id: cookies[`__Host-${DEVICE_COOKIE}`] ?? cookies[DEVICE_COOKIE] ?? '', address: ip, userAgent };
}

export const From = createParamDecorator((_: unknown, context: ExecutionContext): DeviceInit => {
  return deviceOf(context.switchToHttp().getRequest<FastifyRequest>());
});
