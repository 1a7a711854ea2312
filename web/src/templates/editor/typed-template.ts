import type { Template, TemplateText } from '../../api/types.js';

/** A text being written. Until somebody types there is none, and the saved one is shown. */
export interface TypedTemplate {
  text: TemplateText;
  /** The version that was edited. */
  version: number;
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
  // The same text may also be one's own, whose saving was never answered.
  if (!typed || isSame(saved.text, typed.text))
    return { text: saved.text, version, isTyped: false, isConflict: false };
  return {
    text: typed.text,
    version: typed.version,
    isTyped: true,
    isConflict: version !== typed.version,
  };
}

export function typedOn(
  saved: Template,
  typed: TypedTemplate | undefined,
  change: Partial<TemplateText>,
): TypedTemplate {
  return {
    text: { ...(typed?.text ?? saved.text), ...change },
    version: typed?.version ?? saved.row.version,
  };
}

/** What the tab kept; anything else is as good as nothing. */
export function readTyped(stored: unknown): TypedTemplate | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { text, version } = stored as Partial<TypedTemplate>;
  const isWhole =
    typeof text?.subject === 'string' && typeof text.body === 'string' && typeof version === 'number';
  return isWhole ? { text, version } : undefined;
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
