import { describe, expect, it } from '@jest/globals';
import { findingSentence } from './fr/findings.js';
import { spread } from './revisions.js';
import { spoken } from './speech.js';

describe('a new rent over its lines', () => {
  it('keeps their proportions, and its sum to the cent', () => {
    const lines = [
      { id: 'a', amountCents: 60_000 },
      { id: 'b', amountCents: 10_001 },
    ];
    const parts = spread(lines, 70_807);
    expect(parts).toEqual([
      { lineId: 'a', amountCents: 60_691 },
      { lineId: 'b', amountCents: 10_116 },
    ]);
    expect(parts.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(70_807);
  });

  it('goes to the last one when there was none', () => {
    expect(spread([{ id: 'a', amountCents: 0 }], 500)).toEqual([{ lineId: 'a', amountCents: 500 }]);
  });
});

describe('speech', () => {
  it('puts a sentence beside each finding, with the article of its rule', () => {
    const finding = {
      path: 'amountCents',
      code: 'DEPOSIT_TOO_HIGH',
      params: { months: '1' },
      rule: 'deposit.unfurnished',
    };
    expect(spoken({ faults: [finding] }, new Map([['deposit.unfurnished', 'art. 22']]))).toEqual({
      faults: [{ ...finding, detail: expect.stringContaining('1 mois'), source: 'art. 22' }],
    });
  });

  it('says how a code was made', () => {
    const computed = { path: 'party.code', how: 'PARTY_CODE_FROM_NAME', of: {} };
    expect(spoken([computed], new Map())).toEqual([{ ...computed, detail: 'Calculé d’après le nom.' }]);
  });

  it('does without values that did not come along', () => {
    expect(findingSentence('DEPOSIT_TOO_HIGH')).toBe(
      'Le dépôt de garantie dépasse le plafond légal pour ce type de bail : réduisez-le.',
    );
    expect(findingSentence('BRAND_NEW')).toBe('Cette saisie est à vérifier.');
  });
});
