import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Communes } from '../../application/ports/places.js';

const FILE = join(import.meta.dirname, '../../../communes/communes.txt.gz');

/** As the table has names: "St-Étienne CEDEX 1" is "SAINT ETIENNE". */
export function plainName(city: string): string {
  return city
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .replace(/\bCEDEX\b.*$/, '')
    .replace(/\bST\b/g, 'SAINT')
    .replace(/\bSTE\b/g, 'SAINTE')
    .trim();
}

/** The table that is kept beside the code; read when it is first asked. */
export class FileCommunes extends Communes {
  private table?: ReadonlyMap<string, string>;

  override codeOf(postalCode: string, city: string): string {
    this.table ??= read();
    const line = this.table.get(postalCode) ?? '';
    const communes = line.split('\n').filter(Boolean);
    const [only] = communes;
    if (communes.length === 1) return only?.split('|')[0] ?? '';
    const name = plainName(city);
    const named = communes.filter((commune) => commune.split('|').slice(1).includes(name));
    return named.length === 1 ? (named[0]?.split('|')[0] ?? '') : '';
  }
}

/** "postal code, a blank, INSEE code|NAME|NAME", as one text for each postal code: objects would take ten times more. */
function read(): Map<string, string> {
  const table = new Map<string, string>();
  for (const line of gunzipSync(readFileSync(FILE)).toString('utf8').split('\n')) {
    const postalCode = line.slice(0, 5);
    table.set(postalCode, `${table.get(postalCode) ?? ''}${line.slice(6)}\n`);
  }
  return table;
}
