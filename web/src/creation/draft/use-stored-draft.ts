import { useState } from 'react';
import { useSignedIn } from '../../api/session.js';
import { newKey } from '../../lib/keys.js';
import { draftStore } from './draft-store.js';
import type { DraftOwner } from './draft-store.js';
import type { Draft, StoredDraft } from './draft.js';

/** What a change of a ticket began with. */
type Basis = Required<Pick<StoredDraft, 'base' | 'readUntil'>>;

/** The draft of a form as it was left, or a fresh one; `readUntil` is of a change, which keeps what the ticket said. */
export function useStoredDraft(form: string, begin: () => Draft, readUntil?: string) {
  const { user } = useSignedIn();
  const owner: DraftOwner = { userId: user.id, form };
  const fresh = (): StoredDraft => {
    const values = begin();
    return {
      key: newKey(),
      values,
      documents: [],
      ...(readUntil === undefined ? {} : { base: values, readUntil }),
    };
  };
  const [draft, setDraft] = useState(() => draftStore.load(owner) ?? fresh());
  const discard = (): void => {
    draftStore.end(owner, draft.key);
    setDraft(fresh());
  };
  /** The ticket has changed since: what is typed goes on from what it says now. */
  const rebase = (basis: Basis): void => setDraft({ ...draft, ...basis });
  return { draft, owner, discard, rebase };
}
