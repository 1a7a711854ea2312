import { describe, expect, it } from '@jest/globals';
import { linesOf, ofCases } from '@intervia/testing/cases';
import { queryWords, searchWords } from './search-words.js';

/** As the repositories compare: each word that was typed begins one of the record's. */
const isFound = (record: string, typed: string): boolean =>
  queryWords(typed).every((word) => searchWords(record).some((own) => own.startsWith(word)));

ofCases(describe)('what failed once', () => {
  for (const [record = '', typed = ''] of linesOf('18-search', 'pairs.txt', '|'))
    it(`is found: ${record}, by ${typed}`, () => expect(isFound(record, typed)).toBe(true));

  it('does not find every building', () => {
    expect(isFound('Résidence Les Tilleuls', 'Ольга')).toBe(false);
  });
});

describe('of a kind with what failed', () => {
  it.each(['李小明', '…', '---', '\u200b', 'שלום'])('%j finds no other building', (typed) => {
    expect(isFound('Résidence Les Tilleuls', typed)).toBe(false);
  });

  it.each([
    ['Ольга', 'Ольга'],
    ['Ringstraße', 'RINGSTRASSE'],
    ['Łódź', 'lodz'],
  ])('%s is found by %s', (record, typed) => expect(isFound(record, typed)).toBe(true));
});
