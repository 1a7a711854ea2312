import { describe, expect, it } from '@jest/globals';
import { visibleText } from './visible-text.js';

const ANSWER = 'Bonjour,\n\nJe passerai mardi à 14 h.\nLe code a changé ?';

describe('visibleText', () => {
  it.each([
    [
      'Gmail in French',
      'Le mar. 24 nov. 2026 à 09:12, Cabinet des Tilleuls <reponses+0123.abcd@intervia.example> a écrit :\n\n> Bonjour,\n> Merci de répondre.',
    ],
    [
      'Gmail, its line broken',
      'Le mar. 24 nov. 2026 à 09:12, Cabinet des Tilleuls <\nreponses+0123.abcd@intervia.example> a écrit :\n\n> Bonjour',
    ],
    [
      'Apple Mail in French, with no-break spaces',
      'Le 24 nov. 2026 à 09:12, Cabinet des Tilleuls <a@b.example> a écrit\u00a0:\n\n> Bonjour',
    ],
    [
      'Outlook in French',
      'De : Cabinet des Tilleuls <a@b.example>\nEnvoyé : mardi 24 novembre 2026 09:12\nÀ : contact@martin.example\nObjet : ODS 1042\n\nBonjour,',
    ],
    ['Outlook of old', '-----Message d’origine-----\nDe : Cabinet\nÀ : Martin\n\nBonjour'],
    ['Gmail in English', 'On Tue, Nov 24, 2026 at 9:12 AM Cabinet <a@b.example> wrote:\n\n> Bonjour'],
    ['a quotation without a word above it', '> Bonjour,\n> Merci de répondre.'],
  ])('cuts the quotation of %s', (_program, quotation) => {
    expect(visibleText(`${ANSWER}\n\n${quotation}\n`)).toBe(ANSWER);
  });

  it('keeps a sentence that begins like a quotation', () => {
    const text = 'Le locataire a écrit une lettre.\nDe mon côté : rien.';
    expect(visibleText(text)).toBe(text);
  });

  it('never makes nothing of something', () => {
    expect(visibleText('> Oui, mardi.')).toContain('Oui, mardi.');
  });
});
