import { describe, expect, it } from '@jest/globals';
import { VersionConflict, retryOnConflict } from './version-conflict.js';

const conflictingFor = (times: number) => {
  let tries = 0;
  const attempt = async () => {
    tries += 1;
    if (tries <= times) throw new VersionConflict('t1');
    return tries;
  };
  return attempt;
};

describe('retryOnConflict', () => {
  it('tries again on the newer state', async () => {
    await expect(retryOnConflict(conflictingFor(3))).resolves.toBe(4);
  });

  it('gives up in the end', async () => {
    await expect(retryOnConflict(conflictingFor(100))).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
  });

  it('lets other errors pass at once', async () => {
    let tries = 0;
    const attempt = async () => {
      tries += 1;
      throw new Error('boom');
    };
    await expect(retryOnConflict(attempt)).rejects.toThrow('boom');
    expect(tries).toBe(1);
  });
});
