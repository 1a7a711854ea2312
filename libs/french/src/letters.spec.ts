import { describe, expect, it } from '@jest/globals';
import { basicLetters, plain, plainWords, withoutInvisible } from './letters.js';

describe('letters', () => {
  it.each([
    ['Łukasz Đặng', 'lukasz dang'],
    ['Straße', 'strasse'],
    ['Sørensen', 'sorensen'],
    ['Işık', 'isik'],
    ['ﬁltre', 'filtre'],
    ['Résidence du Cœur', 'residence du coeur'],
    ['copro\u00adpriété', 'copropriete'],
    ['Ascen\u200bseur', 'ascenseur'],
  ])('%s is searched as %s', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('knows words of every script, and none where there is no letter', () => {
    expect(plainWords('Ольга')).not.toHaveLength(0);
    expect(plainWords(' .*+?^$() 🎉 ')).toEqual([]);
  });

  it('keeps what is no letter', () => {
    expect(basicLetters('1 ½ h – « ça »')).toBe('1 1/2 h – « ca »');
  });

  it.each(['a@exemple.fr\u200b', '\u00ada@exemple.fr', 'a@exemple.fr\ufeff'])('finds %j clean', (typed) => {
    expect(withoutInvisible(typed)).toBe('a@exemple.fr');
  });
});
