import { describe, expect, it } from '@jest/globals';
import { linesOf, ofCases } from '@intervia/testing/cases';
import { Scenario } from '../../testing/scenario.js';
import { listKeys, wordCondition } from './list-keys.js';
import { tellingWords, wordsByField, wordsOf } from './search-words.js';

/** Whether a ticket of this subject is found by what somebody types. */
function isFound(subject: string, query: string): boolean {
  const { ticket } = Scenario.opened({ subject });
  const words = wordsByField(ticket);
  const keys = new Set(listKeys(ticket, words));
  const all = Object.values(words).flat();
  return tellingWords(wordsOf(query)).every((word) => {
    const { anyOf, begins } = wordCondition(word);
    return anyOf.some((key) => keys.has(key)) && (!begins || all.some((one) => one.startsWith(begins.word)));
  });
}

ofCases(describe)('what failed once', () => {
  for (const [subject = '', query = ''] of linesOf('18-search', 'pairs.txt', '|'))
    it(`is found: ${subject}, by ${query}`, () => expect(isFound(subject, query)).toBe(true));
});

describe('of a kind with what failed', () => {
  it.each([
    ['Ols\u200bzewski', 'olszewski'],
    ['Þórsson', 'thorsson'],
    ['Œil-de-bœuf', 'oeil de boeuf'],
    ['Ольга Шевченко', 'Ольга'],
    ['Nguyễn Văn', 'nguyen van'],
    ['co\u00adpropriété', 'copro'],
    ['ﬁltre', 'filtre'],
    ['ÇELİK', 'celik'],
  ])('%s is found by %s', (subject, query) => expect(isFound(subject, query)).toBe(true));

  it('is not found by what it does not say', () => {
    expect(isFound('Fuite', 'ascenseur')).toBe(false);
  });
});
