import type { TemplateList, TemplateRow } from '../api/types.js';

const LISTS: readonly TemplateList[] = ['CONTRACTORS', 'OTHERS'];
const french = new Intl.Collator('fr', { sensitivity: 'base', numeric: true, ignorePunctuation: true });

export interface ListedTemplates {
  list: TemplateList;
  rows: TemplateRow[];
}

/** Manual, "Modèles d'emails": "triée par ordre alphabétique"; lists without a match are left out. */
export function inLists(templates: readonly TemplateRow[], filter: string): ListedTemplates[] {
  const wanted = plain(filter.trim());
  const found = templates
    .filter(({ title }) => plain(title).includes(wanted))
    .toSorted((a, b) => french.compare(a.title, b.title));
  return LISTS.map((list) => ({ list, rows: found.filter((row) => row.list === list) })).filter(
    ({ rows }) => rows.length > 0,
  );
}

/** Nobody types accents to search, nor the curved apostrophe. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}
