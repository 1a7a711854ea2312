/** @jest-environment ./web/jest-browser.mjs */
import { expect, it } from '@jest/globals';
import { clearDrafts } from '../../lib/draft-storage.js';
import { aDraft } from './draft.builder.js';
import { draftStore } from './draft-store.js';

it('does not bring back a draft that was sent, by a save that was due when its answer came', () => {
  const owner = { userId: 'u1', form: 'syndic' };
  const draft = { key: 'k1', values: aDraft(), documents: [] };
  draftStore.save(owner, draft);
  expect(draftStore.load(owner)).toEqual(draft);

  draftStore.end(owner, 'k1');
  draftStore.save(owner, draft);
  expect(draftStore.load(owner)).toBeUndefined();

  draftStore.save(owner, { ...draft, key: 'k2' });
  expect(draftStore.load(owner)?.key).toBe('k2');
});

it('leaves nothing to the next person at the desk, by a save that was due when somebody signed out', () => {
  const owner = { userId: 'u1', form: 'gerance' };
  const draft = { key: 'k3', values: aDraft(), documents: [] };
  draftStore.save(owner, draft);
  clearDrafts();
  draftStore.save(owner, draft);
  expect(sessionStorage).toHaveLength(0);

  expect(draftStore.load(owner)).toBeUndefined();
  draftStore.save(owner, draft);
  expect(draftStore.load(owner)).toEqual(draft);
});
