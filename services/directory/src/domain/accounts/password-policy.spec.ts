import { describe, expect, it } from '@jest/globals';
import { coresOf, faultOfPassword } from './password-policy.js';

const KNOWN = new Set(['password', 'azerty', 'qwertyuiop']);
const faultOf = (password: string) =>
  faultOfPassword(password, ['Élodie Garnier', 'elodie.garnier@essais.example'], (text) => KNOWN.has(text));

describe('the policy of passwords', () => {
  it.each([
    ['onze lettre', 'TOO_SHORT'],
    ['x'.repeat(201), 'TOO_LONG'],
    ['Password2026!', 'BREACHED'],
    ['azertyazerty', 'BREACHED'],
    ['!!!Azerty1234567', 'BREACHED'],
    ['qwerty-uiop-1', 'BREACHED'],
    ['Garnier-2026-!', 'PERSONAL'],
    ['elodie.garnier', 'PERSONAL'],
    ['Intervia2026!!', 'PERSONAL'],
    ['Bienvenue2026', 'PERSONAL'],
  ])('refuses %s as %s', (password, fault) => expect(faultOf(password)).toBe(fault));

  it.each(['un chat sur le toit', 'demo-intervia', 'été à la plage', '🐈🐈‍⬛🐕🦮🐩🐎🦓🦌🦬🐂🐄🐖'])(
    'takes %s',
    (password) => expect(faultOf(password)).toBeUndefined(),
  );

  it('looks through digits around a word, and at a word said twice', () => {
    expect(coresOf('12Soleil!Soleil99')).toContain('soleil');
  });
});
