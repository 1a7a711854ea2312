import type { CookieSerializeOptions } from '@fastify/cookie';
import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { GatewayEnv } from '../gateway.env.js';

export const SESSION_COOKIE = 'intervia_session';
/** A cookie of its own: one browser may be signed in to both extranets. */
export const CLIENT_COOKIE = 'intervia_client';

type SessionCookie = typeof SESSION_COOKIE | typeof CLIENT_COOKIE;

/** httpOnly: no script reads it; Lax: no other site's form sends it. */
export function cookieOptions({ COOKIE_SECURE, PUBLIC_URL }: GatewayEnv): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: COOKIE_SECURE ?? isHttps(PUBLIC_URL) };
}

/** Cookies of the two kinds of sessions: of the staff, and of clients. */
@Injectable()
export class SessionCookies {
  constructor(
    private readonly clock: Clock,
    private readonly env: GatewayEnv,
  ) {}

  /** Lives as long as the session. */
  set(reply: FastifyReply, name: SessionCookie, session: { token: string; expiresAt: Date }): void {
    const restMs = session.expiresAt.getTime() - this.clock.now().getTime();
    reply.setCookie(name, session.token, { ...cookieOptions(this.env), maxAge: Math.floor(restMs / 1000) });
  }

  clear(reply: FastifyReply, name: SessionCookie): void {
    reply.clearCookie(name, cookieOptions(this.env));
  }
}

export function isHttps(url: string): boolean {
  return new URL(url).protocol === 'https:';
}
