import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmod, lstat, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeToOthers } from './close-to-others.js';

const modeOf = async (path: string): Promise<string> => ((await lstat(path)).mode & 0o777).toString(8);

describe('a data folder', () => {
  let folder: string;
  let elsewhere: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'intervia-open-'));
    elsewhere = await mkdtemp(join(tmpdir(), 'intervia-elsewhere-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(elsewhere, { recursive: true, force: true });
  });

  it.each([0o755, 0o777, 0o750])(
    'of mode %o becomes its owner’s alone, with all that is in it',
    async (mode) => {
      await mkdir(join(folder, 'mongo', 'deep'), { recursive: true });
      const names = ['secrets.json', 'mongo/data.mdb', 'mongo/deep/log'];
      for (const name of names) {
        await writeFile(join(folder, name), 'x');
        await chmod(join(folder, name), 0o666);
      }
      const other = join(elsewhere, 'file');
      await writeFile(other, 'x');
      await chmod(other, 0o644);
      await symlink(other, join(folder, 'link'));
      for (const name of ['mongo/deep', 'mongo', '']) await chmod(join(folder, name), mode);
      closeToOthers(folder);
      const folders = ['', 'mongo', 'mongo/deep'].map((name) => join(folder, name));
      expect(await Promise.all(folders.map(modeOf))).toEqual(['700', '700', '700']);
      expect(await Promise.all(names.map((name) => modeOf(join(folder, name))))).toEqual([
        '600',
        '600',
        '600',
      ]);
      // What a link names is somebody else’s.
      expect(await modeOf(other)).toBe('644');
    },
  );
});
