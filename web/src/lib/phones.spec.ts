import { describe, expect, it } from '@jest/globals';
import { formatPhone, formatTypedPhone, splitList } from './phones.js';

describe('phones', () => {
  it('writes a French number in pairs', () => {
    expect(formatPhone('+33612345678')).toBe('06 12 34 56 78');
    expect(formatPhone('+33 4 65 71 00 61')).toBe('04 65 71 00 61');
  });

  it('keeps the country of a number to be edited', () => {
    expect(formatTypedPhone('+33612345678')).toBe('+33 6 12 34 56 78');
    expect(formatTypedPhone('+262692123456')).toBe('+262692123456');
  });

  it('leaves others alone', () => {
    expect(formatPhone('+32470123456')).toBe('+32470123456');
    expect(formatPhone('')).toBe('');
  });

  it('splits a field by commas and semicolons', () => {
    expect(splitList(' a@b.fr; c@d.fr ,, e@f.fr;')).toEqual(['a@b.fr', 'c@d.fr', 'e@f.fr']);
  });
});
