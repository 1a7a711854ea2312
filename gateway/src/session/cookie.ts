import type { CookieSerializeOptions } from '@fastify/cookie';
import type { GatewayEnv } from '../gateway.env.js';

export const SESSION_COOKIE = 'intervia_session';

/** httpOnly: no script reads it; Lax: no other site's form sends it. */
export function cookieOptions(env: GatewayEnv): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: env.COOKIE_SECURE ?? isHttps(env.PUBLIC_URL) };
}

export function isHttps(url: string): boolean {
  return new URL(url).protocol === 'https:';
}
