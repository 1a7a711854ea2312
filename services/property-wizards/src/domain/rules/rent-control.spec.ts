import { describe, expect, it } from '@jest/globals';
import { isDate } from '../values/dates.js';
import { RENT_CONTROL, rentControlOn } from './rent-control.js';

describe('rent control by commune', () => {
  it('begins and ends on its days', () => {
    const in69003 = (on: string) => rentControlOn('69003', on)?.values['commune'];
    expect(['2021-10-31', '2021-11-01', '2026-11-24', '2026-11-25'].map(in69003)).toEqual([
      undefined,
      'Lyon et Villeurbanne',
      'Lyon et Villeurbanne',
      undefined,
    ]);
  });

  it('is of one commune where postcodes are told, never refuses, and has its source', () => {
    const codes = RENT_CONTROL.flatMap(({ values }) => values['postalCodes']?.split(' ') ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^\d{5}$/.test(code))).toEqual([]);
    for (const { severity, source, from } of RENT_CONTROL)
      expect([severity, source.includes('décret'), isDate(from)]).toEqual(['WARNS', true, true]);
  });

  it('is nowhere else', () => {
    expect(rentControlOn('21000', '2025-01-01')).toBeUndefined();
  });
});
