import { describe, expect, it } from '@jest/globals';
import { CursorInvalid, CursorSeal } from './change-cursor.js';

const seal = new CursorSeal('a secret of thirty-two characters');
const PLACE = { agencyId: 'a', madeAt: '2004-11-25T09:30:00Z', sequence: 41 };

describe('a cursor', () => {
  it('is read as it was made, and says nothing to whoever looks for a number', () => {
    const sealed = seal.seal(PLACE);
    expect(seal.open(sealed)).toEqual(PLACE);
    expect(sealed).not.toContain('41');
  });

  it.each([
    ['nothing', ''],
    ['a number', '41'],
    ['a part of one', seal.seal(PLACE).split('.').slice(0, 2).join('.')],
    ['one with more behind it', `${seal.seal(PLACE)}.x`],
    ['one of another secret', new CursorSeal('another secret of 32 characters..').seal(PLACE)],
    [
      'one that was counted on',
      [
        'c1',
        Buffer.from(JSON.stringify(['a', PLACE.madeAt, 42])).toString('base64url'),
        seal.seal(PLACE).split('.')[2],
      ].join('.'),
    ],
  ])('is not %s', (_, sealed) => {
    expect(() => seal.open(sealed)).toThrow(CursorInvalid);
  });
});
