import type { CookieSerializeOptions } from '@fastify/cookie';
import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { GatewayEnv } from '../gateway.env.js';

export const SESSION_COOKIE = 'intervia_session';
/** A cookie of its own: one browser may be signed in to both extranets. */
export const CLIENT_COOKIE = 'intervia_client';
/** Which browser it is that signed in before: counted apart from strangers. It opens nothing. */
export const DEVICE_COOKIE = 'intervia_device';

type Cookie = typeof SESSION_COOKIE | typeof CLIENT_COOKIE | typeof DEVICE_COOKIE;
export type SessionCookie = Exclude<Cookie, typeof DEVICE_COOKIE>;

const HOST_PREFIX = '__Host-';
const DEVICE_SECONDS = 365 * 24 * 3600;
const DEVICE_BYTES = 32;
const DEVICE = /^[\w-]{43}$/;

export const isSecure = ({ COOKIE_SECURE, PUBLIC_URL }: GatewayEnv): boolean =>
  COOKIE_SECURE ?? isHttps(PUBLIC_URL);

/** With https nobody but this very host can set it: neither a sibling domain nor a page without TLS. */
export const cookieName = (env: GatewayEnv, name: Cookie): string =>
  isSecure(env) ? `${HOST_PREFIX}${name}` : name;

/** httpOnly: no script reads it; Lax: no other site's form sends it. */
export function cookieOptions(env: GatewayEnv): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(env) };
}

/** Cookies of the two kinds of sessions, of the staff and of clients; and of the browser. */
@Injectable()
export class SessionCookies {
  constructor(
    private readonly clock: Clock,
    private readonly env: GatewayEnv,
  ) {}

  read({ cookies }: FastifyRequest, name: Cookie): string | undefined {
    return cookies[cookieName(this.env, name)];
  }

  /** Lives as long as the session. */
  set(reply: FastifyReply, name: SessionCookie, session: { token: string; expiresAt: Date }): void {
    const restMs = session.expiresAt.getTime() - this.clock.now().getTime();
    this.write(reply, name, session.token, Math.floor(restMs / 1000));
  }

  clear(reply: FastifyReply, name: SessionCookie): void {
    reply.clearCookie(cookieName(this.env, name), cookieOptions(this.env));
  }

  /** The browser's own id; a new one for who has none. */
  deviceId(request: FastifyRequest): string {
    const id = this.read(request, DEVICE_COOKIE);
    return id !== undefined && DEVICE.test(id) ? id : randomBytes(DEVICE_BYTES).toString('base64url');
  }

  keepDevice(reply: FastifyReply, id: string): void {
    this.write(reply, DEVICE_COOKIE, id, DEVICE_SECONDS);
  }

  private write(reply: FastifyReply, name: Cookie, value: string, maxAge: number): void {
    reply.setCookie(cookieName(this.env, name), value, { ...cookieOptions(this.env), maxAge });
  }
}

export function isHttps(url: string): boolean {
  return new URL(url).protocol === 'https:';
}
