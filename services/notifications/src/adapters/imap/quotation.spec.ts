import { describe, expect, it } from '@jest/globals';
import { partQuotation } from './quotation.js';

const visibleText = (text: string): string => partQuotation(text).written;

const ANSWER = 'Bonjour,\n\nJe passerai mardi à 14 h.\nLe code a changé ?';

describe('partQuotation', () => {
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

  it.each([
    [
      'Windows Mail',
      'Oui.\n\nProvenance : Courrier pour Windows\n\nDe : C\nEnvoyé le :mardi 24 novembre 2026 09:12\nÀ : m\nObjet :x\n\nQUOTE',
    ],
    [
      'Orange',
      'Oui.\n\n envoyé : 24 novembre 2026 à 09:12\nde : C <a@b.example>\nà : m@orange.fr\nobjet : ODS\n\nQUOTE',
    ],
    [
      'Zimbra',
      'Oui.\n\n----- Mail original -----\nDe: "C" <a@b.example>\nÀ: "m" <m@x.example>\nEnvoyé: Mardi 24 Novembre 2026 09:12:00\nObjet: ODS\n\nQUOTE',
    ],
    [
      'Outlook, from HTML',
      'Oui.\n\n________________________________\nDe : C <a@b.example>\nEnvoyé : mardi 24 novembre 2026 09:12\nÀ : m <m@x.example>\nObjet : ODS\n\nQUOTE',
    ],
    [
      'Gmail, whose marks were lost',
      'Oui.\n\nLe mar. 24 nov. 2026 à 09:12, C <a@b.example> a écrit :\n\nQUOTE',
    ],
  ])('folds what %s leaves below', (_program, text) => {
    expect(partQuotation(text)).toMatchObject({ written: 'Oui.', quoted: expect.stringContaining('QUOTE') });
  });

  it.each([
    ['a quotation that belongs to the sentence above', 'Le locataire dit :\n> ça coule chez moi FIN'],
    ['hours', 'Je peux passer jeudi :\nDe : 8 h\nÀ : 10 h\nFIN'],
    ['what follows a signature', 'Photo 1\n\nEnvoyé de mon iPhone\n\nDeuxième info : vanne HS FIN'],
    ['a form', 'Fiche :\n______________________\nNom : Martin\nFIN'],
    ['lines', 'Montant : 120 €\n---\nTVA : 24 € FIN'],
    [
      'a sentence of a lease',
      'Voici ce que dit le bail\n\nLe bailleur doit le faire par écrit\n\nMerci de confirmer FIN',
    ],
    ['a story', 'Bonjour,\nLe 12 novembre le gardien a écrit : fuite réparée.\nC’est faux FIN'],
    [
      'answers between the lines',
      'Mes réponses ci-dessous.\n\nLe 24/11/2026 à 09:12, Cabinet a écrit :\n> Étage ?\n\n3e gauche FIN',
    ],
    [
      'what was forwarded',
      'Voir ci-dessous.\n\n-------- Message transféré --------\nSujet : Délai\nDe : F <f@x.example>\n\nPièce le 12 FIN',
    ],
  ])('keeps %s', (_what, text) => {
    expect(partQuotation(text)).toEqual({ written: text, quoted: '' });
  });

  it('looks at each line a bounded number of times', () => {
    const lines = Array.from({ length: 200_000 }, (_, n) =>
      n % 2 ? 'Op a schreef b' : 'Le 24/11/2026 à 09:12 On De : x',
    );
    const text = lines.join('\n');
    expect(partQuotation(text).written).toBe(text);
    const marks = '> '.repeat(500_000);
    expect(partQuotation(`Oui\n${marks}`).written).toBe(`Oui\n${marks}`.trim());
  });
});
