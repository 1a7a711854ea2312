import { describe, expect, it } from '@jest/globals';
import { linesOf, ofCases } from '@intervia/testing/cases';
import { contactView } from './parts.view.js';

const dialled = (typed: string): string[] =>
  contactView({ name: 'M. Roux', phones: [typed], comment: '' }).calls.map(({ number }) => `tel:${number}`);

ofCases(describe)('what failed once', () => {
  for (const [typed = '', right = ''] of linesOf('15-tel-links', 'numbers.txt', '->'))
    it(`is dialled as it is meant: ${typed}`, () => {
      const links = right.startsWith('tel:') ? [right] : ['tel:0612345678', 'tel:0465719000'];
      expect(dialled(typed)).toEqual(links);
    });
});

describe('of a kind with what failed', () => {
  it.each([
    ['06 12 34 56 78 / 07 12 34 56 78', ['tel:0612345678', 'tel:0712345678']],
    ['06.12.34.56.78 (gardien, 8 h-12 h) puis 04 65 71 90 00', ['tel:0612345678', 'tel:0465719000']],
    ['0033 6 12 34 56 78', ['tel:+33612345678']],
    ['+33(0)465719000 interphone 12', ['tel:+33465719000']],
    ['Tél : 06-12-34-56-78 après 18h30', ['tel:0612345678']],
    ['0692 12 34 56', ['tel:0692123456']],
  ])('%s', (typed, links) => expect(dialled(typed)).toEqual(links));
});
