import type { CookieSerializeOptions } from '@fastify/cookie';
import type { GatewayEnv } from '../gateway.env.js';

export const SESSION_COOKIE = 'intervia_session';
/** A cookie of its own: one browser may be signed in to both extranets. */
export const CLIENT_COOKIE = 'intervia_client';

/** httpOnly: no script reads it; Lax: no other site's form sends it. */
export function cookieOptions(env: GatewayEnv): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: env.COOKIE_SECURE ?? isHttps(env.PUBLIC_URL) };
}

/** What `setCookie` needs for a session that ends then. */
export function sessionCookie(env: GatewayEnv, expiresAt: Date, now: Date): CookieSerializeOptions {
  return { ...cookieOptions(env), maxAge: Math.floor((expiresAt.getTime() - now.getTime()) / 1000) };
}

export function isHttps(url: string): boolean {
  return new URL(url).protocol === 'https:';
}
