import { describe, expect, it } from '@jest/globals';
import { ribKey } from './bank.js';

describe('numbers that check themselves', () => {
  // The published example accounts of La Poste and of the IBAN registry.
  it.each([
    ['20041', '01005', '0500013M026', '06'],
    ['30006', '00001', '12345678901', '89'],
  ])('the key of %s %s %s is %s', (bank, branch, account, key) => {
    expect(ribKey(bank, branch, account)).toBe(key);
  });
});
