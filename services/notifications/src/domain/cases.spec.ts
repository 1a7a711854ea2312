import { describe, expect, it } from '@jest/globals';
import { linesOf, ofCases } from '@intervia/testing/cases';
import { toGsm7 } from './gsm7.js';

ofCases(describe)('what failed once', () => {
  for (const [typed = '', right = ''] of linesOf('16-sms-names', 'names.txt', '->'))
    it(`loses no letter in an SMS: ${typed}`, () => expect(toGsm7(typed)).toBe(right));
});

describe('of a kind with what failed', () => {
  it.each([
    ['2½ h', '2 1/2 h'],
    ['№ 5, 20 ℃ → cave', 'No 5, 20 C > cave'],
    ['Ştefan Đorđević', 'Stefan Dordevic'],
    ['Þór', 'Thor'],
    ['„sous-sol” ± 1 m²', '"sous-sol" +- 1 m2'],
    ['Ольга', "Ol'ga"],
    ['Vu 👍🏽 merci', 'Vu  merci'],
    ['ﬂuide à 3 ≥ 2', 'fluide à 3 >= 2'],
  ])('%s', (typed, right) => expect(toGsm7(typed)).toBe(right));
});
