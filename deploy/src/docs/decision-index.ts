/** The index of decisions: the first words of each, in the README of the room that they concern. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const HEADING = '## Decisions';

function decisionsOf(markdown: string): string[] {
  const from = markdown.indexOf(HEADING);
  if (from < 0) return [];
  const rest = markdown.slice(from + HEADING.length);
  const end = rest.search(/\n## /);
  const section = end < 0 ? rest : rest.slice(0, end);
  return section
    .split(/\n(?=- )/)
    .filter((one) => one.startsWith('- '))
    .map(titleOf);
}

/** What is bold, else the first sentence. */
function titleOf(item: string): string {
  const text = item.slice(2).replace(/\s+/g, ' ').trim();
  const bold = /^\*\*(.+?)\*\*/.exec(text)?.[1];
  return (bold ?? /^.+?[.:](?=\s|$)/.exec(text)?.[0] ?? text).replace(/[.:]$/, '');
}

/** `docs/decisions.md` as it should be. */
export function decisionIndex(root: string): string {
  const files = execFileSync('git', ['ls-files', '*README.md'], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n');
  const rooms = files.flatMap((file) => {
    const decisions = decisionsOf(readFileSync(join(root, file), 'utf8'));
    if (decisions.length === 0) return [];
    return [`## [${dirname(file)}](../${file}#decisions)`, '', ...decisions.map((one) => `- ${one}`), ''];
  });
  return [
    '# Decisions',
    '',
    'Each stands with its context and consequence in the README of its room; this index is made by `npm run docs`.',
    '',
    ...rooms,
  ].join('\n');
}
