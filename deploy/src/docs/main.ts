/** `npm run docs`: writes the pages of `docs/` that are made from the code. `docs.int.spec.ts` holds them to it. */
import { writeFileSync } from 'node:fs';
import { madePages } from './pages.js';

for (const { path, text } of await madePages()) writeFileSync(path, text);
