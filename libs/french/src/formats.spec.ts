import { describe, expect, it } from '@jest/globals';
import * as french from './index.js';

const spaced = (texts: string[]) => texts.map((text) => text.replaceAll(' ', '\u00A0'));
const summerNight = new Date('2026-07-31T22:05:00Z');
const afternoon = new Date('2026-11-25T13:30:00Z');

describe('French formats', () => {
  it('write days of Paris, the first of a month as 1er', () => {
    expect(french.longDate(afternoon)).toBe('mercredi 25 novembre 2026');
    expect(french.longDate(summerNight)).toBe('samedi 1er août 2026');
    expect(french.fieldDate(summerNight)).toBe('2026-08-01');
    expect(french.fieldDate(summerNight, { years: 1 })).toBe('2027-08-01');
  });

  it('write hours of Paris, in summer and in winter', () => {
    expect(french.clockTime(summerNight)).toBe('0\u00A0h\u00A005');
    expect(french.clockTime(afternoon)).toBe('14\u00A0h\u00A030');
    expect(french.dateTime(summerNight)).toBe('1er août 2026, 0\u00A0h\u00A005');
    expect(french.longDateTime(afternoon)).toBe('mercredi 25 novembre 2026 à 14\u00A0h\u00A030');
    expect(french.shortDateTime(afternoon)).toBe('25/11/2026 14:30');
  });

  it('write durations', () => {
    expect([5, 60, 90, 605].map(french.duration)).toEqual(spaced(['5 min', '1 h', '1 h 30', '10 h 05']));
  });

  it('write money and sizes', () => {
    expect([0, 5, 98_000, 123_456, 123_456_789].map(french.euros)).toEqual(
      spaced(['0,00 €', '0,05 €', '980,00 €', '1 234,56 €', '1 234 567,89 €']),
    );
    expect([10, 240_000, 1_830_000].map(french.fileSize)).toEqual(spaced(['1 Ko', '240 Ko', '1,8 Mo']));
  });

  it('may be broken, for an SMS', () => {
    expect(french.breakable(french.longDateTime(afternoon))).toBe('mercredi 25 novembre 2026 à 14 h 30');
  });
});
