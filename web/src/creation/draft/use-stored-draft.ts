import { useState } from 'react';
import { useSignedIn } from '../../api/session.js';
import { newKey } from '../../lib/keys.js';
import { draftStore } from './draft-store.js';
import type { DraftOwner } from './draft-store.js';
import type { Draft, StoredDraft } from './draft.js';

/** The draft of a form as it was left, or a fresh one; `isChange` keeps what the ticket said at its beginning. */
export function useStoredDraft(form: string, begin: () => Draft, isChange = false) {
  const { user } = useSignedIn();
  const owner: DraftOwner = { userId: user.id, form };
  const fresh = (): StoredDraft => {
    const values = begin();
    return { key: newKey(), values, documents: [], ...(isChange ? { base: values } : {}) };
  };
  const [draft, setDraft] = useState(() => draftStore.load(owner) ?? fresh());
  const discard = (): void => {
    draftStore.end(owner, draft.key);
    setDraft(fresh());
  };
  return { draft, owner, discard };
}
