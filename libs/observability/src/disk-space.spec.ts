import { describe, expect, it } from '@jest/globals';
import { DiskSpace } from './disk-space.js';

const MIB = 1024 * 1024;

describe('DiskSpace', () => {
  it('is low below the limit, and until there is clearly more again', async () => {
    let free = 500 * MIB;
    const disk = new DiskSpace({ folder: '/data', minFreeMb: 200 }, async () => free);
    const seen: boolean[] = [];
    for (free of [500, 199, 210, 249, 251, 201].map((mb) => mb * MIB)) {
      await disk.look();
      seen.push(disk.isLow);
    }
    expect(seen).toEqual([false, true, true, true, false, false]);
  });

  it('stays as it was when the file system does not answer', async () => {
    let answer: Promise<number> = Promise.resolve(MIB);
    const disk = new DiskSpace({ folder: '/data', minFreeMb: 200 }, () => answer);
    await disk.look();
    answer = Promise.reject(new Error('gone'));
    await disk.look();
    expect(disk.isLow).toBe(true);
  });
});
