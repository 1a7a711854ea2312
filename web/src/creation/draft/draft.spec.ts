import { describe, expect, it } from '@jest/globals';
import { aDraft } from './draft.builder.js';
import { isTyped } from './draft.js';

const PHOTO = { id: 'd1', name: 'évier.jpg', mediaType: 'image/jpeg', size: 1, sha256: '' };

describe('isTyped', () => {
  const base = aDraft();

  it('always keeps a new ticket', () => {
    expect(isTyped({ key: 'k', values: base, documents: [] })).toBe(true);
  });

  it('keeps changes to a ticket once there are some', () => {
    const opened = { key: 'k', values: { ...base }, documents: [], base };
    expect(isTyped(opened)).toBe(false);
    expect(isTyped({ ...opened, values: { ...base, subject: 'Fuite réparée' } })).toBe(true);
    expect(isTyped({ ...opened, documents: [PHOTO] })).toBe(true);
  });
});
