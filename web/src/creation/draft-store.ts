import type { ModulePath } from '../lib/modules.js';
import type { StoredDraft } from './draft.js';

/** Raised when the shape of a draft changes: an older one is then forgotten instead of misread. */
const VERSION = 1;

const nameOf = (path: ModulePath): string => `intervia.draft.${VERSION}.${path}`;

/** Per tab and module; a full or forbidden storage only costs the comfort of surviving a reload. */
export const draftStore = {
  load(path: ModulePath): StoredDraft | undefined {
    try {
      const stored = sessionStorage.getItem(nameOf(path));
      return stored ? (JSON.parse(stored) as StoredDraft) : undefined;
    } catch {
      return undefined;
    }
  },

  save(path: ModulePath, draft: StoredDraft): void {
    try {
      sessionStorage.setItem(nameOf(path), JSON.stringify(draft));
    } catch {
      // See above.
    }
  },

  clear(path: ModulePath): void {
    try {
      sessionStorage.removeItem(nameOf(path));
    } catch {
      // See above.
    }
  },
};
