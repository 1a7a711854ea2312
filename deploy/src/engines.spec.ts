import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { satisfies, subset } from 'semver';

const ROOT = join(import.meta.dirname, '../..');

interface Package {
  version: string;
  engines?: { node?: string };
}
interface Manifest {
  engines: { node: string };
  optionalDependencies: Record<string, string>;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as T;

/**
 * npm warns when a package does not want the Node that npm runs on (EBADENGINE). It runs none of them: that is the pinned
 * Node. `.npmrc` hides these warnings, and may do so only while this holds.
 */
describe('the Node that is pinned', () => {
  const { optionalDependencies, engines } = read<Manifest>('package.json');
  const pinned = new Set(Object.values(optionalDependencies));

  it('is the same on every machine', () => {
    expect([...pinned]).toHaveLength(1);
    expect(subset([...pinned].join(), engines.node)).toBe(true);
  });

  it('is one that every package of the lock wants', () => {
    const { packages } = read<{ packages: Record<string, Package> }>('package-lock.json');
    const all = Object.entries(packages);
    expect(all.length).toBeGreaterThan(500);
    const [node = ''] = pinned;
    const unwilling = all.filter(([, one]) => one.engines?.node && !satisfies(node, one.engines.node));
    expect(unwilling.map(([path]) => path)).toEqual([]);
  });
});
