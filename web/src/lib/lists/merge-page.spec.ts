import { describe, expect, it } from '@jest/globals';
import type { TicketPage, TicketRow } from '../../api/types.js';
import { mergeFreshPage } from './merge-page.js';

function aPage(ids: string, nextCursor = ''): TicketPage {
  return { tickets: [...ids].map((id) => ({ id }) as TicketRow), nextCursor };
}

const idsOf = (pages: TicketPage[]) => pages.map((p) => p.tickets.map((t) => t.id).join(''));

describe('mergeFreshPage', () => {
  it('takes the fresh page when no more was loaded', () => {
    expect(idsOf(mergeFreshPage([aPage('abc')], aPage('xab', 'c1'), new Set('x')))).toEqual(['xab']);
  });

  it('pushes down what a new ticket displaced', () => {
    const merged = mergeFreshPage([aPage('abc', 'c1'), aPage('def', 'c2')], aPage('xab'), new Set('x'));
    expect(idsOf(merged)).toEqual(['xab', 'cdef']);
    expect(merged.at(-1)?.nextCursor).toBe('c2');
  });

  it('moves up a ticket of a later page', () => {
    const merged = mergeFreshPage([aPage('abc'), aPage('def')], aPage('eab'), new Set('e'));
    expect(idsOf(merged)).toEqual(['eab', 'cdf']);
  });

  it('drops a ticket that left the filter', () => {
    const merged = mergeFreshPage([aPage('abc'), aPage('def')], aPage('acd'), new Set('b'));
    expect(idsOf(merged)).toEqual(['acd', 'ef']);
  });
});
