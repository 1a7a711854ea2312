import { describe, expect, it } from '@jest/globals';
import { formatCents, parseCents } from './money.js';

describe('money', () => {
  it('writes euros as the French do', () => {
    expect(formatCents(123450).replace(/\s/g, ' ')).toBe('1 234,50 €');
  });

  it.each([
    ['1 234,50', 123450],
    ['1 234,5 €', 123450],
    ['80', 8000],
    ['0.07', 7],
    ['19,99', 1999],
  ])('reads %s', (typed, cents) => {
    expect(parseCents(typed)).toBe(cents);
  });

  it.each(['', 'abc', '-5', '1,234', '1.2.3', '999999999'])('refuses %j', (typed) => {
    expect(parseCents(typed)).toBeUndefined();
  });
});
