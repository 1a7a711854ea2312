import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  DEFAULT_FILTERS,
  QUEUES,
  readFilters,
  SEARCH_FIELDS_OF,
  SHOWS,
  SORTS,
  TICKET_TYPES,
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
      queue: 'WEEK_VISITS',
      sort: 'NEXT',
      columns: 'type.statut',
    });
    expect(Object.fromEntries(params)).toEqual({
      afficher: 'fermes',
      'mes-tickets': 'non',
      type: 'dm',
      'chercher-par': 'proprietaire',
      recherche: 'fuite d’eau',
      file: 'rdv-de-la-semaine',
      tri: 'echeance',
      colonnes: 'type.statut',
    });
  });

  it('begins with all that one may see, for those to whom nobody gives tickets', () => {
    expect(readFilters(new URLSearchParams(), false).mine).toBe(false);
    const mine = writeFilters({ ...DEFAULT_FILTERS, mine: true }, false);
    expect(mine.toString()).toBe('mes-tickets=oui');
    expect(readFilters(mine, false).mine).toBe(true);
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
      queue: fc.constantFrom('' as const, ...QUEUES),
      sort: fc.constantFrom('' as const, ...SORTS),
      columns: fc.constantFrom('', 'type.statut'),
    });
    fc.assert(
      fc.property(filters, (f) => {
        expect(readFilters(new URLSearchParams(writeFilters(f).toString()))).toEqual(f);
      }),
    );
  });
});
