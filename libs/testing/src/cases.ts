import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** Inputs that failed once, one folder a kind, each with a README that says what is right; beside the repository. */
const BESIDE = new URL('../../../../shared/cases/', import.meta.url);

const standsThere = existsSync(BESIDE);

/** `describe`, where the inputs stand beside the repository; a clone without them skips the suite. */
export const ofCases = <D extends { readonly skip: unknown }>(describe: D): D =>
  standsThere ? describe : (describe.skip as D);

const README = 'README.md';

/** The inputs of a kind by name, without their README; none where they do not stand. */
export function casesOf(kind: string): ReadonlyMap<string, Buffer> {
  if (!standsThere) return new Map();
  const folder = new URL(`${kind}/`, BESIDE);
  const names = readdirSync(folder).filter((name) => name !== README);
  return new Map(names.map((name) => [name, readFileSync(new URL(name, folder))]));
}

/** @throws Error when there is no such input where the others stand */
export function caseOf(kind: string, name: string): Buffer {
  const found = casesOf(kind).get(name);
  if (standsThere && !found) throw new Error(`no input ${name} of ${kind}`);
  return found ?? Buffer.alloc(0);
}

/** The lines of an input that lists several, parted at `sign`; trimmed, for tables of tests. */
export function linesOf(kind: string, name: string, sign: string): string[][] {
  const lines = caseOf(kind, name).toString('utf8').split('\n').filter(Boolean);
  return lines.map((line) => line.split(sign).map((part) => part.trim()));
}
