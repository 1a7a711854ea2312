/** What code cites: words of the manual, laws and specifications. Each resolves to an entry of `docs/sources.md`. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Citation {
  file: string;
  /** As the code names it. */
  source: string;
}

const QUOTED = /["“]([^"”]{2,120})["”]|« ?([^»]{2,120}?) ?»/g;
const OF_MANUAL = /\b[Mm]anual(?:[’']s [a-z ]+)?[,:]? ((?:(?:,|and|or)? ?(?:"[^"]{2,120}"|“[^”]{2,120}”))+)/g;
const LAWS =
  /\b(?:RFC ?\d+|loi (?:n° )?\d{2,4}-\d+|décret (?:n° )?\d{2,4}-\d+|CCH|ISO ?\d{4,5}|E\.164|GSM 03\.38|Arcep|INSEE|Standard Webhooks|WCAG|PDF\/UA)/g;

export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[’']/g, "'")
    .replaceAll(/[ \s]+/g, ' ')
    .replaceAll(/\bn° /g, '')
    .trim();

function citedIn(text: string): string[] {
  // A citation may run over lines of a comment.
  const joined = text.replaceAll(/\n\s*(?:\*|\/\/)\s?/g, ' ');
  const words = [...joined.matchAll(OF_MANUAL)].flatMap(([, list = '']) =>
    [...list.matchAll(QUOTED)].map(([, english, french]) => english ?? french ?? ''),
  );
  return [...words, ...[...joined.matchAll(LAWS)].map(([law]) => law)].map(plain);
}

export function citations(root: string): Citation[] {
  const list = ['ls-files', '*.ts', '*.tsx', '*.proto', ':!*/gen/*', ':!*.spec.ts', ':!deploy/src/docs/*'];
  const files = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).trim().split('\n');
  return files.flatMap((file) =>
    [...new Set(citedIn(readFileSync(join(root, file), 'utf8')))].map((source) => ({ file, source })),
  );
}
