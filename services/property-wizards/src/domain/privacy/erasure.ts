import { isPerson, strikingOut } from '@intervia/rules';
import type { PersonMarks } from '@intervia/rules';
import { EMPTY_PARTY } from '../forms/empty.js';
import type { PartyForm } from '../forms/parties.js';

/** What of a draft is struck: its words, and the people typed on its steps. */
export interface DraftWords {
  readonly title: string;
  readonly about: string;
  readonly presentTenants: string;
  readonly steps: readonly unknown[];
  /** Names the files that were made. */
  readonly save?: unknown;
}

/** Whether somebody stands on a step of a draft, or in its words. */
export const names = (marks: PersonMarks, { title, about, presentTenants, steps }: DraftWords): boolean =>
  peopleOf(steps).some((party) => isThem(marks, party)) ||
  [title, about, presentTenants].some((text) => strikingOut(marks)(text) !== text);

/**
 * A draft without somebody: their party is as if nothing had been typed, and no text names them. Whoever goes on with the
 * draft types who it is for anew. The same again changes nothing.
 */
export function withoutPerson<T extends DraftWords>(
  draft: T,
  marks: PersonMarks,
): { draft: T; documentIds: string[] } {
  // Those of a party that is in the directory are its file's.
  const documentIds = peopleOf(draft.steps)
    .filter((party) => party.partyId === '' && isThem(marks, party))
    .flatMap(({ documents }) => documents.map(({ id }) => id));
  const { title, about, presentTenants, steps, save } = draft;
  const words = {
    ...{ title, about, presentTenants },
    steps: emptied(steps, marks),
    ...(save === undefined ? {} : { save }),
  };
  return { draft: { ...draft, ...strikingOut(marks)(words) }, documentIds };
}

/** Surname and first name are fields of their own, in either order elsewhere. */
const isThem = (
  marks: PersonMarks,
  { partyId, name, firstName, mails, mobiles, phone }: PartyForm,
): boolean =>
  isPerson(marks, { partyId, name: [firstName, name].filter(Boolean).join(' '), mails, mobiles, phone });

function peopleOf(node: unknown): PartyForm[] {
  if (isParty(node)) return [node];
  if (typeof node !== 'object' || node === null || node instanceof Date) return [];
  return Object.values(node).flatMap(peopleOf);
}

function emptied<T>(node: T, marks: PersonMarks): T {
  if (isParty(node)) return (isThem(marks, node) ? EMPTY_PARTY : node) as T;
  if (Array.isArray(node)) return node.map((item: unknown) => emptied(item, marks)) as T;
  if (typeof node !== 'object' || node === null || node instanceof Date) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, field]) => [key, emptied(field as unknown, marks)]),
  ) as T;
}

/** A form of a person has all of these, and no other form has. */
const OF_A_PARTY = ['partyId', 'firstName', 'mails', 'mobiles', 'documents'];

function isParty(node: unknown): node is PartyForm {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return false;
  return OF_A_PARTY.every((field) => field in node);
}
