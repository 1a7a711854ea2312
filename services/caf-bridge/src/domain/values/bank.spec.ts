import { describe, expect, it } from '@jest/globals';
import { isIban, isSiret, ribKey } from './bank.js';

describe('numbers that check themselves', () => {
  it.each(['73282932000074', '35600000049837'])('%s is a SIRET', (text) => expect(isSiret(text)).toBe(true));
  it.each(['73282932000075', '7328293200007', 'ABCDEFGHIJKLMN'])('%s is none', (text) =>
    expect(isSiret(text)).toBe(false),
  );
  it.each(['FR1420041010050500013M02606', 'FR7630006000011234567890189', 'BE68539007547034'])(
    '%s is an IBAN',
    (text) => expect(isIban(text)).toBe(true),
  );
  it.each(['FR1420041010050500013M02607', 'FR76', 'fr1420041010050500013m02606'])('%s is none', (text) =>
    expect(isIban(text)).toBe(false),
  );
  // The published example accounts of La Poste and of the IBAN registry.
  it.each([
    ['20041', '01005', '0500013M026', '06'],
    ['30006', '00001', '12345678901', '89'],
  ])('the key of %s %s %s is %s', (bank, branch, account, key) => {
    expect(ribKey(bank, branch, account)).toBe(key);
  });
});
