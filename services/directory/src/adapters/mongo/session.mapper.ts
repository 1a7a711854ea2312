import type { StoredSession } from '../../application/ports/sessions.js';
import type { SessionDocument } from './session.schema.js';

export const toSessionDocument = ({ tokenHash, ...rest }: StoredSession): SessionDocument => ({
  _id: tokenHash,
  ...rest,
});

export const toSession = ({ _id, ...rest }: SessionDocument): StoredSession => ({ tokenHash: _id, ...rest });
