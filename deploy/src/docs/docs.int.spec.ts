import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { citations, plain } from './citations.js';
import { ROOT, madePages } from './pages.js';

describe('docs', () => {
  it('has the pages that are made from the code as the code is: `npm run docs` writes them', async () => {
    const pages = await madePages();
    expect(pages.map(({ text }) => text.length > 2_000)).toEqual(pages.map(() => true));
    for (const { path, text } of pages) expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('has an entry for each source that the code cites', () => {
    const cited = citations(ROOT);
    expect(cited.length).toBeGreaterThan(150);
    const known = plain(readFileSync(join(ROOT, 'docs', 'sources.md'), 'utf8'));
    expect(cited.filter(({ source }) => !known.includes(source))).toEqual([]);
  });
});
