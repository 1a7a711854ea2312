import { describe, expect, it } from '@jest/globals';
import { aMission, aTicket } from '../ticket.builder.js';
import { quoteLines } from './quotes-model.js';

describe('the comparison of quotes', () => {
  const received = (id: string, amountCents: number) =>
    aMission({ id, amountCents, status: 'QUOTE_RECEIVED', colour: 'BLUE' });

  it('puts the cheapest first, and those without a quote last', () => {
    const missions = [
      aMission({ id: 'asked', status: 'QUOTE_REQUESTED' }),
      received('dear', 90_000),
      received('cheap', 70_000),
    ];
    const lines = quoteLines(aTicket({ type: 'MULTIPLE_QUOTE', missions }));
    expect(lines.map(({ mission, isBest }) => [mission.id, isBest])).toEqual([
      ['cheap', true],
      ['dear', false],
      ['asked', false],
    ]);
    expect(lines[2]?.amountCents).toBeUndefined();
  });

  it('finds the best price among those that may still be chosen', () => {
    const refused = aMission({ id: 'refused', amountCents: 50_000, status: 'QUOTE_REFUSED' });
    const missions = [refused, received('a', 90_000), received('b', 70_000)];
    const best = quoteLines(aTicket({ missions })).filter(({ isBest }) => isBest);
    expect(best.map(({ mission }) => mission.id)).toEqual(['b']);
  });

  it('calls nothing the best when there is nothing to compare', () => {
    expect(quoteLines(aTicket({ missions: [received('a', 90_000)] }))[0]?.isBest).toBe(false);
  });
});
