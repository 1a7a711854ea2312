import type { Key, KeyKind } from '../drafts/known.js';
import { keyText } from '../drafts/known.js';
import type { Code } from '../forms/parties.js';

const LOOK_AHEAD = 20;

/**
 * Picks what is free. What it does not know yet whether it is taken it notes down in `asked`: once that is looked up,
 * the picking is done again.
 */
export class Picker {
  readonly asked = new Map<string, Key>();
  private readonly given = new Set<string>();

  constructor(
    private readonly taken: ReadonlySet<string>,
    private readonly looked: ReadonlySet<string>,
  ) {}

  /** The first candidate that is neither taken nor given to another file of the draft. */
  pick(kind: KeyKind, scope: string, candidates: readonly string[], current: Code | undefined): Code {
    if (current?.typed && current.value.trim() !== '') {
      this.note({ kind, scope, value: current.value.trim() });
      return { value: current.value.trim(), typed: true };
    }
    const keys = candidates.map((value) => ({ kind, scope, value }));
    const at = keys.findIndex((key) => !this.taken.has(keyText(key)) && !this.given.has(keyText(key)));
    for (const key of keys.slice(0, at + LOOK_AHEAD)) this.ask(key);
    const key = keys[at];
    if (!key) return { value: '', typed: false };
    this.given.add(keyText(key));
    return { value: key.value, typed: false };
  }

  private note(key: Key): void {
    this.ask(key);
    this.given.add(keyText(key));
  }

  private ask(key: Key): void {
    if (!this.looked.has(keyText(key))) this.asked.set(keyText(key), key);
  }
}
