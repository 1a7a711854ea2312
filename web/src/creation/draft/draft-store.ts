import { clearDraft, endDraft, loadDraft, saveDraft } from '../../lib/draft-storage.js';
import type { StoredDraft } from './draft.js';

/** Raised when the shape of a draft changes: an older one is then forgotten instead of misread. */
const VERSION = 4;

/** One draft per user and form: a module's, or that of a "?" to be validated. */
export interface DraftOwner {
  userId: string;
  form: string;
}

const nameOf = ({ userId, form }: DraftOwner): string => `${VERSION}.${userId}.${form}`;

export const draftStore = {
  load: (owner: DraftOwner) => loadDraft(nameOf(owner)) as StoredDraft | undefined,
  save: (owner: DraftOwner, draft: StoredDraft): void => saveDraft(nameOf(owner), draft, draft.key),
  clear: (owner: DraftOwner): void => clearDraft(nameOf(owner)),
  end: (owner: DraftOwner, key: string): void => endDraft(nameOf(owner), key),
};
