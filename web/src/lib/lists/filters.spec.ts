import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  DEFAULT_FILTERS,
  readFilters,
  SEARCH_FIELDS_OF,
  SHOWS,
  TICKET_TYPES,
  VIEWS,
  VIEW_NAMES,
  viewOf,
  writeFilters,
} from './filters.js';

describe('filters in the address', () => {
  it('writes nothing for the default', () => {
    expect(writeFilters(DEFAULT_FILTERS).toString()).toBe('');
    expect(readFilters(new URLSearchParams())).toEqual(DEFAULT_FILTERS);
  });

  it('writes French words', () => {
    const params = writeFilters({
      mine: false,
      show: 'closed',
      search: 'fuite d’eau',
      searchIn: 'OWNER',
      types: 'MULTIPLE_QUOTE',
      colour: 'BLUE',
      urgent: 'true',
    });
    expect(Object.fromEntries(params)).toEqual({
      afficher: 'fermes',
      'mes-tickets': 'non',
      type: 'dm',
      'chercher-par': 'proprietaire',
      recherche: 'fuite d’eau',
      'a-traiter': 'oui',
      urgents: 'oui',
    });
  });

  it('begins with all that one may see, for those to whom nobody gives tickets', () => {
    expect(readFilters(new URLSearchParams(), false).mine).toBe(false);
    const mine = writeFilters({ ...DEFAULT_FILTERS, mine: true }, false);
    expect(mine.toString()).toBe('mes-tickets=oui');
    expect(readFilters(mine, false).mine).toBe(true);
  });

  it('knows the view that it is', () => {
    for (const name of VIEW_NAMES) expect(viewOf({ ...DEFAULT_FILTERS, ...VIEWS[name] })).toBe(name);
    expect(viewOf({ ...DEFAULT_FILTERS, types: 'WORK_ORDER' })).toBeUndefined();
  });

  it('falls back on the default for an unknown word', () => {
    expect(readFilters(new URLSearchParams('afficher=n-importe-quoi')).show).toBe('open');
  });

  it('reads back what it wrote', () => {
    const filters = fc.record({
      mine: fc.boolean(),
      show: fc.constantFrom(...SHOWS),
      search: fc.string({ unit: 'grapheme' }),
      searchIn: fc.constantFrom('' as const, ...SEARCH_FIELDS_OF.GERANCE),
      types: fc.constantFrom('' as const, ...TICKET_TYPES),
      colour: fc.constantFrom('' as const, 'BLUE' as const),
      urgent: fc.constantFrom('' as const, 'true' as const),
    });
    fc.assert(
      fc.property(filters, (f) => {
        expect(readFilters(new URLSearchParams(writeFilters(f).toString()))).toEqual(f);
      }),
    );
  });
});
