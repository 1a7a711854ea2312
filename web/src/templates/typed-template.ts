import type { Template, TemplateText } from '../api/template-types.js';

/** A text being written. Until somebody types there is none, and the saved one is shown. */
export interface TypedTemplate {
  text: TemplateText;
  /** The version that was edited. */
  version: number;
  /** Of the saving: a repetition counts once. */
  key: string;
}

export interface ShownTemplate {
  text: TemplateText;
  version: number;
  isTyped: boolean;
  /** Somebody saved another text since this one was begun. */
  isConflict: boolean;
}

export function shownTemplate(saved: Template, typed: TypedTemplate | undefined): ShownTemplate {
  const { version } = saved.row;
  if (!typed) return { text: saved.text, version, isTyped: false, isConflict: false };
  return {
    text: typed.text,
    version: typed.version,
    isTyped: true,
    isConflict: version !== typed.version && !isSame(saved.text, typed.text),
  };
}

export function typedOn(
  saved: Template,
  typed: TypedTemplate | undefined,
  change: Partial<TemplateText>,
  key: string,
): TypedTemplate {
  return {
    text: { ...(typed?.text ?? saved.text), ...change },
    version: typed?.version ?? saved.row.version,
    key,
  };
}

/** What the tab kept; anything else is as good as nothing. */
export function readTyped(stored: unknown): TypedTemplate | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { text, version, key } = stored as Partial<TypedTemplate>;
  const isWhole =
    typeof text?.subject === 'string' &&
    typeof text.body === 'string' &&
    typeof version === 'number' &&
    typeof key === 'string';
  return isWhole ? { text, version, key } : undefined;
}

function isSame(a: TemplateText, b: TemplateText): boolean {
  return a.subject === b.subject && a.body === b.body;
}

/** Puts a variable in the place of what is selected, and says where the cursor goes. */
export function inserted(
  text: string,
  insert: string,
  start: number,
  end: number,
): { text: string; cursor: number } {
  return { text: text.slice(0, start) + insert + text.slice(end), cursor: start + insert.length };
}
