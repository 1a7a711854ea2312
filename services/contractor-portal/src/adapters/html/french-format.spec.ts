import { describe, expect, it } from '@jest/globals';
import { clockTime, duration, fieldDate, fileSize, longDate, phone, telephone } from './french-format.js';

describe('French formats', () => {
  it('writes dates and times of Paris', () => {
    expect(longDate(new Date('2026-11-25T13:30:00Z'))).toBe('mercredi 25 novembre 2026');
    expect(longDate(new Date('2026-07-31T22:30:00Z'))).toBe('samedi 1er août 2026');
    expect(clockTime(new Date('2026-07-31T22:05:00Z'))).toBe('0\u00A0h\u00A005');
    expect(fieldDate(new Date('2026-07-31T22:05:00Z'))).toBe('2026-08-01');
  });

  it('writes durations, sizes and telephone numbers', () => {
    expect([30, 60, 90].map(duration)).toEqual(['30\u00A0min', '1\u00A0h', '1\u00A0h\u00A030']);
    expect([10, 240_000, 1_830_000].map(fileSize)).toEqual(['1\u00A0Ko', '240\u00A0Ko', '1,8\u00A0Mo']);
    expect(phone('+33612345678')).toBe('06 12 34 56 78'.replaceAll(' ', '\u00A0'));
    expect(phone('+3222345678')).toBe('+3222345678');
    expect(telephone('06.12.34.56.78')).toBe('0612345678');
    expect(telephone('néant')).toBeUndefined();
  });
});
