import { describe, expect, it } from '@jest/globals';
import { faultsOfAdded } from './added.js';

const TODAY = '2027-01-20';
const TYPED = {
  ...({ index: 'ILC', territory: 'FR-MET', quarter: '2026-Q3', value: 13_512 } as const),
  ...{ source: 'INSEE, Informations rapides n° 12', publishedOn: '2026-12-18' },
};

describe('a quarter that an administrator types', () => {
  it('is taken with the publication that it was read in', () => {
    expect(faultsOfAdded(TYPED, TODAY)).toEqual([]);
  });

  it.each([
    [{ quarter: 'T3 2026' }, 'quarter.quarter QUARTER_WRONG'],
    [{ quarter: '2027-Q1' }, 'quarter.quarter QUARTER_NOT_OVER'],
    [{ value: 0 }, 'quarter.value VALUE_WRONG'],
    [{ value: 1_351_200 }, 'quarter.value VALUE_WRONG'],
    [{ source: ' ' }, 'quarter.source REQUIRED'],
    [{ publishedOn: '' }, 'quarter.publishedOn REQUIRED'],
    [{ publishedOn: '2026-02-31' }, 'quarter.publishedOn DATE_WRONG'],
    [{ publishedOn: '2027-01-21' }, 'quarter.publishedOn DATE_IN_FUTURE'],
    [{ publishedOn: '2026-09-30' }, 'quarter.publishedOn PUBLISHED_BEFORE_END'],
  ])('%j is refused at its field', (given, expected) => {
    const faults = faultsOfAdded({ ...TYPED, ...given }, TODAY);
    expect(faults.map(({ field, code }) => `${field} ${code}`)).toContain(expected);
  });
});
