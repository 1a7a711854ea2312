import type { MessageInitShape } from '@bufbuild/protobuf';
import type { CallerSchema, CommandContextSchema } from '@intervia/contracts';
import { ActorKind } from '@intervia/contracts';
import { createHash } from 'node:crypto';
import type { SignedIn } from './sessions.js';

/** The signed-in user, as every RPC wants it. */
export function callerOf({ agencyId, user }: SignedIn): MessageInitShape<typeof CallerSchema> {
  return { agencyId, actor: { kind: ActorKind.USER, id: user.id, name: user.name } };
}

/** The key of one user never meets that of another. */
export function commandOf(session: SignedIn, key: string): MessageInitShape<typeof CommandContextSchema> {
  return { caller: callerOf(session), commandId: commandIdOf(session.agencyId, session.user.id, key) };
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
