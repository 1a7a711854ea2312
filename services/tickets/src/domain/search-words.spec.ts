import { expect, it } from '@jest/globals';
import { aPerson } from '../testing/builders.js';
import { Scenario } from '../testing/scenario.js';
import { wordsByField, wordsOf } from './search-words.js';

it('ignores accents, case and punctuation', () => {
  expect(wordsOf('L’Évier, ŒUVRE « d’Été » !')).toEqual(['l', 'evier', 'oeuvre', 'd', 'ete']);
});

it('holds letters and digits only, so that a word is safe in a pattern', () => {
  expect(wordsOf('.* (a|b)+ $x \\d')).toEqual(['a', 'b', 'x', 'd']);
});

it('knows where each word of a ticket stands', () => {
  const { ticket } = Scenario.opened({ contractors: [aPerson({ name: 'Élec Martin' })] });
  expect(wordsByField(ticket)).toEqual({
    BUILDING: [
      'residence',
      'les',
      'tilleuls',
      'appartement',
      '12',
      '4',
      'rue',
      'des',
      'erables',
      '69003',
      'lyon',
    ],
    UNIT: ['residence', 'les', 'tilleuls', 'appartement', '12', 'lot0012'],
    OWNER: ['mme', 'lefevre'],
    SUBJECT_OR_DESCRIPTION: ['fuite', 'sous', 'l', 'evier', 'eau', 'coule', 'en', 'continu'],
    CONTRACTOR: ['elec', 'martin'],
  });
});
