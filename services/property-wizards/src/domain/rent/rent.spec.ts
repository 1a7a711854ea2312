import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aLine, charges, tenantForms } from '../../testing/builders.js';
import { METROPOLITAN, indexTable, valueAt } from '../irl/series.js';
import type { Quarter } from '../irl/series.js';
import { addDays, daysBetween, endOfMonth } from '../values/dates.js';
import { firstCall } from './first-call.js';
import { amountOver, months, partOfMonth, withVat } from './pro-rata.js';
import { revise, revisedRent } from './revision.js';
import type { RevisionRequest } from './revision.js';

const METHODS = ['ACTUAL_DAYS', 'THIRTY_360', 'TWELFTHS_365'] as const;
const method = fc.constantFrom(...METHODS);
const amount = fc.integer({ min: -50_000_000, max: 100_000_000 });
const month = fc
  .record({ year: fc.integer({ min: 1990, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month: number }) => `${String(year)}-${String(number).padStart(2, '0')}-01`);

describe('pro rata', () => {
  it('counts the days of the month by default', () => {
    expect(partOfMonth(80_000, '2026-12-10', '2026-12-31', 'ACTUAL_DAYS')).toBe(56_774);
    expect(partOfMonth(80_000, '2026-12-10', '2026-12-31', 'THIRTY_360')).toBe(56_000);
    expect(partOfMonth(80_000, '2026-02-15', '2026-02-28', 'THIRTY_360')).toBe(42_667);
  });

  it('gives a whole month for a whole month, whatever its length', () => {
    fc.assert(
      fc.property(amount, month, method, (cents, from, how) => {
        expect(partOfMonth(cents, from, endOfMonth(from), how)).toBe(cents);
      }),
    );
  });

  it('sums to the month to the cent, however it is cut', () => {
    fc.assert(
      fc.property(
        amount,
        month,
        method,
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 6 }),
        (cents, from, how, cuts) => {
          const last = endOfMonth(from);
          const days = daysBetween(from, last);
          const ends = [...new Set(cuts.filter((cut) => cut < days))].sort((one, other) => one - other);
          let start = from;
          let sum = 0;
          for (const cut of ends) {
            const end = addDays(from, cut - 1);
            sum += partOfMonth(cents, start, end, how);
            start = addDays(end, 1);
          }
          expect(sum + partOfMonth(cents, start, last, how)).toBe(cents);
        },
      ),
    );
  });

  it('never gives more than the month, nor the other sign', () => {
    fc.assert(
      fc.property(amount, month, method, fc.integer({ min: 0, max: 27 }), (cents, from, how, after) => {
        const part = partOfMonth(cents, addDays(from, after), endOfMonth(from), how);
        expect(Math.abs(part)).toBeLessThanOrEqual(Math.abs(cents));
        expect(part === 0 || Math.sign(part) === Math.sign(cents)).toBe(true);
      }),
    );
  });

  it('cuts a quarter at the ends of its months', () => {
    expect(months('2026-11-15', '2026-12-31', 'ACTUAL_DAYS').map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-15', '2026-11-30'],
      ['2026-12-01', '2026-12-31'],
    ]);
    expect(amountOver(90_000, '2026-11-16', '2026-12-31', 'ACTUAL_DAYS')).toBe(45_000 + 90_000);
  });

  it('adds VAT half up', () => {
    expect(withVat(333, 2000)).toBe(400);
    expect(withVat(-333, 2000)).toBe(-400);
  });
});

describe('the first rent call', () => {
  it('goes to the end of its calendar period, aid of whole months taken off', () => {
    const aid = {
      kind: 'APL',
      fund: 'CAF',
      fundCode: '',
      beneficiaryNumber: '',
      amountCents: 20_000,
      paidTo: 'LANDLORD',
    } as const;
    const step = { ...tenantForms().RENT_CALL, periodicity: 'QUARTERLY' as const, from: '2026-11-16', aid };
    expect(firstCall(step)).toMatchObject({
      from: '2026-11-16',
      to: '2026-12-31',
      dueOn: '2026-11-16',
      totalCents: 120_000 + 10_500,
      aidCents: 20_000,
      toPayCents: 110_500,
    });
  });

  it('calls temporary lines for their own days only', () => {
    const line = aLine({ id: 'works', label: 'Travaux', amountCents: 31_000, kind: 'OTHER' });
    const step = {
      ...tenantForms().RENT_CALL,
      from: '2026-12-01',
      permanentLines: [charges],
      temporaryLines: [{ line, from: '2026-12-11', to: '2027-03-31' }],
    };
    expect(firstCall(step)?.lines.map(({ amountCents }) => amountCents)).toEqual([7_000, 21_000]);
  });
});

const request = (given: Partial<RevisionRequest> = {}): RevisionRequest => ({
  rentCents: 80_000,
  index: 'IRL',
  postalCode: '69003',
  referenceQuarter: '2023-Q4',
  referenceValue: 0,
  revisionOn: '2025-03-01',
  askedOn: '2025-03-01',
  lastRevisedOn: '2024-03-01',
  kind: 'UNFURNISHED',
  ...given,
});

describe('the rent index', () => {
  const table = indexTable([]);

  it.each([
    [80_000, '2023-Q4', 81_453],
    [70_000, '2025-Q2', 70_807],
  ])('%i cents of %s make %i a year later', (rentCents, referenceQuarter, expected) => {
    expect(revise(request({ rentCents, referenceQuarter }), table).newRentCents).toBe(expected);
  });

  it('has the published series whole', () => {
    expect(table).toHaveLength(26);
    expect(valueAt(table, 'IRL', METROPOLITAN, '2026-Q2')).toBe(14_837);
  });

  it('is exact to the cent for any rent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.integer({ min: 1, max: 30_000 }),
        fc.integer({ min: 1, max: 30_000 }),
        (rent, before, after) => {
          const revised = BigInt(revisedRent(rent, before, after));
          const exact = BigInt(rent) * BigInt(after);
          const twice = 2n * (exact - revised * BigInt(before));
          // Within half a cent of the exact quotient.
          expect(twice >= -BigInt(before) && twice <= BigInt(before)).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['class F', { energy: { ...class_('F') } }, 'CLASS_FROZEN'],
    ['a year not over', { lastRevisedOn: '2024-06-01' }, 'REVISED_THIS_YEAR'],
    ['asked after more than a year', { askedOn: '2026-03-02' }, 'REVISION_TOO_LATE'],
    ['an index of shops', { index: 'ILC' }, 'INDEX_OF_ANOTHER_KIND'],
    ['a quarter that is not published', { referenceQuarter: '2026-Q2' }, 'INDEX_MISSING'],
    ['31 February', { revisionOn: '2025-02-31' }, 'DATE_WRONG'],
  ])('is refused for %s', (_, given, code) => {
    expect(revise(request(given), table).refusals.map((one) => one.code)).toContain(code);
  });

  it.each([
    ['IRL', '97400', 'FR-DROM'],
    ['IRL', '20000', 'FR-20'],
    ['IRL', '69003', 'FR-MET'],
    ['ILC', '97400', 'FR-MET'],
  ])('of %s at %s follows the series of %s', (index, postalCode, territory) => {
    const added = (['2023-Q4', '2024-Q4'] as const).map((quarter, at): Quarter => ({
      ...{ index: index as Quarter['index'], territory, quarter },
      value: 10_000 + at * 100,
    }));
    const published = territory === METROPOLITAN && index === 'IRL' ? [] : added;
    const kind = index === 'IRL' ? 'UNFURNISHED' : 'COMMERCIAL';
    const revised = revise(request({ index, postalCode, kind }), indexTable(published));
    expect([revised.refusals, revised.newRentCents]).toEqual([[], published.length > 0 ? 80_800 : 81_453]);
  });

  it('takes effect from the asking, never back', () => {
    expect(revise(request({ askedOn: '2025-09-15' }), table)).toMatchObject({
      effectOn: '2025-09-15',
      nextRevisionOn: '2026-03-01',
      refusals: [],
    });
  });

  it('looks at the newest of DPE and attestation', () => {
    const energy = {
      ...class_('F'),
      doneOn: '2023-01-01',
      attestationOn: '2026-01-05',
      attestationClass: 'E',
    };
    expect(revise(request({ energy }), table).refusals).toEqual([]);
  });
});

function class_(energyClass: string) {
  return {
    number: '',
    doneOn: '2024-01-01',
    energyClass,
    gesClass: '',
    attestationOn: '',
    attestationClass: '',
    yearlyCostFromCents: 0,
    yearlyCostToCents: 0,
  };
}
