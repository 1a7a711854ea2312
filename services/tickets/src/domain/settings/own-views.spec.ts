import { describe, expect, it } from '@jest/globals';
import { checkNumberOfViews, checkView, withoutView, withView } from './own-views.js';

const LATE = { name: 'Mes retards', address: 'file=en-retard' };
const LIFTS = { name: 'Ascenseurs', address: 'recherche=ascenseur' };

describe('own views', () => {
  it('replace one of the same name at its place', () => {
    const changed = { ...LATE, address: 'file=en-retard&type=ods' };
    expect(withView([LATE, LIFTS], changed)).toEqual([changed, LIFTS]);
    expect(withView([LATE], LIFTS)).toEqual([LATE, LIFTS]);
    expect(withoutView([LATE, LIFTS], 'Mes retards')).toEqual([LIFTS]);
  });

  it('have a name, and an address that is no book', () => {
    expect(checkView(LATE)).toEqual([]);
    expect(checkView({ name: ' ', address: 'x'.repeat(501) })).toEqual([
      { field: 'name', code: 'REQUIRED' },
      { field: 'address', code: 'TOO_LONG' },
    ]);
  });

  it('are twenty at most', () => {
    const many = Array.from({ length: 21 }, (_, index) => ({ ...LATE, name: `Vue ${index}` }));
    expect(checkNumberOfViews(many.slice(1))).toEqual([]);
    expect(checkNumberOfViews(many)).toEqual([{ field: 'name', code: 'TOO_MANY' }]);
  });
});
