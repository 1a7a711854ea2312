import { describe, expect, it } from '@jest/globals';
import { isDate } from '../values/dates.js';
import { GUARANTEES } from './guarantee.js';
import { RULES } from './rows.js';
import { inForce, ruleOn } from './rule.js';

/** Marked [check] in the specification "property": not read in the text of the law itself. */
const TO_CHECK = ['lease.length.company', 'deposit.advance', 'guarantee.company'];

describe('the rows of the law', () => {
  it('have a first day, a source and a territory; two of one rule begin on different days', () => {
    for (const { from, until, source, territory } of RULES) {
      expect([isDate(from), until === '' || until >= from, source.length > 10, territory.length > 0]).toEqual(
        [true, true, true, true],
      );
    }
    const keys = RULES.map(({ id, from }) => `${id} ${from}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('only warn where the specification says [check]', () => {
    for (const id of TO_CHECK) expect([id, ruleOn(RULES, id, '2026-11-28')?.severity]).toEqual([id, 'WARNS']);
  });

  it('change on their day, without a release', () => {
    const classes = (on: string) => ruleOn(RULES, 'lease.class-g', on)?.values['classes'];
    expect(['2024-12-31', '2025-01-01', '2027-12-31', '2028-01-01', '2034-01-01'].map(classes)).toEqual([
      undefined,
      'G',
      'G',
      'FG',
      'EFG',
    ]);
    const decree = { ...RULES[0]!, id: 'x', from: '2030-01-01', until: '2030-12-31' };
    expect(inForce([decree], '2030-12-31')).toHaveLength(1);
    expect(inForce([decree], '2031-01-01')).toHaveLength(0);
  });

  it('are named by the table of guarantees', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    expect(GUARANTEES.map(({ rule }) => rule).filter((rule) => rule !== '' && !ids.has(rule))).toEqual([]);
  });
});
