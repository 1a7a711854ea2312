import { describe, expect, it } from '@jest/globals';
import { isSameName } from './same-person.js';

describe('a name within a lease', () => {
  it.each([
    ['Hélène Durand', 'DURAND HELENE'],
    ['Mme Hélène Durand', 'Durand Hélène'],
    ['Jean-Paul Le Goff', 'LE GOFF JEAN PAUL'],
    ['Durand', 'DURAND'],
  ])('is one as “%s” and as “%s”', (one, other) => {
    expect(isSameName(one, other)).toBe(true);
    expect(isSameName(other, one)).toBe(true);
  });

  it.each([
    ['Hélène Durand', 'Paul Durand'],
    ['Durand', 'Hélène Durand'],
    ['', ''],
    ['Hélène Durand', ''],
  ])('is another as “%s” and as “%s”', (one, other) => {
    expect(isSameName(one, other)).toBe(false);
  });
});
