import { describe, expect, it } from '@jest/globals';
import type { Tenancy } from '../values/base.js';
import { oldestDay } from '../values/days.js';
import { floorOf } from '../values/floor.js';
import { opFor, rentFigures, saidOf, saleFigures } from './record.js';

const DAY = '2001-11-27';

const tenancy = (changes: Partial<Tenancy> = {}): Tenancy => ({
  ...{ unitId: 'flat', calledFrom: '2001-01-01', rentCents: 70_000, chargesCents: 6_000, revisions: [] },
  ...changes,
});
const figures = (...tenancies: Tenancy[]) => rentFigures(tenancies, DAY)!;

describe('a record of the feed', () => {
  it.each([
    ['1999-11-27', undefined, 'CREATE'],
    ['1999-11-26', undefined, undefined],
    ['2001-11-27', undefined, 'CREATE'],
    ['1999-11-26', '65000 6000 1999-11', 'UPDATE'],
    ['1999-11-26', '70000 6000 1999-11', undefined],
    ['2001-01-01', '70000 6000 2001-01', undefined],
    ['2001-01-01', '70000 6000 2000-01', 'UPDATE'],
  ])('of a rent first called on %s, said before %s: %s', (calledFrom, said, op) => {
    expect(opFor(figures(tenancy({ calledFrom })), DAY, said)).toBe(op);
  });

  it('is of nobody who is called from tomorrow on, and of no rent', () => {
    expect(rentFigures([tenancy({ calledFrom: '2001-11-28' })], DAY)).toBeUndefined();
    expect(rentFigures([tenancy({ calledFrom: '' })], DAY)).toBeUndefined();
    expect(opFor(figures(tenancy({ rentCents: 0 })), DAY, undefined)).toBeUndefined();
  });

  it('has the rent of its day: a revision counts from its effect on', () => {
    const revisions = [
      { effectOn: '2001-06-01', oldRentCents: 60_000 },
      { effectOn: '2001-12-01', oldRentCents: 68_000 },
      { effectOn: '2002-06-01', oldRentCents: 69_000 },
    ];
    expect(figures(tenancy({ revisions }))).toMatchObject({ rentCents: 68_000 });
    expect(figures(tenancy({ revisions: revisions.slice(0, 1) }))).toMatchObject({ rentCents: 70_000 });
  });

  it('adds up those who have a contract each', () => {
    const shared = figures(tenancy(), tenancy({ calledFrom: '2001-05-01', rentCents: 30_000 }));
    expect(shared).toEqual({
      kind: 'RENT',
      rentCents: 100_000,
      chargesCents: 12_000,
      firstDay: '2001-05-01',
    });
  });

  it('is of a sale by its price and month', () => {
    const sale = saleFigures({ unitId: 'flat', signedOn: '2001-10-05', priceCents: 21_000_000 });
    expect(saidOf(sale)).toBe('21000000 2001-10');
    expect(opFor(sale, DAY, undefined)).toBe('CREATE');
    expect(opFor(sale, DAY, saidOf(sale))).toBeUndefined();
  });
});

describe('two years back', () => {
  it.each([
    ['2001-11-27', '1999-11-27'],
    ['2004-02-29', '2002-02-28'],
    ['2002-02-28', '2000-02-28'],
  ])('from %s is %s', (day, oldest) => expect(oldestDay(day)).toBe(oldest));
});

describe('a floor', () => {
  it.each([
    ['RDC', 0],
    ['Rez-de-chaussée', 0],
    ['3e étage', 3],
    ['1er', 1],
    ['12', 12],
    ['-1', -1],
    ['3e étage, chez Mme Diallo', undefined],
    ['', undefined],
  ])('%s is %s', (text, floor) => expect(floorOf(text)).toBe(floor));
});
