import { create } from '@bufbuild/protobuf';
import { Module, UserSchema } from '@intervia/contracts';
import { describe, expect, it } from '@jest/globals';
import { demand, demandAny, ForbiddenAction, viewedModule } from './rights.js';
import type { SignedIn } from './sessions.js';

function aSession(rights: { syndic?: object; gerance?: object }): SignedIn {
  const user = create(UserSchema, { id: 'u', ...rights });
  return {
    token: 't',
    csrfToken: 'c',
    agencyId: 'a',
    agencyName: 'A',
    user,
    standsInFor: [],
    expiresAt: new Date(0),
  };
}

describe('rights', () => {
  const viewer = aSession({ syndic: { view: true }, gerance: { view: true } });
  const gerance = aSession({ gerance: { view: true, edit: true } });
  const nobody = aSession({});

  it('are those of the module, and of no other', () => {
    expect(() => demand(gerance, 'edit', Module.GERANCE)).not.toThrow();
    expect(() => demand(gerance, 'edit', Module.SYNDIC)).toThrow(ForbiddenAction);
    expect(() => demand(gerance, 'create', Module.GERANCE)).toThrow(ForbiddenAction);
    expect(() => demand(gerance, 'view', Module.UNSPECIFIED)).toThrow(ForbiddenAction);
  });

  it('of any module are enough for what belongs to none yet', () => {
    expect(() => demandAny(gerance, ['create', 'edit'])).not.toThrow();
    expect(() => demandAny(viewer, ['create', 'edit'])).toThrow(ForbiddenAction);
  });

  it('narrow a reading to what may be seen', () => {
    expect(viewedModule(viewer, Module.UNSPECIFIED)).toBe(Module.UNSPECIFIED);
    expect(viewedModule(viewer, Module.SYNDIC)).toBe(Module.SYNDIC);
    expect(viewedModule(gerance, Module.UNSPECIFIED)).toBe(Module.GERANCE);
    expect(() => viewedModule(gerance, Module.SYNDIC)).toThrow(ForbiddenAction);
    expect(() => viewedModule(nobody, Module.UNSPECIFIED)).toThrow(ForbiddenAction);
  });
});
