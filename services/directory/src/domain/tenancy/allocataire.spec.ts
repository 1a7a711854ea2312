import { describe, expect, it } from '@jest/globals';
import { allocataireForms, allocataireKey } from './allocataire.js';

describe("an allocataire's number", () => {
  it.each(['13024', '0013024', '000000000013024', '0 013 024'])('is the same when written %s', (written) => {
    expect(allocataireKey(written)).toBe('13024');
    expect(allocataireForms(written)).toEqual(
      expect.arrayContaining(['13024', '0013024', '000000000013024', written]),
    );
  });

  it('of zeros alone is none', () => {
    expect(allocataireForms('0000000')).toEqual([]);
  });
});
