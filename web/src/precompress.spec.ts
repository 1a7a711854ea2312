import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { precompress } from '../precompress.js';

let outDir: string;
beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'intervia-web-'));
  await writeFile(join(outDir, 'index.js'), 'x'.repeat(2_000));
});
afterAll(() => rm(outDir, { recursive: true }));

/** As `vite build --outDir` names it. */
it.each<[string, () => string]>([
  ['beside the folder of the web', () => basename(outDir)],
  ['anywhere', () => outDir],
])('compresses what was built %s', async (_, named) => {
  const { configResolved, closeBundle } = precompress() as unknown as {
    configResolved: (config: { root: string; build: { outDir: string } }) => void;
    closeBundle: () => Promise<void>;
  };
  configResolved({ root: dirname(outDir), build: { outDir: named() } });
  await closeBundle();
  expect((await readdir(outDir)).toSorted()).toEqual(['index.js', 'index.js.br', 'index.js.gz']);
  await Promise.all(['br', 'gz'].map((form) => rm(join(outDir, `index.js.${form}`))));
});
