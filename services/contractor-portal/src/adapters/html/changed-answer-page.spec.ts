import { describe, expect, it } from '@jest/globals';
import { aCorrespondence, aQuote } from '../../testing/builders.js';
import { LiquidPageRenderer } from './liquid-page-renderer.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const ANSWER = { at: new Date('2026-11-24T08:55:00Z'), approved: true, comment: '' };
const pageWith = (changeableUntil?: Date): string => {
  const quote = aQuote({ open: false, answer: ANSWER, ...(changeableUntil && { changeableUntil }) });
  const view = aCorrespondence({ quotes: [quote], forms: ['approbation', 'message'] });
  return new LiquidPageRenderer().render({ kind: 'ticket', token: 'T', nonce: 'n', now: NOW, view });
};

describe('a page whose answer was given a few minutes ago', () => {
  it('offers to change it, and says until when', () => {
    const html = pageWith(new Date('2026-11-24T09:10:00Z'));
    expect(html).toContain('Vous avez approuvé ce devis');
    expect(html).toContain('Changer ma réponse (possible jusqu’à 10\u00A0h\u00A010)');
    expect(html).toContain('name="corrects" value="oui"');
    expect(html).not.toContain('Votre accord est demandé');
  });

  it.each([[new Date('2026-11-24T09:00:00Z')], [undefined]])('offers nothing after %s', (until) => {
    expect(pageWith(until)).not.toContain('Changer ma réponse');
  });
});
