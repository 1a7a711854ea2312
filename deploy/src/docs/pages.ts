import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { decisionIndex } from './decision-index.js';
import { roomPictures } from './rooms.js';
import { protoCatalogue } from './proto-catalogue.js';

export const ROOT = join(import.meta.dirname, '..', '..', '..');

const MADE = { 'contracts.md': protoCatalogue, 'decisions.md': decisionIndex, 'rooms.md': roomPictures };

/** The pages of `docs/` that are made from the code: path and text, as they should be. */
export async function madePages(): Promise<{ path: string; text: string }[]> {
  return Promise.all(
    Object.entries(MADE).map(async ([page, make]) => {
      const path = join(ROOT, 'docs', page);
      const options = await resolveConfig(path);
      return { path, text: await format(make(ROOT), { ...options, parser: 'markdown' }) };
    }),
  );
}
