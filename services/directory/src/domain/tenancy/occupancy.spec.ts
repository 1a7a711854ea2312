import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aLease } from '../../testing/property-builders.js';
import type { Span } from './occupancy.js';
import { inTheWay, spanOf } from './occupancy.js';

const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-03-${String(date).padStart(2, '0')}`);
const span = fc.tuple(fc.uuid(), day, day, fc.boolean()).map(([leaseId, one, other, separate]): Span => {
  const [from = one, until = other] = [one, other].toSorted();
  return { leaseId, from, until, separate };
});

describe('the days of a unit', () => {
  it('never has two leases on a day, but for contracts of the same flat-share', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), (asked) => {
        const taken = asked.reduce<Span[]>((kept, one) => (inTheWay(one, kept) ? kept : [...kept, one]), []);
        for (const one of taken)
          for (const other of taken)
            if (one !== other && !(one.separate && other.separate))
              expect(
                one.until <= other.from ||
                  other.until <= one.from ||
                  one.from === one.until ||
                  other.from === other.until,
              ).toBe(true);
      }),
    );
  });

  it('says the same whoever comes first', () => {
    fc.assert(
      fc.property(span, span, (one, other) => {
        expect(inTheWay(one, [other]) === undefined).toBe(inTheWay(other, [one]) === undefined);
      }),
    );
  });

  it('are taken until somebody leaves, a notice ends, or a mobility lease does', () => {
    expect(spanOf(aLease()).until).toBe('9999-12-31');
    expect(spanOf(aLease({ endsOn: '2029-02-28' })).until).toBe('9999-12-31');
    expect(spanOf(aLease({ kind: 'mobility', endsOn: '2026-08-31' })).until).toBe('2026-08-31');
    const notice = { id: 'n', sharerId: '', reason: 'tenant-notice' as const, receivedOn: '', remarks: '' };
    expect(spanOf(aLease({ notices: [{ ...notice, leavesOn: '2026-06-30' }] })).until).toBe('2026-06-30');
    expect(spanOf(aLease({ notices: [{ ...notice, sharerId: 's1', leavesOn: '2026-06-30' }] })).until).toBe(
      '9999-12-31',
    );
    expect(spanOf(aLease({ leftOn: '2026-05-02' })).until).toBe('2026-05-02');
  });
});
