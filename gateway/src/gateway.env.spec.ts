import { loadConfig } from '@intervia/config';
import { describe, expect, it } from '@jest/globals';
import { GatewayEnv } from './gateway.env.js';
import { cookieOptions } from './session/cookie.js';

describe('GatewayEnv', () => {
  it('needs nothing: it runs on one machine by default, and asks for no database', () => {
    expect(loadConfig(GatewayEnv, {})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      NATS_URL: 'nats://127.0.0.1:4222',
      FILES_DIR: '.intervia/files',
      CLOCK: 'system',
      HEALTH_PORT: 0,
    });
  });

  it('reads numbers, flags and the names of the house', () => {
    const env = loadConfig(GatewayEnv, {
      PORT: '0',
      CLOCK: 'movable',
      NATS_USER: 'gateway',
      COOKIE_SECURE: 'true',
      LOG_LEVEL: 'warn',
    });
    expect(env).toMatchObject({
      PORT: 0,
      CLOCK: 'movable',
      NATS_USER: 'gateway',
      COOKIE_SECURE: true,
      LOG_LEVEL: 'warn',
    });
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'tilleuls'],
    ['PUBLIC_URL', 'ftp://tilleuls.example'],
    ['CLOCK', 'sundial'],
  ])('refuses %s=%s by its name', (name, value) => {
    expect(() => loadConfig(GatewayEnv, { [name]: value })).toThrow(name);
  });

  it('sends the cookie over TLS alone when the address says https, unless told otherwise', () => {
    const secure = (env: NodeJS.ProcessEnv) => cookieOptions(loadConfig(GatewayEnv, env)).secure;
    expect(secure({})).toBe(false);
    expect(secure({ PUBLIC_URL: 'https://tilleuls.example' })).toBe(true);
    expect(secure({ PUBLIC_URL: 'https://tilleuls.example', COOKIE_SECURE: 'false' })).toBe(false);
  });
});
