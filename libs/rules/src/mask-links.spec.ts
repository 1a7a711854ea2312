import { describe, expect, it } from '@jest/globals';
import { maskLinks } from './mask-links.js';

const TOKEN = 'pXq3kT1vB9zR-7wY_5mN2sL8hG4fD6jC0aE1bU3iO9k';

describe('personal links in a text', () => {
  it.each([
    [`Répondez ici : https://intervia.example/i/${TOKEN}.`, 'Répondez ici : https://intervia.example/i/•••.'],
    [
      `> http://localhost:3000/i/${TOKEN}?notice=done\n> Merci`,
      '> http://localhost:3000/i/•••?notice=done\n> Merci',
    ],
    [`<a href="/i/${TOKEN}/documents/1">ici</a>`, '<a href="/i/•••/documents/1">ici</a>'],
    ['Le 3/i/4 n’est pas un lien.', 'Le 3/i/4 n’est pas un lien.'],
    ['', ''],
  ])('%j is shown without its token', (text, shown) => {
    expect(maskLinks(text)).toBe(shown);
  });
});
