import type { FieldError } from '@intervia/rules';
import type { Publication } from '../publication.js';
import { placedFiles } from '../publication.js';
import type { ImportLine } from './import.js';

const LISTS = [
  'users',
  'parties',
  'contractors',
  'buildings',
  'units',
  'clients',
  'entities',
  'cards',
  'sales',
] as const satisfies readonly (keyof Publication)[];

export interface Merged {
  publication: Publication;
  /** What is wrong with which line; faults that no line has are under 0. */
  readonly faultsByLine: (faults: readonly FieldError[]) => ReadonlyMap<number, FieldError[]>;
}

/** One publication of the lines' records, and the way back from a fault to its line. */
export function mergeLines(agencyId: string, lines: readonly ImportLine[]): Merged {
  const publication: Publication = {
    agencyId,
    agency: undefined,
    users: [],
    parties: [],
    contractors: [],
    buildings: [],
    units: [],
    clients: [],
    entities: [],
    cards: [],
    sales: [],
    files: [],
  };
  const lineAt = new Map<string, number>();
  const lineOfFile: number[] = [];
  for (const { line, record } of lines) {
    if (record.agency) {
      publication.agency = record.agency;
      lineAt.set('agency', line);
    }
    for (const list of LISTS) {
      for (const item of record[list]) {
        lineAt.set(`${list}.${String(publication[list].length)}`, line);
        (publication[list] as unknown[]).push(item);
      }
    }
    for (const file of record.files) {
      lineOfFile.push(line);
      publication.files.push(file);
    }
  }
  placedFiles(publication.files).forEach(({ path }, at) => lineAt.set(path, lineOfFile[at] ?? 0));
  return { publication, faultsByLine: (faults) => byLine(faults, lineAt) };
}

function byLine(faults: readonly FieldError[], lineAt: ReadonlyMap<string, number>) {
  const found = new Map<number, FieldError[]>();
  for (const { field, code } of faults) {
    const place = lineAt.has('agency') && field.startsWith('agency.') ? 'agency' : placeOf(field);
    const line = lineAt.get(place) ?? 0;
    const inside = field.slice(place.length + 1);
    found.set(line, [...(found.get(line) ?? []), { field: inside, code }]);
  }
  return found;
}

/** "parties.3.mails.0" → "parties.3" */
const placeOf = (field: string): string => field.split('.').slice(0, 2).join('.');
