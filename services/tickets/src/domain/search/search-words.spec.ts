import { expect, it } from '@jest/globals';
import { aDraft, aPerson } from '../../testing/builders.js';
import { Scenario } from '../../testing/scenario.js';
import { tellingWords, wordsByField, wordsOf } from './search-words.js';

it('ignores accents, case and punctuation', () => {
  expect(wordsOf('L’Évier, ŒUVRE « d’Été » !')).toEqual(['l', 'evier', 'oeuvre', 'd', 'ete']);
});

it('holds letters and digits only, so that a word is safe in a pattern', () => {
  expect(wordsOf('.* (a|b)+ $x \\d')).toEqual(['a', 'b', 'x', 'd']);
});

it('knows where each word of a ticket stands', () => {
  const { ticket } = Scenario.opened({ contractors: [aPerson({ name: 'Élec Martin' })] });
  expect(wordsByField(ticket)).toEqual({
    BUILDING: ['4', 'rue', 'des', 'erables', '69003', 'lyon', 'til03'],
    UNIT: ['residence', 'les', 'tilleuls', 'appartement', '12', 'lot0012'],
    OWNER: ['mme', 'lefevre'],
    SUBJECT_OR_DESCRIPTION: ['fuite', 'sous', 'l', 'evier', 'eau', 'coule', 'en', 'continu'],
    CONTRACTOR: ['elec', 'martin'],
  });
});

it('of a whole building, the name is the building’s', () => {
  const place = { ...aDraft().place!, unitId: '', label: 'Les Tilleuls', reference: 'TIL03' };
  const { BUILDING, UNIT } = wordsByField(Scenario.opened({ place }).ticket);
  expect(BUILDING).toEqual(expect.arrayContaining(['tilleuls', 'til03']));
  expect(UNIT).toEqual([]);
});

it.each([
  ['de l’ascenseur', ['ascenseur']],
  ['Saint-Étienne', ['saint', 'etienne']],
  ['12 rue des Érables', ['12', 'erables']],
  ['de la rue', ['de', 'la', 'rue']],
  ['…', []],
])('leaves out what tells nothing, unless there is nothing else: "%s"', (text, telling) => {
  expect(tellingWords(wordsOf(text))).toEqual(telling);
});
