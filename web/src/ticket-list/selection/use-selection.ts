import { useCallback, useState } from 'react';

/** What the server takes at once. */
export const MOST_SELECTED = 200;

export interface Selection {
  readonly ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  /** All of them, or none. */
  set: (ids: readonly string[]) => void;
}

/** Manual, "Actions sur sélection". A change of filters (`scope`) forgets it: what is acted on is on screen. */
export function useSelection(scope: unknown): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [known, setKnown] = useState(scope);
  if (known !== scope) {
    setKnown(scope);
    setIds(new Set());
  }
  const toggle = useCallback((id: string) => setIds((before) => toggled(before, id)), []);
  const set = useCallback((all: readonly string[]) => setIds(new Set(all.slice(0, MOST_SELECTED))), []);
  return { ids, toggle, set };
}

export function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id) && next.size < MOST_SELECTED) next.add(id);
  return next;
}
