import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COLUMNS, readColumns, writeColumns } from './columns.js';

describe('the columns of the list', () => {
  it('are all there while nothing was chosen, and in their order', () => {
    expect(readColumns('')).toEqual(COLUMNS);
    expect(writeColumns(COLUMNS)).toBe('');
    expect(readColumns('montant.type')).toEqual(['type', 'amount']);
    expect(readColumns('type.inconnue')).toEqual(['type']);
  });

  it('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.subarray([...COLUMNS]), (shown) => {
        expect(readColumns(writeColumns(shown))).toEqual(shown);
      }),
    );
  });
});
