import type { MessageInitShape } from '@bufbuild/protobuf';
import type { CallerSchema, CommandContextSchema } from '@intervia/contracts';
import { ActorKind, Role } from '@intervia/contracts';
import { createHash } from 'node:crypto';
import type { CommandKey } from '../http/idempotency.js';
import type { SignedIn, SignedInClient } from './sessions.js';

export type CallerInit = MessageInitShape<typeof CallerSchema>;

/** Specification, "Who sees what": these see the tickets of the places they are attached to, and no other. */
const ATTACHED_ROLES: ReadonlySet<Role> = new Set([Role.ASSISTANT, Role.ACCOUNTANT]);

export function isAttachedOnly({ user }: SignedIn): boolean {
  return ATTACHED_ROLES.has(user.role);
}

/** Who is signed in, as every RPC wants it. */
export function callerOf(session: SignedIn | SignedInClient): CallerInit {
  const { agencyId } = session;
  if ('client' in session) {
    const { id, name } = session.client;
    return { agencyId, actor: { kind: ActorKind.REQUESTER, id, name } };
  }
  const { id, name } = session.user;
  return {
    agencyId,
    actor: { kind: ActorKind.USER, id, name },
    standsInFor: [...session.standsInFor],
    attachedOnly: isAttachedOnly(session),
  };
}

/** The key of one user never meets that of another, nor that of a client. */
export function commandOf(
  session: SignedIn | SignedInClient,
  { key, fingerprint }: CommandKey,
): MessageInitShape<typeof CommandContextSchema> {
  const who = 'client' in session ? `client:${session.client.id}` : session.user.id;
  return { caller: callerOf(session), commandId: commandIdOf(session.agencyId, who, key), fingerprint };
}

/** A name-based UUID (RFC 9562, version 8) of agency, user and Idempotency-Key. */
export function commandIdOf(agencyId: string, userId: string, key: string): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([agencyId, userId, key]))
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
