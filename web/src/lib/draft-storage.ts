/** Drafts live in the tab only: they hold people's names and addresses. */
const PREFIX = 'intervia.draft.';

export function loadDraft(name: string): unknown {
  return guarded(() => {
    const stored = sessionStorage.getItem(PREFIX + name);
    return stored === null ? undefined : (JSON.parse(stored) as unknown);
  });
}

export function saveDraft(name: string, draft: unknown): void {
  guarded(() => sessionStorage.setItem(PREFIX + name, JSON.stringify(draft)));
}

export function clearDraft(name: string): void {
  guarded(() => sessionStorage.removeItem(PREFIX + name));
}

/** On signing out: the next person at this desk is someone else. */
export function clearDrafts(): void {
  guarded(() => {
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
    }
  });
}

/** A full or forbidden storage only costs the comfort of surviving a reload. */
function guarded<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
