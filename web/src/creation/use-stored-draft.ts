import { useState } from 'react';
import { useSignedIn } from '../api/session.js';
import { newKey } from '../lib/keys.js';
import { draftStore } from './draft-store.js';
import type { DraftOwner } from './draft-store.js';
import type { Draft, StoredDraft } from './draft.js';

/** The draft of a form as it was left, or a fresh one. */
export function useStoredDraft(form: string, begin: () => Draft) {
  const { user } = useSignedIn();
  const owner: DraftOwner = { userId: user.id, form };
  const fresh = (): StoredDraft => ({ key: newKey(), values: begin(), documents: [] });
  const [draft, setDraft] = useState(() => draftStore.load(owner) ?? fresh());
  const discard = (): void => {
    draftStore.clear(owner);
    setDraft(fresh());
  };
  return { draft, owner, discard };
}
