import { describe, expect, it } from '@jest/globals';
import { MOST_SELECTED, toggled } from './use-selection.js';

describe('a selection', () => {
  it('takes and gives back', () => {
    expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b']);
    expect([...toggled(new Set(['a', 'b']), 'a')]).toEqual(['b']);
  });

  it('holds no more than the server takes at once', () => {
    const full = new Set(Array.from({ length: MOST_SELECTED }, (_, index) => String(index)));
    expect(toggled(full, 'one more').size).toBe(MOST_SELECTED);
    expect(toggled(full, '0').size).toBe(MOST_SELECTED - 1);
  });
});
