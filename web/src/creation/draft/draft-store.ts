import { clearDraft, loadDraft, saveDraft } from '../../lib/draft-storage.js';
import type { StoredDraft } from './draft.js';

/** Raised when the shape of a draft changes: an older one is then forgotten instead of misread. */
const VERSION = 4;

/** One draft per user and form: a module's, or that of a "?" to be validated. */
export interface DraftOwner {
  userId: string;
  form: string;
}

const nameOf = ({ userId, form }: DraftOwner): string => `${VERSION}.${userId}.${form}`;

/** Keys of the drafts that were sent or given up in this tab: a save that was due does not bring one back. */
const ended = new Set<string>();

export const draftStore = {
  load: (owner: DraftOwner) => loadDraft(nameOf(owner)) as StoredDraft | undefined,
  save: (owner: DraftOwner, draft: StoredDraft): void => {
    if (!ended.has(draft.key)) saveDraft(nameOf(owner), draft);
  },
  clear: (owner: DraftOwner) => clearDraft(nameOf(owner)),
  end: (owner: DraftOwner, key: string): void => {
    ended.add(key);
    clearDraft(nameOf(owner));
  },
};
