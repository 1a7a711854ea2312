import { FixedClock } from '@intervia/clock';
import { describe, expect, it } from '@jest/globals';
import { asideState, checkAside, dayOf } from './asides.js';

const at = (iso: string): Date => FixedClock.at(iso).now();
const NOW = at('2026-11-27T09:00:00Z');
const aside = { ticketId: 't', until: at('2026-12-03T23:00:00Z'), reason: '', setAt: NOW };

describe('what is put aside', () => {
  it.each([
    ['waits until the night before its day', undefined, '2026-12-03T22:59:59Z', 'WAITING'],
    ['is back from the first moment of its day', undefined, '2026-12-03T23:00:00Z', 'DATE'],
    ['is back when something was heard after', '2026-11-28T10:00:00Z', '2026-11-28T10:00:00Z', 'HEARD'],
    ['waits on what was heard before', '2026-11-26T10:00:00Z', '2026-11-28T10:00:00Z', 'WAITING'],
  ])('%s', (_what, heard, now, state) => {
    expect(asideState(aside, heard ? at(heard) : undefined, at(now))).toBe(state);
  });

  it('is so until a day in Paris, that is to come and not too far', () => {
    expect(dayOf('2026-12-04')).toEqual(at('2026-12-03T23:00:00Z'));
    expect(dayOf('2026-06-04')).toEqual(at('2026-06-03T22:00:00Z'));
    const codeOf = (day: string) => checkAside(dayOf(day), '', NOW).map(({ code }) => code);
    expect(codeOf('2026-11-28')).toEqual([]);
    expect(codeOf('2026-11-27')).toEqual(['IN_THE_PAST']);
    expect(codeOf('2028-01-01')).toEqual(['TOO_FAR']);
    expect(codeOf('2026-02-31')).toEqual(['MALFORMED']);
    expect(codeOf('demain')).toEqual(['MALFORMED']);
  });
});
