import type { Doc } from '../values/kinds.js';
import { type Leaf, leavesOf, type Path } from '../values/path.js';

/** A parsed filter: the matcher evaluates it, the planner reads it. */
export type Match =
  | { readonly kind: 'and' | 'or' | 'nor'; readonly parts: readonly Match[] }
  | { readonly kind: 'not'; readonly part: Match }
  | LeafMatch;

export interface LeafMatch {
  readonly kind: 'leaf';
  readonly path: string;
  readonly parts: Path;
  readonly op: string;
  /** The operand, for the planner. */
  readonly value: unknown;
  readonly test: (value: unknown) => boolean;
  /** Whether the operator also looks at the elements of an array it is given. */
  readonly expands: boolean;
  /** The filter inside `$elemMatch`, when it is one for sub-documents. */
  readonly inner?: Match;
}

/** The top-level fields that a filter looks at. */
export const rootsOfMatch = (match: Match): readonly string[] => {
  switch (match.kind) {
    case 'leaf':
      return match.parts.slice(0, 1);
    case 'not':
      return rootsOfMatch(match.part);
    case 'and':
    case 'or':
    case 'nor':
      return match.parts.flatMap(rootsOfMatch);
  }
};

const leafMatches = (match: LeafMatch, { value }: Leaf): boolean =>
  match.test(value) || (match.expands && Array.isArray(value) && value.some(match.test));

export const matches = (match: Match, doc: Doc): boolean => {
  switch (match.kind) {
    case 'and':
      return match.parts.every((part) => matches(part, doc));
    case 'or':
      return match.parts.some((part) => matches(part, doc));
    case 'nor':
      return !match.parts.some((part) => matches(part, doc));
    case 'not':
      return !matches(match.part, doc);
    case 'leaf':
      return leavesOf(doc, match.parts).some((leaf) => leafMatches(match, leaf));
  }
};

const leafPosition = (match: LeafMatch, leaf: Leaf): number => {
  if (leaf.position !== -1) return leafMatches(match, leaf) ? leaf.position : -1;
  if (!Array.isArray(leaf.value)) return -1;
  if (match.op === '$elemMatch') return leaf.value.findIndex((value) => match.test([value]));
  return match.expands ? leaf.value.findIndex(match.test) : -1;
};

/** The array index that the positional operator `$` stands for, or -1 when no array was matched. */
export const matchPosition = (match: Match, doc: Doc): number => {
  if (match.kind === 'leaf') {
    const positions = leavesOf(doc, match.parts).map((leaf) => leafPosition(match, leaf));
    return positions.find((position) => position !== -1) ?? -1;
  }
  if (match.kind !== 'and' && match.kind !== 'or') return -1;
  for (const part of match.parts) {
    if (!matches(part, doc)) continue;
    const position = matchPosition(part, doc);
    if (position !== -1) return position;
  }
  return -1;
};
