import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, daysBetween, isDate } from './dates.js';
import {
  isCreditorId,
  isDpeNumber,
  isMandateReference,
  isCompanyNumber,
  isTaxIdentifier,
  taxIdentifierFits,
} from './identifiers.js';

const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe('dates', () => {
  it.each([
    '2026-02-31',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '31/02/2026',
    '0001-01-01',
    '',
  ])('refuse %s', (text) => expect(isDate(text)).toBe(false));

  it('know leap years', () => expect(['2024-02-29', '2000-02-29'].every(isDate)).toBe(true));

  it('go on over ends of months and years', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-11-30', 14)).toBe('2028-01-30');
    expect(addMonths('2026-03-15', -3)).toBe('2025-12-15');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('count days as many as are added', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 5_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(isDate(to)).toBe(true);
        expect(daysBetween(from, to)).toBe(days + 1);
      }),
    );
  });
});

describe('identifiers', () => {
  it.each(['732 829 320', '73282932000074', '35600000000048', '35600000049837'])('accept %s', (text) =>
    expect(isCompanyNumber(text)).toBe(true),
  );

  it.each([
    '732829321',
    '73282932000075',
    '000000000',
    '35600000000049',
    '12',
    'abcdefghi',
    '732829320000741',
  ])('refuse %s', (text) => expect(isCompanyNumber(text)).toBe(false));

  it('find every single wrong digit of a SIREN', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digits = [...'732829320'];
        digits[at] = String((Number(digits[at]) + shift) % 10);
        expect(isCompanyNumber(digits.join(''))).toBe(false);
      }),
    );
  });

  it('read a tax identifier by its département', () => {
    expect(isTaxIdentifier('690123456789')).toBe(true);
    expect(isTaxIdentifier('69012345678')).toBe(false);
    expect(taxIdentifierFits('690123456789', '69002')).toBe(true);
    expect(taxIdentifierFits('750123456789', '69002')).toBe(false);
    expect(taxIdentifierFits('970123456789', '97400')).toBe(true);
    expect(taxIdentifierFits('2A0123456789', '20000')).toBe(true);
  });

  it('read numbers of DPE, SEPA mandates and creditors', () => {
    expect(isDpeNumber('2369E0123456K')).toBe(true);
    expect(isDpeNumber('23E0123456K')).toBe(false);
    expect(isMandateReference('411NGUYEN-1234')).toBe(true);
    expect(isMandateReference('411 NGUYEN')).toBe(false);
    expect(isMandateReference('X'.repeat(36))).toBe(false);
    // Both published by the European Payments Council and the Banque de France as examples.
    expect(isCreditorId('FR72ZZZ123456')).toBe(true);
    expect(isCreditorId('DE98ZZZ09999999999')).toBe(true);
    expect(isCreditorId('FR73ZZZ123456')).toBe(false);
  });
});
