import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anUnpaidMonth, aTenancy } from '../../samples/builders.js';
import { debtOn } from '../selection/debt.js';
import { addMonths } from '../values/day.js';
import { constitutedBy, countdown } from './constitution.js';

const FACTS = { rentCents: 650_00, chargesCents: 80_00, aidCents: 250_00, toLandlord: true };

const debt = (months: Record<string, number>, today: string, withheld: Record<string, number> = {}) =>
  debtOn(
    aTenancy({
      calls: Object.entries(months).map(([month, cents]) =>
        anUnpaidMonth(month, cents, { withheldCents: withheld[month] ?? 0 }),
      ),
    }),
    today,
  );

describe('the rule of the day on which a debt is constituted', () => {
  it('is two months less the aid for the landlord who gets it, until 2026', () => {
    const owed = debt({ '2026-09': 480_00, '2026-10': 480_00 }, '2026-10-20');
    expect(constitutedBy(owed, FACTS, '2026-09-05', '2026-10-20')).toMatchObject({
      ...{ rule: 1, on: '2026-10-05', thresholdCents: 960_00 },
    });
  });

  it('is two whole months where the tenant gets the aid', () => {
    const owed = debt({ '2026-09': 730_00, '2026-10': 729_99 }, '2026-11-01');
    const facts = { ...FACTS, toLandlord: false };
    expect(constitutedBy(owed, facts, '2026-09-05', '2026-11-01')).toBeUndefined();
    const reached = debt({ '2026-09': 730_00, '2026-10': 730_00 }, '2026-11-01');
    expect(constitutedBy(reached, facts, '2026-09-05', '2026-11-01')).toMatchObject({
      thresholdCents: 1460_00,
    });
  });

  it('stays the old one for a debt constituted on the last day of 2026', () => {
    const calls = [
      anUnpaidMonth('2026-11', 480_00),
      anUnpaidMonth('2026-12', 480_00, { dueOn: '2026-12-31' }),
    ];
    const owed = debtOn(aTenancy({ calls }), '2027-02-01');
    expect(constitutedBy(owed, FACTS, '2026-11-05', '2027-02-01')).toMatchObject({
      rule: 1,
      on: '2026-12-31',
    });
  });

  it('is the new one from the first day of 2027: above 450 euros', () => {
    const calls = [anUnpaidMonth('2026-12', 400_00), anUnpaidMonth('2027-01', 50_00)];
    const exactly = debtOn(aTenancy({ calls }), '2027-02-01');
    expect(constitutedBy(exactly, FACTS, '2026-12-05', '2027-02-01')).toBeUndefined();
    const above = debtOn(aTenancy({ calls: [...calls, anUnpaidMonth('2027-02', 1)] }), '2027-02-05');
    expect(constitutedBy(above, FACTS, '2026-12-05', '2027-02-05')).toMatchObject({
      ...{ rule: 2, on: '2027-02-05', thresholdCents: 450_00 },
    });
  });

  it('takes what was above 450 euros already on the day the rule begins', () => {
    const owed = debt({ '2026-12': 451_00 }, '2027-01-01');
    expect(constitutedBy(owed, FACTS, '2026-12-05', '2026-12-31')).toBeUndefined();
    expect(constitutedBy(owed, FACTS, '2026-12-05', '2027-01-01')).toMatchObject({
      rule: 2,
      on: '2027-01-01',
    });
  });

  it('is met three months after the first default, whatever is owed', () => {
    const owed = debt({ '2027-01': 10_00 }, '2027-04-05');
    expect(constitutedBy(owed, FACTS, '2027-01-05', '2027-04-04')).toBeUndefined();
    expect(constitutedBy(owed, FACTS, '2027-01-05', '2027-04-05')).toMatchObject({
      rule: 4,
      on: '2027-04-05',
    });
  });

  it('counts from the first default of a debt never wholly paid, though its month was', () => {
    const owed = debt({ '2027-03': 10_00 }, '2027-04-06');
    expect(constitutedBy(owed, FACTS, '2027-01-05', '2027-04-06')).toMatchObject({ rule: 4 });
    expect(constitutedBy(owed, FACTS, undefined, '2027-04-06')).toBeUndefined();
  });

  it('does not count aid withheld because the dwelling is not decent', () => {
    const months = { '2027-01': 460_00 };
    expect(constitutedBy(debt(months, '2027-01-06'), FACTS, '2027-01-05', '2027-01-06')).toMatchObject({
      rule: 2,
    });
    const withheld = debt(months, '2027-01-06', { '2027-01': 250_00 });
    expect(withheld).toMatchObject({ cents: 210_00, withheldCents: 250_00 });
    expect(constitutedBy(withheld, FACTS, '2027-01-05', '2027-01-06')).toBeUndefined();
  });

  it('lets aid beyond rent and charges lower no threshold below nothing', () => {
    const owed = debt({ '2026-10': 1 }, '2026-10-06');
    expect(constitutedBy(owed, { ...FACTS, aidCents: 900_00 }, '2026-10-05', '2026-10-06')).toMatchObject({
      ...{ rule: 1, thresholdCents: 0 },
    });
  });
});

describe('both rules, whatever the debt', () => {
  const months = Array.from({ length: 20 }, (_, index) => addMonths('2026-01-05', index).slice(0, 7));
  const drawn = fc.record({
    unpaid: fc.array(fc.integer({ min: 0, max: 900_00 }), {
      minLength: months.length,
      maxLength: months.length,
    }),
    aidCents: fc.integer({ min: 0, max: 900_00 }),
    toLandlord: fc.boolean(),
    today: fc.integer({ min: 0, max: 23 }).map((index) => addMonths('2026-01-20', index)),
  });

  it('is chosen by the day, is met on that day and not on the one before', () => {
    fc.assert(
      fc.property(drawn, ({ unpaid, aidCents, toLandlord, today }) => {
        const calls = months.map((month, index) => anUnpaidMonth(month, unpaid[index] ?? 0));
        const facts = { ...FACTS, aidCents, toLandlord };
        const owed = debtOn(aTenancy({ calls }), today);
        const found = constitutedBy(owed, facts, undefined, today);
        if (!found) {
          // Nothing is missed: the plain words of both rules, on today's debt.
          if (today >= '2027-01-01') expect(owed.cents).toBeLessThanOrEqual(450_00);
          return;
        }
        expect(found.on <= today).toBe(true);
        expect(found.rule === 1).toBe(found.on <= '2026-12-31');
        const then = debtOn(aTenancy({ calls }), found.on);
        if (found.rule === 1) expect(then.cents).toBeGreaterThanOrEqual(found.thresholdCents);
        if (found.rule === 2) expect(then.cents).toBeGreaterThan(450_00);
      }),
    );
  });

  it('never comes later because more is owed', () => {
    fc.assert(
      fc.property(drawn, fc.nat({ max: 19 }), ({ unpaid, aidCents, toLandlord, today }, place) => {
        const facts = { ...FACTS, aidCents, toLandlord };
        const on = (owed: readonly number[]) => {
          const calls = months.map((month, index) => anUnpaidMonth(month, owed[index] ?? 0));
          return (
            constitutedBy(debtOn(aTenancy({ calls }), today), facts, undefined, today)?.on ?? '9999-12-31'
          );
        };
        const more = unpaid.map((cents, index) => (index === place ? cents + 100_00 : cents));
        expect(on(more) <= on(unpaid)).toBe(true);
      }),
    );
  });
});

describe('the countdown', () => {
  it.each([
    ['2026-12-31', '2027-01-15', { deadline: '2027-02-28', daysLeft: 44 }],
    ['2027-01-05', '2027-03-06', { deadline: '2027-03-05', daysLeft: -1 }],
  ])('of %s on %s', (on, today, expected) => expect(countdown(on, today)).toEqual(expected));
});
