import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aRentCall } from '../../testing/property-builders.js';
import { allocate } from './posting.js';
import { debtOf, missingCents } from './rent-call.js';

const calls = fc
  .array(
    fc.record({ total: fc.integer({ min: 0, max: 200_000 }), paid: fc.integer({ min: 0, max: 200_000 }) }),
    {
      maxLength: 24,
    },
  )
  .map((months) =>
    months.map(({ total, paid }, at) =>
      aRentCall({
        id: `c${String(at)}`,
        month: `2026-${String((at % 12) + 1).padStart(2, '0')}`,
        totalCents: total,
        paidCents: Math.min(paid, total),
      }),
    ),
  );

describe('what a payment pays', () => {
  it('is never more than it is, nor more than what a call lacks, and all that can be paid', () => {
    fc.assert(
      fc.property(calls, fc.integer({ min: 1, max: 3_000_000 }), (unpaid, cents) => {
        const allocations = allocate({ amountCents: -cents, month: '' }, unpaid);
        const paid = allocations.reduce((sum, one) => sum + one.cents, 0);
        const lacking = unpaid.reduce((sum, call) => sum + missingCents(call), 0);
        expect(paid).toBe(Math.min(cents, lacking));
        for (const { rentCallId, cents: some } of allocations) {
          const call = unpaid.find(({ id }) => id === rentCallId);
          expect(call && some > 0 && some <= missingCents(call)).toBe(true);
        }
      }),
    );
  });

  it('is the month that it names, then the oldest', () => {
    const unpaid = ['2026-03', '2026-01', '2026-02'].map((month) =>
      aRentCall({ id: month, month, totalCents: 10_000 }),
    );
    expect(allocate({ amountCents: -25_000, month: '2026-03' }, unpaid)).toEqual([
      { rentCallId: '2026-03', cents: 10_000 },
      { rentCallId: '2026-01', cents: 10_000 },
      { rentCallId: '2026-02', cents: 5_000 },
    ]);
    expect(allocate({ amountCents: 25_000, month: '' }, unpaid)).toEqual([]);
  });
});

describe('what a tenant owes', () => {
  it('counts neither what is not yet due nor what a caisse withholds', () => {
    const unpaid = [
      aRentCall({ dueOn: '2026-02-01', totalCents: 80_000, paidCents: 30_000, withheldCents: 20_000 }),
      aRentCall({ dueOn: '2026-03-01', totalCents: 80_000, withheldCents: 80_000 }),
      aRentCall({ dueOn: '2026-04-01', totalCents: 80_000 }),
    ];
    expect(debtOf(unpaid, '2026-04-01')).toEqual({ debtCents: 30_000, firstDefaultOn: '2026-02-01' });
  });
});
