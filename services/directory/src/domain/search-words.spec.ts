import { describe, expect, it } from '@jest/globals';
import { queryWords, searchWords, sortKey } from './search-words.js';

describe('search words', () => {
  it('ignores accents, case, ligatures and punctuation', () => {
    expect(searchWords("Résidence du Cœur d'Or", '12 bis, rue Ægidius')).toEqual(
      ['12', 'aegidius', 'bis', 'coeur', 'd', 'du', 'or', 'residence', 'rue'].sort(),
    );
  });

  it('keeps each word once', () => {
    expect(searchWords('Lyon', 'LYON lyon')).toEqual(['lyon']);
  });

  it('reads what a person typed in the same way, and holds nothing that a pattern would interpret', () => {
    expect(queryWords('  Éto.* (ile$ ')).toEqual(['eto', 'ile']);
    expect(queryWords(' ')).toEqual([]);
  });

  it.each([' .*+?^$() ', '🎉'])('finds nothing by %s, which holds no word', (typed) => {
    const [word = ''] = queryWords(typed);
    expect(word).not.toBe('');
    expect(searchWords('Résidence des Tilleuls', typed, word).some((own) => own.startsWith(word))).toBe(
      false,
    );
  });

  it('bounds the words of a query', () => {
    expect(queryWords(Array.from({ length: 50 }, (_, at) => `w${String(at)}`).join(' '))).toHaveLength(8);
  });

  it('orders accented names among the others', () => {
    const names = ['Zola', 'Éluard', 'Eluard B', 'Aragon'];
    expect(names.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
      'Aragon',
      'Éluard',
      'Eluard B',
      'Zola',
    ]);
  });
});
