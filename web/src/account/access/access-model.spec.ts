import { describe, expect, it } from '@jest/globals';
import { proposedAccess, rightsText, toggle, wholeAccess } from './access-model.js';

const NOTHING = wholeAccess(undefined);

describe('boxes of a role', () => {
  it('tick « consulter » with any other, and untick all with it', () => {
    const edits = toggle(NOTHING, 'syndic', 'edit');
    expect(edits.syndic).toMatchObject({ view: true, edit: true, delete: false });
    expect(edits.gerance.view).toBe(false);
    expect(toggle(edits, 'syndic', 'view')).toEqual(NOTHING);
  });

  it('begin with what somebody of the role has', () => {
    const { syndic } = toggle(NOTHING, 'syndic', 'create');
    const people = [
      { id: '1', name: 'Anne', role: 'MANAGER' as const },
      { id: '2', name: 'Paul', role: 'ACCOUNTANT' as const, rights: { syndic } },
    ];
    expect(proposedAccess(people, 'ACCOUNTANT')).toEqual({ ...NOTHING, syndic });
    expect(proposedAccess(people, 'ASSISTANT')).toEqual(NOTHING);
  });

  it('are told in words', () => {
    expect(rightsText(toggle(NOTHING, 'syndic', 'create').syndic)).toBe('consulter, créer');
    expect(rightsText(undefined)).toBe('aucun droit');
  });
});
