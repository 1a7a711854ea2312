import { describe, expect, it } from '@jest/globals';
import { isKnownQuotation } from './known-quotation.js';

const SENT = ['Bonjour,\n\nMerci de réparer la fuite.\n\nhttps://intervia.example/i/abc'];

describe('isKnownQuotation', () => {
  it('knows our own mail, under the lines of a program', () => {
    const quoted =
      'De : Cabinet <a@b.example>\nEnvoyé : mardi\nObjet : ODS 12\n\n> Bonjour,\n> Merci de réparer\n> la fuite.';
    expect(isKnownQuotation(quoted, SENT)).toBe(true);
  });

  it('finds a word that somebody else wrote into it', () => {
    expect(isKnownQuotation('> Merci de réparer la fuite.\nFait ce matin.', SENT)).toBe(false);
    expect(isKnownQuotation('> Bonjour', [])).toBe(false);
  });
});
