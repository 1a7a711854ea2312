import { describe, expect, it } from '@jest/globals';
import { commandIdOf } from './caller.js';
import { csrfTokenMatches, csrfTokenOf } from './csrf.js';

describe('commandIdOf', () => {
  it('is a UUID that depends on agency, user and key, and cannot be confused between them', () => {
    const id = commandIdOf('a', 'u', 'k');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(commandIdOf('a', 'u', 'k')).toBe(id);
    const others = [
      commandIdOf('b', 'u', 'k'),
      commandIdOf('a', 'v', 'k'),
      commandIdOf('a', 'u', 'l'),
      commandIdOf('a', 'u:k', ''),
    ];
    expect(new Set([id, ...others]).size).toBe(5);
  });
});

describe('the CSRF token', () => {
  it('belongs to one session and does not show its token', () => {
    const token = csrfTokenOf('session-token');
    expect(token).not.toContain('session-token');
    expect(csrfTokenMatches('session-token', token)).toBe(true);
    for (const wrong of [csrfTokenOf('another'), '', 'é', undefined, [token]]) {
      expect(csrfTokenMatches('session-token', wrong)).toBe(false);
    }
  });
});
