/** Drafts live in the tab only: they hold people's names and addresses. */
const PREFIX = 'intervia.draft.';

/** Keys of the drafts that were sent or given up in this tab: a save that was due does not bring one back. */
const ended = new Set<string>();

/** Nor does one after signing out, until a form is opened again. */
let isSignedOut = false;

export function loadDraft(name: string): unknown {
  isSignedOut = false;
  return guarded(() => {
    const stored = sessionStorage.getItem(PREFIX + name);
    return stored === null ? undefined : (JSON.parse(stored) as unknown);
  });
}

/** @param key under which the draft will be sent, if it is sent once. */
export function saveDraft(name: string, draft: unknown, key?: string): void {
  if (isSignedOut || (key !== undefined && ended.has(key))) return;
  guarded(() => sessionStorage.setItem(PREFIX + name, JSON.stringify(draft)));
}

export function clearDraft(name: string): void {
  guarded(() => sessionStorage.removeItem(PREFIX + name));
}

/** Of a draft that was sent or given up. */
export function endDraft(name: string, key: string): void {
  ended.add(key);
  clearDraft(name);
}

/** On signing out: the next person at this desk is someone else. */
export function clearDrafts(): void {
  isSignedOut = true;
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
