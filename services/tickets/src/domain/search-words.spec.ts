import { expect, it } from '@jest/globals';
import { aPerson } from '../testing/builders.js';
import { Scenario } from '../testing/scenario.js';
import { searchWords, wordsOf } from './search-words.js';

it('ignores accents, case and punctuation', () => {
  expect(wordsOf('L’Évier, ŒUVRE « d’Été » !')).toEqual(['l', 'evier', 'oeuvre', 'd', 'ete']);
});

it('holds letters and digits only, so that a word is safe in a pattern', () => {
  expect(wordsOf('.* (a|b)+ $x \\d')).toEqual(['a', 'b', 'x', 'd']);
});

it('finds a ticket by contractor, subject, description, place, reference and owner', () => {
  const words = searchWords(Scenario.opened({ contractors: [aPerson({ name: 'Élec Martin' })] }).ticket);
  for (const word of ['elec', 'martin', 'fuite', 'continu', 'tilleuls', 'erables', 'lot0012', 'lefevre']) {
    expect(words).toContain(word);
  }
  expect(new Set(words).size).toBe(words.length);
});
