import { describe, expect, it } from '@jest/globals';
import { isBic, isIban } from './accounts.js';
import { isSiren, isSiret } from './sirets.js';

describe('numbers that check themselves', () => {
  it.each(['73282932000074', '35600000049837', '35600000000048'])('%s is a SIRET', (text) =>
    expect(isSiret(text)).toBe(true),
  );
  it.each(['73282932000075', '7328293200007', 'ABCDEFGHIJKLMN', '00000000000000', '35600000000049'])(
    '%s is none',
    (text) => expect(isSiret(text)).toBe(false),
  );
  it('knows a SIREN from any nine digits', () => {
    expect(['732829320', '732829321', '000000000', '12'].map(isSiren)).toEqual([true, false, false, false]);
  });
  it.each(['FR1420041010050500013M02606', 'FR7630006000011234567890189', 'BE68539007547034'])(
    '%s is an IBAN',
    (text) => expect(isIban(text)).toBe(true),
  );
  it.each(['FR1420041010050500013M02607', 'FR76', 'fr1420041010050500013m02606'])('%s is none', (text) =>
    expect(isIban(text)).toBe(false),
  );
  it('knows a BIC', () => {
    expect(['PSSTFRPPPAR', 'PSSTFRPP', 'PSST'].map(isBic)).toEqual([true, true, false]);
  });
});
