import { describe, expect, it } from '@jest/globals';
import { asSent } from './copied-link.js';

describe('a copied link', () => {
  it.each(['.', ')', '/', ',', ').', '%20', '%C2%A0', '%E2%80%9D', '>', '/.'])(
    'opens with %j behind it',
    (tail) => {
      expect(asSent(`/i/abc-DEF_9${tail}`)).toBe('/i/abc-DEF_9');
      expect(asSent(`/i/abc-DEF_9${tail}?notice=done`)).toBe('/i/abc-DEF_9?notice=done');
    },
  );

  it.each([
    '/i/abc',
    '/i/abc?notice=a.b',
    '/i/abc/documents/1.2',
    '/i/abc/refus',
    '/api/tickets.',
    '/i/abc%20def',
    '/i/',
  ])('leaves %j alone', (url) => {
    expect(asSent(url)).toBe(url);
  });
});
