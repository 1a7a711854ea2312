import { expect, it } from '@jest/globals';
import { aCaller, aDraft, aUser } from '../../testing/builders.js';
import { assertAttached } from './caller.js';
import type { Caller } from './caller.js';

const place = { ...aDraft().place!, staffIds: ['julie', 'marc'] };
const opens = (id: string, over: Partial<Caller>) => () => {
  assertAttached(aCaller({ actor: aUser({ id }), ...over }), place);
};

it('an assistant opens tickets where it is attached, or whom it stands in for', () => {
  expect(opens('julie', { attachedOnly: true })).not.toThrow();
  expect(opens('hugo', { attachedOnly: true, standsInFor: ['julie'] })).not.toThrow();
  expect(opens('hugo', { attachedOnly: true, standsInFor: ['paul'] })).toThrow(
    expect.objectContaining({
      code: 'PLACE_NOT_ATTACHED',
      kind: 'forbidden',
      params: { place: 'Résidence Les Tilleuls, appartement 12' },
    }),
  );
});

it('a manager opens them anywhere', () => {
  expect(opens('hugo', { attachedOnly: false })).not.toThrow();
});
