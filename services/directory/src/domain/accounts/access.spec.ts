import { describe, expect, it } from '@jest/globals';
import type { Rights, User } from '../records.js';
import type { Access } from './access.js';
import { AS_PUBLISHED, decide, decidesTheSame, isSound, withAccess } from './access.js';

const NOTHING: Rights = { view: false, create: false, edit: false, delete: false, reopen: false };
const reads: Access = { syndic: { ...NOTHING, view: true }, gerance: NOTHING };
const works: Access = { syndic: { ...NOTHING, view: true, create: true, edit: true }, gerance: NOTHING };
const claire = { id: 'claire', role: 'accountant', ...works } as User;

describe('what a role may do', () => {
  it('is what LSC publishes for each person until the agency decides', () => {
    expect(withAccess(claire, AS_PUBLISHED)).toEqual(claire);
  });

  it('is everybody’s who has the role, and nobody else’s', () => {
    const control = decide(AS_PUBLISHED, 'accountant', reads);
    expect(withAccess(claire, control)).toMatchObject(reads);
    expect(withAccess({ ...claire, role: 'manager' }, control)).toMatchObject(works);
  });

  it('gives nothing to whom LSC leaves nothing', () => {
    const control = decide(AS_PUBLISHED, 'accountant', works);
    expect(withAccess({ ...claire, syndic: NOTHING, gerance: NOTHING }, control).syndic).toEqual(NOTHING);
  });

  it('goes back to what LSC publishes', () => {
    const control = decide(decide(AS_PUBLISHED, 'accountant', reads), 'accountant', undefined);
    expect(withAccess(claire, control)).toMatchObject(works);
    expect(control.version).toBe(2);
  });

  it('knows a decision that is repeated', () => {
    const control = decide(AS_PUBLISHED, 'manager', reads);
    expect(decidesTheSame(control, 'manager', { ...reads })).toBe(true);
    expect(decidesTheSame(control, 'manager', works)).toBe(false);
    expect(decidesTheSame(control, 'assistant', undefined)).toBe(true);
  });

  it('does nothing to what is not seen', () => {
    expect(isSound(reads)).toBe(true);
    expect(isSound({ ...reads, gerance: { ...NOTHING, delete: true } })).toBe(false);
  });
});
