import { expect, it } from '@jest/globals';
import { formatChange, formatMonth, formatShare, formatSpan } from './words.js';

const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

it.each([
  [undefined, 'CALENDAR', '–'],
  [20, 'CALENDAR', '0 min'],
  [2_700, 'CALENDAR', '45 min'],
  [19_200, 'CALENDAR', '5 h 20'],
  [86_399, 'CALENDAR', '24 h'],
  [273_600, 'CALENDAR', '3 j 4 h'],
  [172_800, 'CALENDAR', '2 j'],
  [93_600, 'WORKING', '26 h'],
] as const)('%s seconds, %s: %s', (seconds, hours, text) =>
  expect(plain(formatSpan(seconds, hours))).toBe(text),
);

it('compares with what was there before, and with nothing when nothing was', () => {
  expect(plain(formatChange(12, 10))).toBe('+20 %');
  expect(plain(formatChange(9, 10))).toBe('-10 %');
  expect(plain(formatChange(10, 10))).toBe('0 %');
  expect(formatChange(10, 0)).toBe('–');
  expect(formatChange(undefined, 3)).toBe('–');
});

it('tells shares and months the French way', () => {
  expect(plain(formatShare(1, 3))).toBe('33,3 %');
  expect(formatShare(0, 0)).toBe('–');
  expect(formatMonth('2026-03')).toBe('mars 2026');
});
