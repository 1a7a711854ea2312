import type { ModulePath } from '../lib/modules.js';
import { clearDraft, loadDraft, saveDraft } from '../lib/draft-storage.js';
import type { StoredDraft } from './draft.js';

/** Raised when the shape of a draft changes: an older one is then forgotten instead of misread. */
const VERSION = 2;

/** One draft per user and module. */
export interface DraftOwner {
  userId: string;
  path: ModulePath;
}

const nameOf = ({ userId, path }: DraftOwner): string => `${VERSION}.${userId}.${path}`;

export const draftStore = {
  load: (owner: DraftOwner) => loadDraft(nameOf(owner)) as StoredDraft | undefined,
  save: (owner: DraftOwner, draft: StoredDraft) => saveDraft(nameOf(owner), draft),
  clear: (owner: DraftOwner) => clearDraft(nameOf(owner)),
};
