import { FixedClock } from '@intervia/clock';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { markFormat, setOldDataAside } from './data-format.js';

const NOW = FixedClock.at('2026-11-24T12:00:00Z').now();

let parent: string;
let dataDir: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'intervia-format-'));
  dataDir = join(parent, 'data');
  mkdirSync(dataDir);
});

afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe('data of an older release', () => {
  it('is set aside whole', () => {
    writeFileSync(join(dataDir, 'secrets.json'), 'kept');
    const aside = setOldDataAside(dataDir, NOW);
    expect(aside).toBe(`${dataDir}-format-1-2026-11-24T12-00-00-000Z`);
    expect(readFileSync(join(aside ?? '', 'secrets.json'), 'utf8')).toBe('kept');
    expect(existsSync(dataDir)).toBe(false);
  });

  it('is used where the format is the same, and a new folder is left alone', () => {
    expect(setOldDataAside(dataDir, NOW)).toBeUndefined();
    markFormat(dataDir);
    writeFileSync(join(dataDir, 'secrets.json'), 'kept');
    expect(setOldDataAside(dataDir, NOW)).toBeUndefined();
  });
});
