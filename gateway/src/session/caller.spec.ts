import { describe, expect, it } from '@jest/globals';
import { create } from '@bufbuild/protobuf';
import { ActorKind, PartySchema, Role, UserSchema } from '@intervia/contracts';
import { callerOf, commandIdOf, commandOf } from './caller.js';
import { csrfTokenMatches, csrfTokenOf } from './csrf.js';

const KEY = { key: 'k', fingerprint: 'f' };

describe('commandIdOf', () => {
  it('is a UUID that depends on agency, user and key, and cannot be confused between them', () => {
    const id = commandIdOf('a', 'u', 'k');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(commandIdOf('a', 'u', 'k')).toBe(id);
    const others = [
      commandIdOf('b', 'u', 'k'),
      commandIdOf('a', 'v', 'k'),
      commandIdOf('a', 'u', 'l'),
      commandIdOf('a', 'u:k', ''),
    ];
    expect(new Set([id, ...others]).size).toBe(5);
  });
});

describe('callerOf', () => {
  const session = { token: 't', csrfToken: 'c', agencyId: 'a', agencyName: 'A', expiresAt: new Date(0) };
  const staff = (role: Role) => ({
    ...session,
    user: create(UserSchema, { id: 'u', role }),
    standsInFor: ['absent'],
  });

  it.each([
    [Role.MANAGER, false],
    [Role.ADMINISTRATOR, false],
    [Role.ASSISTANT, true],
    [Role.ACCOUNTANT, true],
  ])('says of role %p whether it sees attached places only, and for whom it stands in', (role, only) => {
    expect(callerOf(staff(role))).toMatchObject({
      agencyId: 'a',
      actor: { kind: ActorKind.USER, id: 'u' },
      standsInFor: ['absent'],
      attachedOnly: only,
    });
  });

  it('is the requester of a client, whose keys never meet those of a user with the same id', () => {
    const client = { ...session, client: create(PartySchema, { id: 'u', name: 'Mme Petit' }) };
    expect(callerOf(client)).toEqual({
      agencyId: 'a',
      actor: { kind: ActorKind.REQUESTER, id: 'u', name: 'Mme Petit' },
    });
    expect(commandOf(client, KEY).commandId).not.toBe(commandOf(staff(Role.MANAGER), KEY).commandId);
  });
});

describe('the CSRF token', () => {
  it('belongs to one session and does not show its token', () => {
    const token = csrfTokenOf('session-token');
    expect(token).not.toContain('session-token');
    expect(csrfTokenMatches('session-token', token)).toBe(true);
    for (const wrong of [csrfTokenOf('another'), '', 'é', undefined, [token]]) {
      expect(csrfTokenMatches('session-token', wrong)).toBe(false);
    }
  });
});
