import { describe, expect, it } from '@jest/globals';
import { fromTheirs, isPath, toTheirs } from './mapping.js';

describe('names of the partner', () => {
  it('take the place of ours, whatever their shape', () => {
    const message = { kind: 'RENT', property: { surface: 50, annexes: ['CELLAR'], lat: undefined } };
    const mapping = { kind: 'nature', 'property.surface': 'bien.mesures.surface' };
    expect(toTheirs(message, mapping)).toEqual({
      ...{ nature: 'RENT', bien: { mesures: { surface: 50 } }, property: { annexes: ['CELLAR'] } },
    });
    expect(fromTheirs({ resultat: { prix: 7 } }, 'value', { value: 'resultat.prix' })).toBe(7);
    expect(fromTheirs({ value: 8 }, 'value', {})).toBe(8);
    expect(fromTheirs(null, 'value', {})).toBeUndefined();
    expect(fromTheirs({}, 'constructor', {})).toBeUndefined();
  });

  it.each(['a', 'a.b-c.d_e'])('may be %s', (path) => expect(isPath(path)).toBe(true));
  it.each(['', 'a..b', '__proto__', 'a.constructor', 'a b'])('may not be « %s »', (path) =>
    expect(isPath(path)).toBe(false),
  );
});
