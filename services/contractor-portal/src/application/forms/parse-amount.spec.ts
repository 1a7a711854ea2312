import { describe, expect, it } from '@jest/globals';
import { parseAmount } from './parse-amount.js';

describe('parseAmount', () => {
  it.each([
    ['1 234,56 €', 123456],
    ['1\u202F234,56\u00A0€', 123456],
    ['1234.56', 123456],
    ['1.234,56', 123456],
    ['1,234.56', 123456],
    ['1.234.567,89', 123456789],
    ['1.234.567', 123456700],
    ['80', 8000],
    ['80 euros TTC', 8000],
    ['80,5 EUR', 8050],
    ['0,01', 1],
    ['9 999 999,99', 999999999],
  ])('reads %s', (text, cents) => {
    expect(parseAmount(text)).toBe(cents);
  });

  it.each([
    '',
    '€',
    '0',
    '-12',
    '12,345',
    '1.234',
    '1,234',
    '1.234,567,890',
    '12..5',
    '1,2,3',
    'mille',
    '1e3',
    '10 000 000',
  ])('refuses %j, which is no amount, or two', (text) => {
    expect(parseAmount(text)).toBeUndefined();
  });
});
