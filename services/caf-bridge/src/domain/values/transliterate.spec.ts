import { describe, expect, it } from '@jest/globals';
import { transliterate } from './transliterate.js';

describe('transliterate', () => {
  it.each([
    ['Léa Bœuf-d’Église', "LEA BOEUF-D'EGLISE"],
    ['Łukasz Żółć', 'LUKASZ ZOLC'],
    ['Straße n° 3', 'STRASSE NO 3'],
    ['Nguyễn Thị Ánh', 'NGUYEN THI ANH'],
    ['Çağlar Öğüt', 'CAGLAR OGUT'],
  ])('writes %s as %s', (given, expected) => {
    expect(transliterate(given)).toEqual({ text: expected, unmappable: [] });
  });

  it('tells what cannot be written', () => {
    expect(transliterate('Иван')).toEqual({ text: '', unmappable: ['И', 'В', 'А', 'Н'] });
  });
});
