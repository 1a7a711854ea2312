import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What is not there is left out: a folder of another kind of installation lacks some. */
export async function copyFiles(from: string, to: string, names: readonly string[]): Promise<void> {
  const there = new Set(await readdir(from));
  for (const name of names.filter((one) => there.has(one)))
    await cp(join(from, name), join(to, name), { recursive: true, preserveTimestamps: true });
}
