import type { SessionHolder, StoredSession } from '../../application/ports/sessions.js';
import type { SessionDocument } from './session.schema.js';

/** Which field names the holder. */
export const HOLDER_FIELD = { user: 'userId', client: 'clientId' } as const satisfies Record<
  SessionHolder['kind'],
  keyof SessionDocument
>;

export const toSessionDocument = ({ tokenHash, holder, ...rest }: StoredSession): SessionDocument => ({
  _id: tokenHash,
  [HOLDER_FIELD[holder.kind]]: holder.id,
  ...rest,
});

export const toSession = ({ _id, userId, clientId, ...rest }: SessionDocument): StoredSession => ({
  tokenHash: _id,
  holder: clientId === undefined ? { kind: 'user', id: userId ?? '' } : { kind: 'client', id: clientId },
  ...rest,
});
